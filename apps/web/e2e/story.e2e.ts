import type { Locale } from '@comptoir/domain'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { button, heading, openStage, orderIdIn, see } from './stage.ts'
import type { Visitor } from './visitor.ts'
import { inEnglish, m as inFrench, wordsIn } from './words.ts'

/** What the story buys, as each language names it. */
const shelf = {
  fr: {
    language: 'fr-FR',
    cream: { slug: 'creme-pour-les-mains', name: 'Crème pour les mains', option: 'Amande', typed: 'creme main' },
    coffee: { slug: 'cafe-du-comptoir', name: 'Café du comptoir', typed: 'cafe' },
    top: 'Marinière Brique · L',
    order: 'Commander avec obligation de paiement',
    other: { locale: 'en', m: inEnglish, cream: 'Hand cream', option: 'Almond', price: '€12.50' },
  },
  en: {
    language: 'en-GB',
    cream: { slug: 'creme-pour-les-mains', name: 'Hand cream', option: 'Almond', typed: 'hand cre' },
    coffee: { slug: 'cafe-du-comptoir', name: 'Counter coffee', typed: 'coffee' },
    top: 'Breton top Brick · L',
    order: 'Order with obligation to pay',
    other: {
      locale: 'fr',
      m: inFrench,
      cream: 'Crème pour les mains',
      option: 'Amande',
      price: '12,50\u00a0€',
    },
  },
} as const
const camille = { email: 'camille.verne@example.test', name: 'Camille Verne', password: 'une phrase de passe' }
const guestEmail = 'passante@example.test'

describe.each(['fr', 'en'] as const)('a day at the shop, in %s', (locale: Locale) => {
  const { m, money } = wordsIn(locale)
  const { language, cream, coffee, top, order: orderWords, other } = shelf[locale]
  const stage = openStage(`story-${locale}`)
  let shopper: Visitor
  let guest: Visitor
  let staff: Visitor
  let before: Awaited<ReturnType<typeof lookAround>>
  /** The orders of the story: the first of the account, the second of the guest. */
  const orders = { first: { id: '', reference: '' }, second: { id: '', reference: '' } }

  /** What the story changes, as the API tells it. */
  async function lookAround() {
    const { shop } = stage
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
    shopper = await stage.enter('shopper', { language })
    staff = await stage.enter('staff', { language })
    guest = await stage.enter('guest', { language, phone: true })
    before = await lookAround()
  })

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
    const id = orderIdIn(page)
    const { reference } = await stage.shop.staff.orders.get.query({ id })
    return { id, reference }
  }

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

  test('a guest finds the cream while typing, without accents', async () => {
    const { page } = shopper
    await page.goto(`/${locale}/products`)
    await see(heading(page, m('all_products')))
    await page.getByRole('combobox', { name: m('search') }).pressSequentially(cream.typed)
    await see(heading(page, m('results_for', { words: cream.typed })))
    await see(page.getByRole('listbox', { name: m('suggestions') }))
    await page.keyboard.press('Escape')
    await page.getByRole('link', { name: cream.name }).click()
    await see(heading(page, cream.name))
  })

  test('picks a variant, adds two, and finds them in the cart after a reload', async () => {
    const { page } = shopper
    await page.getByRole('radio', { name: cream.option }).check()
    await button(page, m('one_more', { of: cream.name })).click()
    await button(page, m('add_to_cart')).click()
    await see(page.locator('.drawer-added').getByText(m('added', { name: `${cream.name} · ${cream.option}` })))
    await page.getByRole('link', { name: m('see_cart') }).click()
    await see(heading(page, m('cart')))
    await page.reload()
    const line = page.getByRole('list', { name: m('cart') }).getByRole('listitem')
    await see(line.filter({ hasText: cream.option }))
    await expect.poll(() => line.count()).toBe(1)
    await expect.poll(() => page.getByLabel(m('quantity_of', { of: cream.name })).inputValue()).toBe('2')
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
    const order = button(page, orderWords)
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
    const { totalCents } = await stage.shop.staff.orders.get.query({ id: orders.first.id })
    const pay = button(page, m('pay_amount', { price: money(totalCents) }))
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
    await page.goto(`/${locale}`)
    await see(page.getByRole('combobox', { name: m('search') }))
    expect(await guest.tooWide(), 'the first page is wider than the phone').toEqual([])
    await page.getByRole('combobox', { name: m('search') }).fill(coffee.typed)
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
    await button(page, orderWords).click()
    await see(heading(page, m('pay_title')))
    orders.second = await referenceOf(page)
  })

  test('the guest may come back to the order in this browser; another browser finds nothing there', async () => {
    const { page } = guest
    const title = m('order_title', { reference: orders.second.reference })
    await page.goto(`/${locale}/orders/${orders.second.id}`)
    await see(heading(page, title))
    await page.reload()
    await see(heading(page, title))
    expect(await guest.tooWide(), 'the order page is wider than the phone').toEqual([])
    const stranger = await stage.enter('stranger', { language })
    await stranger.page.goto(`/${locale}/orders/${orders.second.id}`)
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
    const { trackingNumber } = await stage.shop.staff.orders.get.query({ id: orders.first.id })
    expect(trackingNumber).toMatch(/\w{8,}/)
    await see(now(shopper.page, trackingNumber ?? ''))
    await button(page, m('action_deliver')).click()
    await see(now(shopper.page, m('step_delivered')))
    expect(shopper.loads()).toBe(loads)
  })

  test('staff refund the first order after reading how much goes back; the shopper sees the credit note', async () => {
    const { page } = staff
    const loads = shopper.loads()
    const { totalCents } = await stage.shop.staff.orders.get.query({ id: orders.first.id })
    await button(page, m('action_refund')).click()
    const dialog = page.getByRole('dialog', { name: m('refund_title', { price: money(totalCents) }) })
    await see(dialog.getByText(m('refund_effect_money', { price: money(totalCents), email: camille.email })))
    await dialog.getByRole('button', { name: m('refund_amount', { price: money(totalCents) }) }).click()
    await see(now(shopper.page, m('step_refunded')))
    await see(shopper.page.getByText(m('refunded_amount', { price: money(totalCents) })))
    expect(shopper.loads()).toBe(loads)
    const { creditNoteNumbers, invoiceNumber } = await stage.shop.staff.orders.get.query({ id: orders.first.id })
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
    const shows = async (name: string, figures: number[]) => {
      await page.getByRole('searchbox', { name: m('search') }).fill(name)
      const found = page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) })
      const cells = async () => (await found.getByRole('cell').allInnerTexts()).slice(-3).map(Number)
      await expect.poll(cells).toEqual(figures)
    }
    const stock = ({ onHand, allocated }: { onHand: number; allocated: number }) => [
      onHand,
      allocated,
      onHand - allocated,
    ]
    await shows(cream.name, stock(before.cream))
    await shows(coffee.name, stock({ ...before.coffee, allocated: before.coffee.allocated + 1 }))
  })

  test('the figures agree with what was paid and given back', async () => {
    const { page } = staff
    const [first, second] = [
      await stage.shop.staff.orders.get.query({ id: orders.first.id }),
      await stage.shop.staff.orders.get.query({ id: orders.second.id }),
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
    await big(m('revenue'), money(revenue))
    await big(m('refunded'), money(figures.refundedCents + first.totalCents))
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
        .filter({ hasText: top }),
    )
  })

  test('a reader of the other language gets its words and prices', async () => {
    const reader = await stage.enter('reader', { language: shelf[other.locale].language })
    const { page } = reader
    await page.goto('/')
    await page.waitForURL(`**/${other.locale}`)
    await page.goto(`/${other.locale}/products?search=${encodeURIComponent(other.cream)}`)
    await see(heading(page, other.m('results_for', { words: other.cream })))
    await page.locator('.list-body .card').getByRole('link', { name: other.cream }).click()
    await see(heading(page, other.cream))
    await see(page.getByText(other.price, { exact: true }))
    await see(page.getByRole('radio', { name: other.option }))
    await see(button(page, other.m('add_to_cart')))
    await see(page.locator(`html[lang=${other.locale}]`))
    await reader.leave()
  })

  test('the books agree', async () => {
    expect(await stage.shop.checkBooks()).toEqual({
      code: 0,
      output: expect.stringMatching(/^The books are clean\.\n/),
    })
  })

  test('the shop closes in order when it is told to', async () => {
    for (const visitor of [shopper, staff, guest]) await visitor.leave()
    const { code, output } = await stage.shop.close()
    expect(code, output).toBe(0)
  })
})
