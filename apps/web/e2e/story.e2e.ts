import path from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type OpenBrowser, openBrowser } from './browser.ts'
import { type BuiltShop, openShop } from './shop.ts'
import { type Visitor, visit } from './visitor.ts'
import { euros, inEnglish, m } from './words.ts'

const cream = { slug: 'creme-pour-les-mains', name: 'Crème pour les mains', option: 'Amande' }
const coffee = { slug: 'cafe-du-comptoir', name: 'Café du comptoir' }
const camille = { email: 'camille.verne@example.test', name: 'Camille Verne', password: 'une phrase de passe' }
const guestEmail = 'passante@example.test'

const faults: string[] = []
let shop: BuiltShop
let chromium: OpenBrowser
let shopper: Visitor
let guest: Visitor
let staff: Visitor
let before: Awaited<ReturnType<typeof lookAround>>
/** The orders of the story: the first of the account, the second of the guest. */
const orders = { first: { id: '', reference: '' }, second: { id: '', reference: '' } }

/** What the story changes, as the API tells it. */
async function lookAround() {
  const figures = await shop.staff.stats.overview.query({})
  const stock = async (slug: string) => {
    const { id } = await shop.guest.catalog.get.query({ id: slug })
    const { variants } = await shop.staff.products.get.query({ id })
    const sum = (pick: (variant: (typeof variants)[number]) => number) =>
      variants.reduce((total, variant) => total + pick(variant), 0)
    return { onHand: sum((one) => one.onHand), allocated: sum((one) => one.allocated), id }
  }
  return { figures, cream: await stock(cream.slug), coffee: await stock(coffee.slug) }
}

beforeAll(async () => {
  shop = await openShop()
  chromium = await openBrowser()
  const visitor = (options = {}) => visit(chromium.browser, shop.address, faults, options)
  ;[shopper, staff, guest] = [await visitor(), await visitor(), await visitor({ phone: true })]
  before = await lookAround()
})

let brokenAt: string | undefined
beforeEach(() => {
  if (brokenAt !== undefined) throw new Error(`the story broke earlier, where "${brokenAt}"`)
})
afterEach(async ({ task }) => {
  if (brokenAt === undefined && task.result?.state === 'fail') {
    brokenAt = task.name
    for (const [name, visitor] of Object.entries({ shopper, staff, guest }))
      await visitor?.page.screenshot({
        path: path.join(import.meta.dirname, `../../../.screenshots/failed-${name}.png`),
      })
  }
  const met = faults.splice(0)
  if (met.length > 0) throw new Error(`no visitor should meet this:\n${met.join('\n')}`)
})

afterAll(async () => {
  await chromium?.close()
  await shop?.close()
})

const see = (locator: Locator) => locator.waitFor()
const heading = (page: Page, name: string) => page.getByRole('heading', { name, level: 1 })
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true })
const idIn = (page: Page) => /\/orders\/(order_\w+)/.exec(page.url())?.[1] ?? ''
const step = (page: Page, words: string) => page.getByRole('list').getByRole('listitem').filter({ hasText: words })
/** The timeline's step that is now. */
const now = (page: Page, words: string) => page.locator('[aria-current="step"]').filter({ hasText: words })
const row = (page: Page, reference: string) => page.getByRole('row').filter({ hasText: reference })

async function fillAddress(page: Page, name: string) {
  await page.getByLabel(m('full_name')).fill(name)
  await page.getByLabel(m('line1')).fill('8 rue des Lilas')
  await page.getByLabel(m('postcode')).fill('69003')
  await page.getByLabel(m('city')).fill('Lyon')
}

async function referenceOf(page: Page) {
  const id = idIn(page)
  const { reference } = await shop.staff.orders.get.query({ id })
  return { id, reference }
}

describe('a day at the shop', () => {
  test('staff sign in behind the counter and see the orders', async () => {
    const { page } = staff
    await page.goto('/admin')
    await see(heading(page, m('console_sign_in')))
    await page.getByLabel(m('email')).fill('admin@ecom.test')
    await page.getByLabel(m('password'), { exact: true }).fill('admin123')
    await button(page, m('sign_in')).click()
    await see(heading(page, m('today')))
    await page
      .getByRole('navigation')
      .getByRole('link', { name: m('orders') })
      .click()
    await see(heading(page, m('orders')))
    await see(page.getByRole('row').filter({ hasText: 'alice@email.test' }))
  })

  test('a guest finds the cream while typing, without its accent', async () => {
    const { page } = shopper
    await page.goto('/fr/products')
    await see(heading(page, m('all_products')))
    await page.getByRole('searchbox', { name: m('search') }).pressSequentially('creme main')
    await see(heading(page, m('results_for', { words: 'creme main' })))
    await page.getByRole('link', { name: cream.name }).click()
    await see(heading(page, cream.name))
  })

  test('picks a variant, adds two, and finds them in the cart after a reload', async () => {
    const { page } = shopper
    await page.getByRole('radio', { name: cream.option }).check()
    await button(page, m('one_more', { of: cream.name })).click()
    await button(page, m('add_to_cart')).click()
    await see(page.getByText(m('added', { name: `${cream.name} · ${cream.option}` })))
    await page.getByRole('link', { name: m('see_cart') }).click()
    await see(heading(page, m('cart')))
    await page.reload()
    const line = page.getByRole('list', { name: m('cart') }).getByRole('listitem')
    await see(line.filter({ hasText: cream.option }))
    expect(await line.count()).toBe(1)
    expect(await page.getByLabel(m('quantity_of', { of: cream.name })).inputValue()).toBe('2')
  })

  test('registers at checkout and keeps the cart', async () => {
    const { page } = shopper
    await page.getByRole('link', { name: m('to_checkout') }).click()
    await see(heading(page, m('checkout')))
    await button(page, m('register')).click()
    const form = page.getByRole('dialog')
    await form.getByLabel(m('email')).fill(camille.email)
    await form.getByLabel(m('password'), { exact: true }).fill(camille.password)
    await form.getByLabel(m('name')).fill(camille.name)
    await form.getByRole('button', { name: m('register') }).click()
    await see(page.getByText(m('ordering_as', { email: camille.email })))
    const bill = page.getByRole('complementary', { name: m('bill') })
    await see(bill.getByText(cream.option).filter({ visible: true }))
  })

  test('orders on a button that says what it means, once the terms are accepted', async () => {
    const { page } = shopper
    const terms = page.getByRole('checkbox', { name: m('accept_terms') })
    expect(await terms.isChecked()).toBe(false)
    await fillAddress(page, camille.name)
    const order = button(page, 'Commander avec obligation de paiement')
    await order.click()
    await see(page.getByText(m('check_terms')))
    await terms.check()
    await order.click()
    await see(heading(page, m('pay_title')))
    orders.first = await referenceOf(page)
  })

  test('staff see the new order come in by itself', async () => {
    const loads = staff.loads()
    await see(row(staff.page, orders.first.reference).getByText(m('status_created')))
    expect(staff.loads()).toBe(loads)
  })

  test('a declined card leaves the order to be paid, another card pays it', async () => {
    const { page } = shopper
    const { totalCents } = await shop.staff.orders.get.query({ id: orders.first.id })
    const pay = button(page, m('pay_amount', { price: euros(totalCents) }))
    await page.getByRole('radio', { name: m('card_declined') }).check()
    await pay.click()
    await see(page.getByRole('alert').filter({ hasText: m('declined_title') }))
    await page.getByRole('radio', { name: m('card_success') }).check()
    await pay.click()
    await see(heading(page, m('order_title', { reference: orders.first.reference })))
    await see(now(page, m('step_paid')))
    await see(step(page, m('step_payment_declined')))
    await see(row(staff.page, orders.first.reference).getByText(m('status_paid')).first())
  })

  test('a guest without account orders on a phone', async () => {
    const { page } = guest
    await page.goto('/fr')
    await see(page.getByRole('combobox', { name: m('search') }))
    expect(await guest.tooWide(), 'the first page is wider than the phone').toEqual([])
    await page.getByRole('combobox', { name: m('search') }).fill('cafe')
    await page.getByRole('combobox', { name: m('search') }).press('Enter')
    await page.getByRole('link', { name: coffee.name }).click()
    await see(heading(page, coffee.name))
    expect(await guest.tooWide(), 'the product page is wider than the phone').toEqual([])
    await button(page, m('add_to_cart')).click()
    await page.getByRole('link', { name: m('see_cart') }).click()
    await see(heading(page, m('cart')))
    expect(await guest.tooWide(), 'the cart is wider than the phone').toEqual([])
    await page.getByRole('link', { name: m('to_checkout') }).click()
    await see(heading(page, m('checkout')))
    await page.getByLabel(m('email')).fill(guestEmail)
    await fillAddress(page, 'Une Passante')
    await page.getByRole('checkbox', { name: m('accept_terms') }).check()
    expect(await guest.tooWide(), 'the checkout is wider than the phone').toEqual([])
    await button(page, 'Commander avec obligation de paiement').click()
    await see(heading(page, m('pay_title')))
    orders.second = await referenceOf(page)
  })

  test('the guest may come back to the order in this browser; another browser finds nothing there', async () => {
    const { page } = guest
    const title = m('order_title', { reference: orders.second.reference })
    await page.goto(`/fr/orders/${orders.second.id}`)
    await see(heading(page, title))
    await page.reload()
    await see(heading(page, title))
    expect(await guest.tooWide(), 'the order page is wider than the phone').toEqual([])
    const stranger = await visit(chromium.browser, shop.address, faults)
    await stranger.page.goto(`/fr/orders/${orders.second.id}`)
    await see(heading(stranger.page, m('not_found_title')))
    await stranger.leave()
  })

  test('staff validate the order that came in, and its page at the guest says so', async () => {
    const { page } = staff
    const loads = [staff.loads(), guest.loads()]
    await row(page, orders.second.reference).getByRole('link').click()
    await see(heading(page, m('order_title', { reference: orders.second.reference })))
    await button(page, m('action_validate')).click()
    await see(page.getByText(m('order_now', { status: m('status_validated') })))
    await see(now(guest.page, m('step_validated')))
    expect([staff.loads(), guest.loads()]).toEqual(loads)
  })

  test('the guest pays with a card whose bank asks for a code', async () => {
    const { page } = guest
    await page.getByRole('link', { name: m('pay_now') }).click()
    await page.getByRole('radio', { name: m('card_second_step') }).check()
    await page.getByRole('button', { name: m('pay_amount', { price: '' }).trim() }).click()
    await see(page.getByText(m('second_step_title')))
    await page.getByLabel(m('code')).fill('1234')
    await button(page, m('confirm_payment')).click()
    await see(now(page, m('step_paid')))
    expect(await guest.tooWide(), 'the paid order is wider than the phone').toEqual([])
  })

  test('staff ship and deliver the first order, and the shopper’s page follows by itself', async () => {
    const { page } = staff
    const loads = shopper.loads()
    await page
      .getByRole('navigation')
      .getByRole('link', { name: m('orders') })
      .click()
    await row(page, orders.first.reference).getByRole('link').click()
    await button(page, m('action_ship')).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: m('action_ship') })
      .click()
    await see(now(shopper.page, m('step_shipped')))
    const { trackingNumber } = await shop.staff.orders.get.query({ id: orders.first.id })
    expect(trackingNumber).toMatch(/\w{8,}/)
    await see(now(shopper.page, trackingNumber ?? ''))
    await button(page, m('action_deliver')).click()
    await see(now(shopper.page, m('step_delivered')))
    expect(shopper.loads()).toBe(loads)
  })

  test('staff refund the first order after reading how much goes back; the shopper sees the credit note', async () => {
    const { page } = staff
    const loads = shopper.loads()
    const { totalCents } = await shop.staff.orders.get.query({ id: orders.first.id })
    await button(page, m('action_refund')).click()
    const dialog = page.getByRole('dialog', { name: m('refund_title', { price: euros(totalCents) }) })
    await see(dialog.getByText(m('refund_effect_money', { price: euros(totalCents), email: camille.email })))
    await dialog.getByRole('button', { name: m('refund_amount', { price: euros(totalCents) }) }).click()
    await see(now(shopper.page, m('step_refunded')))
    await see(shopper.page.getByText(m('refunded_amount', { price: euros(totalCents) })))
    expect(shopper.loads()).toBe(loads)
    const { creditNoteNumbers, invoiceNumber } = await shop.staff.orders.get.query({ id: orders.first.id })
    expect(creditNoteNumbers).toHaveLength(1)
    await shopper.page.getByRole('link', { name: m('invoice'), exact: true }).click()
    const sheet = (title: string) =>
      shopper.page.getByRole('article').filter({ has: shopper.page.getByRole('heading', { name: title, exact: true }) })
    await see(sheet(m('invoice')).getByText(invoiceNumber ?? '', { exact: true }))
    await see(sheet(m('credit_note')).getByText(creditNoteNumbers[0] ?? '', { exact: true }))
  })

  test('the stock that staff see counts what came back and what is sold', async () => {
    const { page } = staff
    await page
      .getByRole('navigation')
      .getByRole('link', { name: m('products') })
      .click()
    const cells = async (name: string) => {
      await page.getByRole('searchbox', { name: m('search') }).fill(name)
      const found = page.getByRole('row').filter({ hasText: name })
      await see(found)
      await expect.poll(() => page.getByRole('row').count()).toBe(2)
      return (await found.getByRole('cell').allInnerTexts()).slice(-3).map(Number)
    }
    const stock = ({ onHand, allocated }: { onHand: number; allocated: number }) => [
      onHand,
      allocated,
      onHand - allocated,
    ]
    expect(await cells(cream.name)).toEqual(stock(before.cream))
    expect(await cells(coffee.name)).toEqual(stock({ ...before.coffee, allocated: before.coffee.allocated + 1 }))
  })

  test('the figures agree with what was paid and given back', async () => {
    const { page } = staff
    const [first, second] = [
      await shop.staff.orders.get.query({ id: orders.first.id }),
      await shop.staff.orders.get.query({ id: orders.second.id }),
    ]
    const { figures } = before
    const revenue = figures.revenueCents + first.totalCents + second.totalCents
    const was = (status: string) => figures.ordersByStatus.find((one) => one.status === status)?.orders ?? 0
    await page
      .getByRole('navigation')
      .getByRole('link', { name: m('figures') })
      .click()
    const big = (label: string, value: string) =>
      see(page.getByRole('link', { name: `${label} ${value}`, exact: true }))
    await big(m('revenue'), euros(revenue))
    await big(m('refunded'), euros(figures.refundedCents + first.totalCents))
    await big(m('paid_orders'), String(figures.paidOrders + 2))
    const list = page.getByRole('region', { name: m('orders_by_status') })
    const counted = (status: 'paid' | 'refunded', orders: number) =>
      see(list.getByRole('listitem').filter({ hasText: `${m(`status_${status}`)}${orders}` }))
    await counted('paid', was('paid') + 1)
    await counted('refunded', was('refunded') + 1)
    await see(
      page
        .getByRole('region', { name: m('low_stock') })
        .getByRole('listitem')
        .filter({ hasText: 'Marinière Brique · L' }),
    )
  })

  test('an English reader gets English words and prices', async () => {
    const reader = await visit(chromium.browser, shop.address, faults, { language: 'en-GB' })
    await reader.page.goto('/')
    await reader.page.waitForURL('**/en')
    await reader.page.goto('/en/products?search=hand+cream')
    await see(heading(reader.page, inEnglish('results_for', { words: 'hand cream' })))
    await reader.page.getByRole('link', { name: 'Hand cream' }).click()
    await see(heading(reader.page, 'Hand cream'))
    await see(reader.page.getByText('€12.50', { exact: true }))
    await see(reader.page.getByRole('radio', { name: 'Almond' }))
    await see(button(reader.page, inEnglish('add_to_cart')))
    expect(await reader.page.locator('html').getAttribute('lang')).toBe('en')
    await reader.leave()
  })

  test('the books agree', async () => {
    expect(await shop.checkBooks()).toEqual({ code: 0, output: 'The books are clean.\n' })
  })

  test('the shop closes in order when it is told to', async () => {
    for (const visitor of [shopper, staff, guest]) await visitor.leave()
    const { code, output } = await shop.close()
    expect(code, output).toBe(0)
  })
})
