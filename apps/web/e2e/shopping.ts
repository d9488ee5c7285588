import type { Locale } from '@comptoir/domain'
import type { Locator, Page } from 'playwright-core'
import { button, heading, orderIdIn, see } from './stage.ts'
import { wordsIn } from './words.ts'

/** What a shopper does in every story, on a page of the shop in one language. */
export interface Shopping {
  takes(slug: string): Promise<void>
  /** From wherever they are to a checkout that is filled in, terms accepted. */
  fillsCheckout(buyer: { email?: string; name: string }): Promise<void>
  orderButton: Locator
  payButton: Locator
  /** Presses the button and answers the new order, once its payment page is there. */
  orders(): Promise<string>
  /** Pays with the card that works. */
  pays(): Promise<void>
}

export function shopping(page: Page, locale: Locale): Shopping {
  const { m } = wordsIn(locale)
  const orderButton = button(page, m('order_with_obligation'))
  const payButton = page.getByRole('button', { name: m('pay_amount', { price: '' }).trim() })
  return {
    orderButton,
    payButton,
    async takes(slug) {
      await page.goto(`/${locale}/products/${slug}`)
      await button(page, m('add_to_cart')).click()
      await see(page.getByRole('dialog').getByRole('link', { name: m('see_cart') }))
    },
    async fillsCheckout({ email, name }) {
      await page.goto(`/${locale}/checkout`)
      await see(heading(page, m('checkout')))
      if (email !== undefined) await page.getByLabel(m('email')).fill(email)
      await page.getByLabel(m('full_name')).fill(name)
      await page.getByLabel(m('line1')).fill('8 rue des Lilas')
      await page.getByLabel(m('postcode')).fill('69003')
      await page.getByLabel(m('city')).fill('Lyon')
      await page.getByRole('checkbox', { name: m('accept_terms') }).check()
    },
    async orders() {
      await orderButton.click()
      await see(heading(page, m('pay_title')))
      return orderIdIn(page)
    },
    async pays() {
      await payButton.click()
      await see(page.locator('[aria-current="step"]').filter({ hasText: m('step_paid') }))
    },
  }
}
