import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenBrowser, openBrowser } from './browser.ts'
import { type BuiltShop, openShop } from './shop.ts'
import { visit, type Visitor } from './visitor.ts'

let open: OpenBrowser
let shop: BuiltShop
const faults: string[] = []

beforeAll(async () => {
  shop = await openShop()
  open = await openBrowser()
})
afterAll(async () => {
  await open?.close()
  await shop?.close()
})

/** Somebody who reads the page at `path`; nothing outside this machine can be reached from their browser. */
async function read(path: string): Promise<Visitor> {
  const visitor = await visit(open.browser, shop.address, faults, { language: 'en-GB' })
  await visitor.page.goto(path)
  return visitor
}

test('Swagger UI puts a piece in the cart: what its page sends is what the shop takes', async () => {
  const { items } = await shop.guest.catalog.list.query({ inStock: true, limit: 1 })
  const variantId = items[0]?.defaultVariantId ?? (await firstVariant(items[0]?.id ?? ''))
  const { page, leave } = await read('/docs')
  const operation = page.locator('#operations-cart-cartAdd')
  await operation.locator('.opblock-summary-control').click()
  await operation.locator('textarea.body-param__text').fill(JSON.stringify({ variantId, quantity: 2 }))
  await operation.getByRole('button', { name: 'Execute' }).click()
  await operation.locator('.live-responses-table .response-col_status', { hasText: '200' }).first().waitFor()
  await operation.locator('.live-responses-table').filter({ hasText: variantId }).waitFor()
  const cart = await page.evaluate(async () => (await fetch('/api/cart')).json() as Promise<{ count: number }>)
  expect(cart.count).toBe(2)
  await leave()
  expect(faults).toEqual([])
})

async function firstVariant(id: string): Promise<string> {
  const { variants } = await shop.guest.catalog.get.query({ id })
  return variants.find(({ stock }) => stock !== 'out_of_stock')?.id ?? ''
}

test('ReDoc shows every group of operations', async () => {
  const { page, leave } = await read('/redoc')
  await page.getByRole('heading', { name: 'Put pieces of a variant in the cart' }).first().waitFor()
  await page.getByRole('heading', { name: 'Ship a paid order; it gets its tracking number' }).first().waitFor()
  await leave()
  expect(faults).toEqual([])
})

test('Scalar shows the document and its operations', async () => {
  const { page, leave } = await read('/reference')
  await page.getByRole('button', { name: 'Open Group - cart' }).click()
  await page.getByText('Put pieces of a variant in the cart').first().waitFor()
  await page.evaluate(() => document.fonts.ready)
  await leave()
  expect(faults).toEqual([])
})
