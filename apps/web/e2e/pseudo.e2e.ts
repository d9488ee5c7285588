import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allRoutes } from './all-routes.ts'
import { type OpenBrowser, openBrowser } from './browser.ts'
import { listen, speakPseudo, strangeWords, wordsOutside } from './pseudo.ts'
import { type BuiltShop, openShop } from './shop.ts'
import { tooWide, type Visitor, visit } from './visitor.ts'

const routes = allRoutes()

let shop: BuiltShop
let chromium: OpenBrowser
let samples: Record<string, string>

beforeAll(async () => {
  shop = await openShop()
  chromium = await openBrowser()
  const [order] = (await shop.staff.orders.list.query({ email: 'alice@email.test' })).items
  const [customer] = (await shop.staff.customers.list.query({})).items
  const cream = await shop.guest.catalog.get.query({ id: 'creme-pour-les-mains' })
  const [thread] = (await shop.staff.support.list.query({})).items
  const { token } = await shop.staff.products.previewLink.mutate({ id: cream.id })
  samples = {
    '/$locale/products/$slug': cream.slug,
    '/$locale/preview/$token': token,
    '/$locale/legal/$text': 'privacy',
    '/$locale/developers/refusals/$code': 'out_of_stock',
    '/$locale/orders/$id': order?.id ?? '',
    '/$locale/orders/$id/pay': order?.id ?? '',
    '/$locale/orders/$id/invoice': order?.id ?? '',
    '/$locale/support/$id': thread?.id ?? '',
    '/admin/orders/$id': order?.id ?? '',
    '/admin/products/$id': cream.id,
    '/admin/customers/$id': customer?.id ?? '',
    '/admin/support/$id': thread?.id ?? '',
    '/admin/imports/$id': await anImport(),
  }
})
afterAll(async () => {
  await chromium?.close()
  await shop?.close()
})

async function signedIn(page: Page) {
  const { request } = page.context()
  await request.post('/rpc/shop/auth.login', { data: { email: 'alice@email.test', password: 'password123' } })
  await request.post('/rpc/admin/auth.login', { data: { email: 'admin@ecom.test', password: 'admin123' } })
}

async function anImport(): Promise<string> {
  const visitor = await visit(chromium.browser, shop.address, [])
  await signedIn(visitor.page)
  const answer = await visitor.page.context().request.post('/uploads/products-csv?name=a.csv', {
    headers: { 'content-type': 'text/csv', origin: shop.address },
    data: 'Handle,Title,Variant Price\nverre,Verre,4.50\n',
  })
  const { importId } = (await answer.json()) as { importId: string }
  await visitor.leave()
  return importId
}

const addressOf = (route: string, locale: string) =>
  route.replace('$locale', locale).replace(/\$(?:slug|token|text|id|code)/, samples[route] ?? '')

describe.each(['fr', 'en'] as const)('in pseudo-%s', (locale) => {
  let visitor: Visitor
  beforeAll(async () => {
    visitor = await visit(chromium.browser, shop.address, [], { language: locale === 'fr' ? 'fr-FR' : 'en-GB' })
    await signedIn(visitor.page)
  })
  afterAll(() => visitor?.leave())

  test.each(routes)('%s says no word that is in no message, and fits a phone', async (route) => {
    if (/\$(?!locale)/.test(route)) expect(samples, 'give this route a sample').toHaveProperty([route])
    const page = await visitor.page.context().newPage()
    await speakPseudo(page)
    const heard = listen(page)
    await page.goto(addressOf(route, locale))
    await page.locator('h1').first().waitFor()
    await page.locator('[role=status] .bone').first().waitFor({ state: 'detached' })
    // First what the page shows, then what it was told: an answer in between is no fault of the page.
    const shown = await page.evaluate(wordsOutside)
    const words = await heard.words()
    const strange = shown.filter((text) => strangeWords(text, words).length > 0)
    await page.setViewportSize({ width: 360, height: 740 })
    const wide = await tooWide(page)
    await page.close()
    expect([...new Set(strange)]).toEqual([])
    expect(wide, 'the page is wider than a phone').toEqual([])
  })
})

test('a word that was forgotten would be found', async () => {
  const visitor = await visit(chromium.browser, shop.address, [])
  const { page } = visitor
  await speakPseudo(page)
  const heard = listen(page)
  await page.goto('/fr/cart')
  await page.locator('h1').first().waitFor()
  await page
    .locator('h1')
    .filter({ hasText: /^⟦.*⟧$/ })
    .waitFor()
  await page.evaluate(() => document.querySelector('h1')?.append(' Oublié'))
  const words = await heard.words()
  const strange = (await page.evaluate(wordsOutside)).flatMap((text) => strangeWords(text, words))
  await visitor.leave()
  expect(strange).toContain('oublié')
})
