import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { type Keys, keysOn } from './keys.ts'
import { button, heading, openStage, see } from './stage.ts'
import { wordsIn } from './words.ts'

const slug = 'creme-pour-les-mains'
const bought = {
  fr: { language: 'fr-FR', name: 'Crème pour les mains', typed: 'creme main', option: 'Amande' },
  en: { language: 'en-GB', name: 'Hand cream', typed: 'hand cream', option: 'Almond' },
} as const

describe.each(['fr', 'en'] as const)('a whole purchase without a pointer, in %s', (locale) => {
  const { m } = wordsIn(locale)
  const { language, name, typed, option } = bought[locale]
  const stage = openStage(`keyboard-${locale}`)
  let page: Page
  let keys: Keys

  beforeAll(async () => {
    page = (await stage.enter('shopper', { language })).page
    keys = keysOn(page)
  })

  const focused = (selector: string) => page.locator(`${selector}:focus`)

  test('the first key leads past the head of the page', async () => {
    await page.goto(`/${locale}`)
    await see(page.locator('h1').first())
    await keys.press('Tab')
    await see(focused('a.skip').filter({ hasText: m('skip_to_content') }))
    await keys.press('Enter')
    await see(focused('main'))
    await keys.press('Tab')
    await see(page.locator('main :focus'))
  })

  async function findByTyping() {
    await keys.to(page.getByRole('combobox', { name: m('search') }))
    // In one stroke, so that no answer to half a word changes the list under the arrows.
    await page.keyboard.insertText(typed)
    await see(page.getByRole('option', { name }))
    const wanted = page.getByRole('option', { name, selected: true })
    for (let presses = 0; presses < 9 && (await wanted.count()) === 0; presses++) await keys.press('ArrowDown')
    await see(wanted)
    await keys.press('Enter')
  }
  async function findOnItsShelf() {
    const { category } = await stage.shop.guest.catalog.get.query({ id: slug })
    await keys.to(page.getByRole('navigation', { name: m('shelves') }).locator(`[href*="category=${category?.slug}"]`))
    await keys.press('Enter')
    await see(focused('main'))
    await keys.to(page.locator('.list-body .card').getByRole('link', { name }))
    await keys.press('Enter')
  }

  test('the product is found, by its name in French and on its shelf in English', async () => {
    await page.reload()
    await { fr: findByTyping, en: findOnItsShelf }[locale]()
    await see(heading(page, name))
    await page.waitForURL(`**/${locale}/products/${slug}`)
  })

  test('an option is chosen by the arrows, and what it costs is put into the cart', async () => {
    await see(focused('main'))
    await keys.to(page.getByRole('radio', { checked: true }).first())
    const wanted = page.getByRole('radio', { name: option })
    for (let presses = 0; presses < 9 && !(await wanted.isChecked()); presses++) await keys.press('ArrowRight')
    await see(page.getByRole('radio', { name: option, checked: true }))
    await keys.to(button(page, m('add_to_cart')))
    await keys.press('Space')
    const drawer = page.getByRole('dialog', { name: m('cart') })
    await see(drawer.getByRole('listitem').filter({ hasText: option }))
    await see(page.locator('dialog:focus-within'))
  })

  test('the drawer closes by Escape and gives the focus back', async () => {
    await keys.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await see(focused('button').filter({ hasText: m('add_to_cart') }))
  })

  test('the cart is changed, and a line that goes leaves the focus in the page', async () => {
    await page.goto(`/${locale}/products/cafe-du-comptoir`)
    await keys.to(button(page, m('add_to_cart')))
    await keys.press('Enter')
    await keys.to(page.getByRole('dialog').getByRole('link', { name: m('see_cart') }))
    await keys.press('Enter')
    await see(heading(page, m('cart')))
    const lines = page.getByRole('list', { name: m('cart') }).getByRole('listitem')
    await expect.poll(() => lines.count()).toBe(2)
    const coffee = lines.filter({ hasNotText: name })
    await keys.to(coffee.locator('[name=remove]'))
    await keys.press('Enter')
    await expect.poll(() => lines.count()).toBe(1)
    await see(focused('ul'))
    await keys.to(page.getByRole('link', { name: m('to_checkout') }))
    await keys.press('Enter')
  })

  test('a guest fills in at most eight fields, none of them twice', async () => {
    await see(heading(page, m('checkout')))
    const form = page.locator('.checkout-form')
    await see(form)
    const asked = form.locator('input:not([type=checkbox]), select')
    const purposes = await asked.evaluateAll((fields) => fields.map((field) => field.getAttribute('autocomplete')))
    expect(purposes.length).toBeGreaterThan(0)
    expect(purposes.length).toBeLessThanOrEqual(8)
    expect(new Set(purposes).size).toBe(purposes.length)
    expect(purposes).not.toContain(null)
    await keys.to(page.getByLabel(m('email')))
    await keys.type('passante@example.test')
    await keys.to(page.getByLabel(m('full_name')))
    await keys.type('Une Passante')
    await keys.to(page.getByLabel(m('line1')))
    await keys.type('8 rue des Lilas')
    await keys.to(page.getByLabel(m('city')))
    await keys.type('Lyon')
  })

  test('the terms are read and accepted; what was forgotten takes the focus, and nothing is typed again', async () => {
    await keys.to(page.locator('.checkout-end').getByRole('button', { name: m('terms') }))
    await keys.press('Enter')
    await see(page.getByRole('dialog', { name: m('terms_title') }))
    await keys.press('Escape')
    await see(focused('button').filter({ hasText: m('terms') }))
    await keys.press('Shift+Tab', 'Space')
    await see(page.getByRole('checkbox', { name: m('accept_terms'), checked: true }))
    await keys.to(button(page, m('order_with_obligation')))
    await keys.press('Enter')
    await see(focused('input[aria-invalid=true][autocomplete$=postal-code]'))
    await keys.type('69003')
    expect(await page.getByLabel(m('line1')).inputValue()).toBe('8 rue des Lilas')
    await keys.press('Enter')
  })

  test('it is paid with the card that asks for a code', async () => {
    await see(heading(page, m('pay_title')))
    await keys.to(page.locator('[name=card]:checked'))
    const card = page.locator('[value=card_second_step]')
    for (let presses = 0; presses < 4 && !(await card.isChecked()); presses++) await keys.press('ArrowDown')
    await keys.press('Tab')
    await see(focused('button').filter({ hasText: m('pay_amount', { price: '' }).trim() }))
    await keys.press('Enter')
    await see(page.getByText(m('second_step_title')))
    await see(focused('[autocomplete=one-time-code]'))
    await keys.type('1234')
    await keys.press('Enter')
    await see(page.locator('[aria-current="step"]').filter({ hasText: m('step_paid') }))
    await see(focused('main'))
  })

  test('a password keeps the order', async () => {
    await keys.to(page.getByLabel(m('choose_password'), { exact: true }))
    await keys.type('une phrase de passe')
    await keys.press('Enter')
    await see(page.getByText(m('order_kept')))
    await see(focused('main'))
    await see(page.getByRole('link', { name: m('my_account') }))
  })
})
