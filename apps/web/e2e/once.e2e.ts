import type { Locator, Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { shopping, type Shopping } from './shopping.ts'
import { heading, openStage, orderIdIn, see } from './stage.ts'
import type { Visitor } from './visitor.ts'
import { inEnglish as m } from './words.ts'

const coffee = 'cafe-du-comptoir'
const email = 'hurried@example.test'

const stage = openStage('once')
let visitor: Visitor
let page: Page
let does: Shopping

beforeAll(async () => {
  visitor = await stage.enter('hurried', { language: 'en-GB' })
  page = visitor.page
  does = shopping(page, 'en')
})

const placed = async () => (await stage.shop.staff.orders.list.query({ email })).items
const paidStep = (of: Page) => of.locator('[aria-current="step"]').filter({ hasText: m('step_paid') })
const press = (button: Locator) => button.evaluate((element: HTMLElement) => element.click())
/** The order was paid exactly once, in the shop's books and at the gateway. */
async function paidOnce(id: string) {
  const { attempts, totalCents } = await stage.shop.staff.orders.get.query({ id })
  expect(attempts.filter(({ state }) => state === 'captured').map(({ amountCents }) => amountCents)).toEqual([
    totalCents,
  ])
  expect(stage.shop.charged(id)).toEqual([totalCents])
}
/**
 * What both tabs ask is let through when both have asked, so neither has heard of the other's. Like all that stands in the way here it
 * stays there: what a browser asks for in the moment when it is taken away may never be answered.
 */
async function askedTogether(procedure: string): Promise<void> {
  const both = Promise.withResolvers<void>()
  let asked = 0
  await page.context().route(new RegExp(`/${procedure}\\b`), async (route) => {
    if (++asked === 2) both.resolve()
    await both.promise
    await route.continue()
  })
}
/** The answer of the next such call is lost on its way back: the shop has done it, the page does not know. Resolves when it is lost. */
async function loseAnswerOf(procedure: string): Promise<{ lost: Promise<unknown> }> {
  stage.forgive(/ERR_FAILED/)
  const address = new RegExp(`/${procedure}\\b`)
  const lost = page.waitForEvent('requestfailed', (request) => address.test(request.url()))
  let asked = 0
  await page.route(address, async (route) => {
    if (++asked > 1) return route.continue()
    await route.fetch()
    await route.abort()
  })
  return { lost }
}

describe('a hurried shopper orders once and pays once', () => {
  test('by a double click on the button that orders', async () => {
    await does.takes(coffee)
    await does.fillsCheckout({ email, name: 'Hurried' })
    await does.orderButton.dblclick()
    await see(heading(page, m('pay_title')))
    expect((await placed()).map(({ id }) => id)).toEqual([orderIdIn(page)])
  })

  test('by a refresh before paying; Back leads to no second order', async () => {
    const id = orderIdIn(page)
    await page.reload()
    await see(heading(page, m('pay_title')))
    await page.goBack()
    await page.waitForURL((url) => !/\/(?:pay|checkout)$/.test(url.pathname))
    await page.goto('/en/checkout')
    await see(page.getByText(m('cart_empty_title')))
    await page.goto(`/en/orders/${id}/pay`)
    await see(heading(page, m('pay_title')))
    expect(await placed()).toHaveLength(1)
  })

  test('by a double click on the button that pays', async () => {
    const id = orderIdIn(page)
    await does.payButton.dblclick()
    await see(paidStep(page))
    await paidOnce(id)
  })

  test('by a refresh and by Back after paying', async () => {
    const id = orderIdIn(page)
    await page.reload()
    await see(paidStep(page))
    await page.goBack()
    await see(page.getByText(m('cart_empty_title')))
    await page.goForward()
    await see(paidStep(page))
    await page.goto(`/en/orders/${id}/pay`)
    await page.waitForURL(`**/orders/${id}`)
    await see(paidStep(page))
    await paidOnce(id)
    expect(await placed()).toHaveLength(1)
  })

  test('from two tabs at once', async () => {
    await does.takes(coffee)
    const tab = await page.context().newPage()
    const there = shopping(tab, 'en')
    for (const one of [does, there]) await one.fillsCheckout({ email, name: 'Hurried' })
    await askedTogether('orders.checkout')
    await Promise.all([press(does.orderButton), press(there.orderButton)])
    for (const one of [page, tab]) await see(heading(one, m('pay_title')))
    const id = orderIdIn(page)
    expect(orderIdIn(tab)).toBe(id)
    expect(await placed()).toHaveLength(2)
    await askedTogether('orders.pay')
    await Promise.all([press(does.payButton), press(there.payButton)])
    for (const one of [page, tab]) await see(paidStep(one))
    await paidOnce(id)
    await tab.close()
  })

  test('when the answers get lost on the way and everything is asked again', async () => {
    await does.takes(coffee)
    await does.fillsCheckout({ email, name: 'Hurried' })
    const ordering = await loseAnswerOf('orders.checkout')
    const id = await does.orders()
    await ordering.lost
    expect(await placed()).toHaveLength(3)
    const paying = await loseAnswerOf('orders.pay')
    await does.pays()
    await paying.lost
    await paidOnce(id)
  })

  test('when the page is refreshed in the middle of paying', async () => {
    await does.takes(coffee)
    await does.fillsCheckout({ email, name: 'Hurried' })
    const id = await does.orders()
    const paying = await loseAnswerOf('orders.pay')
    await does.payButton.click()
    await paying.lost
    await page.reload()
    await see(paidStep(page))
    await paidOnce(id)
  })

  test('and the books agree', async () => {
    expect(await stage.shop.checkBooks()).toEqual({
      code: 0,
      output: expect.stringMatching(/^The books are clean\.\n/),
    })
  })
})
