import type { Page } from 'playwright-core'
import { beforeAll, expect, test } from 'vitest'
import { earsOn } from './ears.ts'
import { button, heading, openStage, see } from './stage.ts'
import { euros, m } from './words.ts'

const stage = openStage('said-aloud')
const coffee = { slug: 'cafe-du-comptoir', name: 'Café du comptoir' }
let page: Page
let ears: Awaited<ReturnType<typeof earsOn>>

beforeAll(async () => {
  page = (await stage.enter('shopper')).page
  ears = await earsOn(page)
})

/** What was heard that says these words: how, and how often. */
async function heard(words: string) {
  await ears.waitFor(words)
  return (await ears.all()).filter((one) => one.words.includes(words)).map(({ how }) => how)
}

test('how many were found is said once, on arriving and when a filter is chosen', async () => {
  await page.goto('/fr')
  await page.getByRole('combobox', { name: m('search') }).fill('bol')
  await page.keyboard.press('Enter')
  await see(heading(page, m('results_for', { words: 'bol' })))
  const { total } = await stage.shop.guest.catalog.facets.query({ search: 'bol' })
  expect(await heard(m('count_products', { count: total }))).toEqual(['polite'])
  await page.goto('/fr/products')
  await see(page.locator('.list-body'))
  await ears.forget()
  const first = page.locator('.facets-open .facet-value').first()
  const count = Number((await first.locator('.facet-count').innerText()).replace(/\D/g, ''))
  await first.click()
  expect(await heard(m('count_products', { count }))).toEqual(['polite'])
})

test('a variant says its name, its price and its stock, once', async () => {
  await page.goto('/fr/products/creme-pour-les-mains')
  await see(heading(page, 'Crème pour les mains'))
  await ears.forget()
  await page.getByRole('radio', { name: 'Amande' }).check()
  expect(await heard('Amande')).toEqual(['polite'])
  const [said] = await ears.all()
  expect(said?.words).toContain(euros(1250))
  expect(said?.words).toContain(m('stock_in'))
})

test('a stock that changes while one looks is said, and nothing else is', async () => {
  await page.goto(`/fr/products/${coffee.slug}`)
  await see(heading(page, coffee.name))
  await ears.forget()
  const { id } = await stage.shop.guest.catalog.get.query({ id: coffee.slug })
  const { variants } = await stage.shop.staff.products.get.query({ id })
  const [variant] = variants
  const available = (variant?.onHand ?? 0) - (variant?.allocated ?? 0)
  await stage.shop.staff.products.adjustStock.mutate({
    variantId: variant?.id ?? '',
    change: 2 - available,
    reason: 'Inventaire',
  })
  expect(await heard(m('stock_left', { count: 2 }))).toEqual(['polite'])
  expect(await ears.all()).toHaveLength(1)
})

test('what was put into the cart is said once, over the drawer', async () => {
  await ears.forget()
  await button(page, m('add_to_cart')).click()
  await see(page.getByRole('dialog'))
  expect(await heard(m('added', { name: '' }).trim())).toEqual(['polite'])
  expect(await ears.all()).toHaveLength(1)
})

test('a changed quantity is said once, with what the goods cost now', async () => {
  await page.goto('/fr/cart')
  await see(heading(page, m('cart')))
  await ears.forget()
  await button(page, m('one_more', { of: coffee.name })).click()
  const { priceCents } = (await stage.shop.guest.catalog.get.query({ id: coffee.slug })).variants[0] ?? {
    priceCents: 0,
  }
  const words = m('cart_now', { pieces: m('cart_count', { count: 2 }), price: euros(2 * priceCents) })
  expect(await heard(words)).toEqual(['polite'])
  expect(await ears.all()).toHaveLength(1)
})

test('an error is said at once', async () => {
  await page.goto('/fr/find-order')
  await page.getByLabel(m('order_reference')).fill('C-2026-000000')
  await page.getByLabel(m('email')).fill('quelquun@example.test')
  await ears.forget()
  await button(page, m('open_order')).click()
  await see(page.getByRole('alert'))
  expect(await heard((await page.getByRole('alert').textContent()) ?? '')).toEqual(['assertive'])
})
