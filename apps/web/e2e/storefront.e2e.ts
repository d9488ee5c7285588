import type { Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type OpenBrowser, openBrowser } from './browser.ts'
import { type BuiltShop, openShop } from './shop.ts'
import { type Visitor, visit } from './visitor.ts'
import { euros, inEnglish, m } from './words.ts'

const coffee = { slug: 'cafe-du-comptoir', name: 'Café du comptoir' }
const passer = { email: 'passante@example.test', password: 'une phrase de passe' }

const faults: string[] = []
let shop: BuiltShop
let chromium: OpenBrowser
let guest: Visitor
let other: Visitor
let order = { id: '', reference: '' }

beforeAll(async () => {
  shop = await openShop()
  chromium = await openBrowser()
  guest = await visit(chromium.browser, shop.address, faults)
  other = await visit(chromium.browser, shop.address, faults, { phone: true, dark: true })
})
let brokenAt: string | undefined
beforeEach(() => {
  if (brokenAt !== undefined) throw new Error(`the story broke earlier, where "${brokenAt}"`)
})
afterEach(({ task }) => {
  if (task.result?.state === 'fail') brokenAt ??= task.name
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
const refusals = (page: Page) => {
  const met: string[] = []
  page.on('response', (response) => {
    if (response.status() === 401) met.push(response.url())
  })
  return met
}

async function orderAsGuest(page: Page, email: string) {
  await page.getByLabel(m('email')).fill(email)
  await page.getByLabel(m('full_name')).fill('Une Passante')
  await page.getByLabel(m('line1')).fill('8 rue des Lilas')
  await page.getByLabel(m('postcode')).fill('69003')
  await page.getByLabel(m('city')).fill('Lyon')
  await page.getByRole('checkbox', { name: m('accept_terms') }).check()
  await button(page, m('order_with_obligation')).click()
  await see(heading(page, m('pay_title')))
  await page.getByRole('button', { name: m('pay_amount', { price: '' }).trim() }).click()
  await see(page.getByRole('heading', { name: m('keep_my_order') }))
  const id = /\/orders\/(order_\w+)/.exec(page.url())?.[1] ?? ''
  return { id, reference: (await shop.staff.orders.get.query({ id })).reference }
}

describe('a guest who finds, orders and stays', () => {
  test('is led on while typing, by the keyboard alone, and is refused nothing', async () => {
    const { page } = guest
    const refused = refusals(page)
    await page.goto('/fr')
    await see(page.getByRole('heading', { name: m('home_popular') }))
    // In one stroke, so that no answer to half a word changes the list under the arrows.
    await page.getByRole('combobox', { name: m('search') }).fill('cafe')
    await see(page.getByRole('option', { name: coffee.name }))
    await page.keyboard.press('ArrowDown')
    await see(page.getByRole('option', { selected: true }).filter({ hasText: coffee.name }))
    await page.keyboard.press('Enter')
    await see(heading(page, coffee.name))
    expect(refused).toEqual([])
  })

  test('sees in a drawer what was just added, and so does another tab', async () => {
    const { page } = guest
    const tab = await page.context().newPage()
    await tab.goto('/fr/cart')
    await see(tab.getByRole('heading', { name: m('cart_empty_title') }))
    await button(page, m('add_to_cart')).click()
    const drawer = page.getByRole('dialog', { name: m('cart') })
    await see(drawer.getByRole('status').filter({ hasText: coffee.name }))
    await see(tab.getByRole('list', { name: m('cart') }).getByText(coffee.name))
    await page.keyboard.press('Escape')
    await drawer.waitFor({ state: 'hidden' })
    await tab.close()
  })

  test('ticks a filter before the scripts of the page have come, and it counts once they are there', async () => {
    const { page } = guest
    const { promise: come, resolve: release } = Promise.withResolvers<void>()
    await page.route('**/assets/*.js', async (route) => come.then(() => route.continue()))
    await page.goto('/fr/products?category=vetements', { waitUntil: 'commit' })
    const filters = page.getByRole('complementary', { name: m('filters') }).locator('.facets-open')
    await filters.getByRole('checkbox', { name: m('in_stock_only') }).check()
    release()
    await page.waitForURL((url) => url.searchParams.has('inStock'))
    await see(filters.getByRole('checkbox', { name: m('in_stock_only'), checked: true }))
    // Only now: what is asked for while the hands are taken off may never be answered.
    await page.unroute('**/assets/*.js')
  })

  test('narrows a list by its counts, takes a filter away, and Back brings it again', async () => {
    const { page } = guest
    await page.goto('/fr/products?category=vetements')
    const values = page.getByRole('complementary', { name: m('filters') }).locator('.facets-open .facet-value')
    const first = values.first()
    const count = Number((await first.locator('.facet-count').innerText()).replace(/\D/g, ''))
    await first.click()
    await see(page.getByRole('status').filter({ hasText: m('count_products', { count }) }))
    await expect.poll(() => page.locator('.list-body .card').count()).toBe(count)
    const chips = page.getByRole('list', { name: m('applied_filters') }).getByRole('link')
    await chips.nth(1).click()
    await page.waitForURL((url) => !url.searchParams.has('options'))
    await page.goBack()
    await page.waitForURL((url) => url.searchParams.has('options'))
    await see(page.getByRole('status').filter({ hasText: m('count_products', { count }) }))
    // Back leaves a page that goes on.
    await chips.nth(1).click()
    await page.waitForURL((url) => !url.searchParams.has('options'))
  })

  test('is told of a wrong postcode where it stands, and loses nothing of what was typed by a reload', async () => {
    const { page } = guest
    await page.goto('/fr/checkout')
    const typed = { [m('email')]: passer.email, [m('full_name')]: 'Une Passante', [m('line1')]: '8 rue des Lilas' }
    for (const [label, text] of Object.entries(typed)) await page.getByLabel(label).fill(text)
    await page.getByLabel(m('postcode')).fill('69')
    await page.getByLabel(m('city')).fill('Lyon')
    await button(page, m('order_with_obligation')).click()
    const postcode = page.getByLabel(m('postcode'))
    await expect.poll(() => postcode.evaluate((field) => field === document.activeElement)).toBe(true)
    const described = async () => (await postcode.getAttribute('aria-describedby'))?.split(' ').at(-1) ?? ''
    const saysOf = async () => page.locator(`[id="${await described()}"]`).allInnerTexts()
    await expect.poll(saysOf).toEqual([m('check_postcode')])
    await page.reload()
    for (const [label, text] of Object.entries({ ...typed, [m('postcode')]: '69', [m('city')]: 'Lyon' }))
      await expect.poll(() => page.getByLabel(label).inputValue()).toBe(text)
    expect(await page.getByRole('checkbox', { name: m('accept_terms') }).isChecked()).toBe(false)
  })

  test('keeps the order by choosing a password', async () => {
    const { page } = guest
    await page.goto('/fr/checkout')
    order = await orderAsGuest(page, passer.email)
    await page.getByLabel(m('choose_password'), { exact: true }).fill(passer.password)
    await button(page, m('keep_my_order')).click()
    await see(page.getByText(m('order_kept')))
    await see(page.getByRole('link', { name: m('my_account') }))
    await page.goto('/fr/orders')
    await see(page.getByRole('link').filter({ hasText: order.reference }))
  })

  test('saves an address, which is offered at checkout', async () => {
    const { page } = guest
    await page.goto('/fr/account')
    await button(page, m('add_address')).click()
    const form = page.getByRole('dialog')
    await form.getByLabel(m('full_name')).fill('Une Passante')
    await form.getByLabel(m('line1')).fill('3 quai de Saône')
    await form.getByLabel(m('postcode')).fill('69 002')
    await form.getByLabel(m('city')).fill('Lyon')
    await button(page, m('save')).last().click()
    await see(page.getByText('3 quai de Saône'))
    await page.goto(`/fr/products/${coffee.slug}`)
    await button(page, m('add_to_cart')).click()
    await page
      .getByRole('dialog')
      .getByRole('link', { name: m('to_checkout') })
      .click()
    await see(page.getByLabel(m('saved_address')))
    await expect.poll(() => page.getByLabel(m('line1')).inputValue()).toBe('3 quai de Saône')
  })
})

describe('somebody on another device', () => {
  test('opens the order with its number and e-mail together, for reading', async () => {
    const { page } = other
    await page.goto('/fr')
    await page
      .getByRole('contentinfo')
      .getByRole('link', { name: m('find_order') })
      .click()
    await page.getByLabel(m('order_reference')).fill(order.reference)
    await page.getByLabel(m('email')).fill('quelquun@example.test')
    await button(page, m('open_order')).click()
    await see(page.getByRole('alert'))
    await page.getByLabel(m('email')).fill(passer.email)
    await button(page, m('open_order')).click()
    await see(heading(page, m('order_title', { reference: order.reference })))
    expect(await button(page, m('cancel_order')).count()).toBe(0)
    expect(await page.getByRole('heading', { name: m('keep_my_order') }).count()).toBe(0)
    expect(await other.tooWide(), 'the order is wider than the phone').toEqual([])
    const paper = await page.context().request.get(`/documents/invoice/${order.id}.pdf`)
    expect(paper.headers()['content-type']).toBe('application/pdf')
  })

  test('signs in with the same account, until the first device ends the others', async () => {
    const { page } = other
    await page.goto('/fr/sign-in')
    await page.getByLabel(m('email')).fill(passer.email)
    await page.getByLabel(m('password'), { exact: true }).fill(passer.password)
    await page
      .getByRole('main')
      .getByRole('button', { name: m('sign_in') })
      .click()
    await see(page.getByRole('heading', { name: m('sessions') }))
    await guest.page.goto('/fr/account')
    await button(guest.page, m('end_other_sessions')).click()
    await button(guest.page, m('end_other_sessions')).waitFor({ state: 'hidden' })
    expect((await page.context().request.get('/rpc/shop/auth.sessions')).status()).toBe(401)
    await page.goto('/fr/account')
    await see(heading(page, m('sign_in')))
  })

  test('reads beside a reduction what it is measured by, of the variant that is chosen', async () => {
    const { page } = other
    const { variants, options } = await shop.guest.catalog.get.query({ id: 'mariniere' })
    const reduced = variants.find(({ priorPriceCents }) => priorPriceCents !== null)
    const colour = options[0]?.values.find(({ code }) => code === reduced?.values[0])?.name ?? ''
    const prior = page.getByText(m('price_prior', { price: euros(reduced?.priorPriceCents ?? 0) }))
    await page.goto('/fr/products/mariniere')
    await see(page.getByRole('radio', { name: colour }))
    expect(await prior.count()).toBe(0)
    await page.getByRole('radio', { name: colour }).check()
    await see(prior)
  })

  test('reads the terms in both languages, with the seller in them', async () => {
    const { page } = other
    const { seller } = await shop.guest.shop.info.query()
    for (const [locale, say] of [
      ['fr', m],
      ['en', inEnglish],
    ] as const) {
      await page.goto(`/${locale}`)
      await page
        .getByRole('contentinfo')
        .getByRole('link', { name: say('terms_title') })
        .click()
      await see(heading(page, say('terms_title')))
      await see(page.getByText(seller.siren))
      expect(await other.tooWide(), 'the terms are wider than the phone').toEqual([])
    }
  })
})
