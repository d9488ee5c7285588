import { createHash } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { button, heading, openStage, see } from './stage.ts'
import type { Visitor } from './visitor.ts'
import { euros, inEnglish, m } from './words.ts'

describe('a reader whose browser runs no script', () => {
  const stage = openStage('no-script')
  let reader: Visitor
  beforeAll(async () => {
    reader = await stage.enter('reader', { scripts: false })
  })
  /** Without scripts a press is answered by another document, which is read once it has loaded. */
  const loaded = (press: () => Promise<void>) => Promise.all([reader.page.waitForEvent('load'), press()])

  test('finds a product through shelves, filters and pages', async () => {
    const { page } = reader
    await page.goto('/')
    await see(heading(page, 'Comptoir'))
    const shelf = page.getByRole('navigation', { name: m('shelves') }).getByRole('link', { name: 'Vêtements' })
    await loaded(() => shelf.click())
    await see(heading(page, 'Vêtements'))
    const filters = page.getByRole('complementary', { name: m('filters') }).locator('.facets-open')
    const value = filters.locator('.facet-value').first()
    const count = Number((await value.locator('.facet-count').innerText()).replace(/\D/g, ''))
    await value.click()
    await filters.getByLabel(m('price_most')).fill('500,00')
    const apply = filters.getByRole('button', { name: m('apply') }).last()
    await loaded(() => apply.click())
    await see(page.getByRole('status').filter({ hasText: m('count_products', { count }) }))
    expect(new URL(page.url()).searchParams.get('maxCents')).toBe('50000')
    const cards = () => page.locator('.list-body .card').count()
    const more = page.getByRole('link', { name: m('load_more') })
    await page.goto('/fr/products')
    expect(await cards()).toBe(24)
    await loaded(() => more.click())
    expect(await cards()).toBe(48)
    await loaded(() => more.click())
    expect(await cards()).toBe(72)
    expect(new URL(page.url()).searchParams.get('pages')).toBe('3')
  })

  test('reads a product whole and puts it into the cart, more of it, less of it, none', async () => {
    const { page } = reader
    await page.goto('/fr/products/sels-de-bain')
    await see(heading(page, 'Sels de bain'))
    await see(page.getByText(euros(1580)).first())
    await see(page.locator('.buy-stock').getByText(m('stock_in')))
    expect(await page.locator('.gallery img').first().getAttribute('alt')).toContain('sels')
    await loaded(() => button(page, m('add_to_cart')).click())
    await page.waitForURL('**/fr/cart')
    const line = page.getByRole('list', { name: m('cart') }).getByRole('listitem')
    await see(line.filter({ hasText: 'Sels de bain' }))
    // What the document came with, not what was typed into the one before.
    const cameWith = (quantity: number) => see(line.locator(`input[value="${quantity}"]`))
    await loaded(() => line.getByRole('button', { name: m('one_more', { of: 'Sels de bain' }) }).click())
    await cameWith(2)
    await line.getByRole('textbox').fill('5')
    await loaded(() => line.getByRole('textbox').press('Enter'))
    await cameWith(5)
    await line.getByRole('textbox').fill('99')
    await loaded(() => line.getByRole('textbox').press('Enter'))
    await see(page.getByRole('alert'))
    await cameWith(5)
    await loaded(() => line.getByRole('button', { name: m('remove_named', { name: 'Sels de bain' }) }).click())
    await see(page.getByText(m('cart_empty_title')))
  })

  test('signs in, is told of a wrong password on the page, and comes back to where the way began', async () => {
    const { page } = reader
    const signIn = page.locator('main').getByRole('button', { name: inEnglish('sign_in') })
    await page.goto('/en/sign-in?back=/en/orders')
    await page.getByLabel(inEnglish('email')).fill('alice@email.test')
    await page.getByLabel(inEnglish('password'), { exact: true }).fill('wrong horse')
    await loaded(() => signIn.click())
    await see(page.getByRole('alert'))
    await page.getByLabel(inEnglish('email')).fill('alice@email.test')
    await page.getByLabel(inEnglish('password'), { exact: true }).fill('password123')
    await loaded(() => signIn.click())
    await page.waitForURL('**/en/orders')
    await see(heading(page, inEnglish('my_orders')))
    await see(page.getByRole('link', { name: inEnglish('my_account') }))
  })
})

describe('a page as it leaves the server', () => {
  const stage = openStage('html')
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(stage.shop.address + path, { headers, redirect: 'manual' })

  test('is whole before any script came, and the script asks for nothing again', async () => {
    const { page } = await stage.enter('shopper')
    const asked: string[] = []
    page.on('request', (request) => {
      if (/\/rpc\/shop\/(?!live|catalog\.stock)/.test(request.url())) asked.push(request.url())
    })
    for (const path of [
      '/fr',
      '/en/products?category=maison',
      '/fr/products/sels-de-bain',
      '/fr/cart',
      '/fr/legal/terms',
    ])
      await page.goto(path)
    expect(asked).toEqual([])
  })

  test('answers with the status of what it says', async () => {
    const status = async (path: string) => (await get(path)).status
    expect(await status('/fr/products/sels-de-bain')).toBe(200)
    expect(await status('/fr/products/nothing-of-the-kind')).toBe(404)
    expect(await status('/fr/legal/nothing')).toBe(404)
    const marked = await get('/fr/products?sort=newest&utm_source=letter')
    expect([marked.status, marked.headers.get('location')]).toEqual([302, '/fr/products?sort=newest'])
    expect(await status('/fr/orders')).toBe(302)
    const home = await get('/', { 'accept-language': 'en-GB,en;q=0.9' })
    expect([home.status, home.headers.get('location')]).toEqual([302, '/en'])
  })

  test('is kept for readers who see it alike, and never for one who signed in or has a cart', async () => {
    const first = await get('/fr/products/sels-de-bain')
    const etag = first.headers.get('etag') ?? ''
    expect(first.headers.get('cache-control')).toMatch(/^public, .*s-maxage=\d+/)
    expect(first.headers.get('vary')).toContain('cookie')
    expect((await get('/fr/products/sels-de-bain', { 'if-none-match': etag })).status).toBe(304)
    const own = await get('/fr/products/sels-de-bain', { cookie: 'comptoir_session=somebody' })
    expect([own.headers.get('cache-control'), own.headers.get('etag')]).toEqual(['no-store', null])
    expect((await get('/fr/cart')).headers.get('cache-control')).toBe('no-store')
  })

  test('says to search engines what it is, in both languages, with price and stock', async () => {
    const text = await (await get('/en/products/sels-de-bain')).text()
    // Where the shop says it lives (PUBLIC_URL), which in a test is not where it listens.
    expect(text).toMatch(/<link rel="canonical" href="http:\/\/[^"/]+\/en\/products\/sels-de-bain"\/>/)
    expect(text).toMatch(/<link rel="alternate" hrefLang="fr" href="http:\/\/[^"/]+\/fr\/products\/sels-de-bain"\/>/)
    expect(text.indexOf('rel="canonical"')).toBeLessThan(text.indexOf('</head>'))
    const facts = [...text.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/g)].map(
      ([, json]) => JSON.parse(json ?? '') as Record<string, unknown>,
    )
    expect(facts).toMatchObject([
      {
        '@type': 'Product',
        offers: [
          { price: '15.80', priceCurrency: 'EUR', availability: expect.stringMatching(/schema\.org\/\w+Stock$/) },
        ],
      },
      { '@type': 'BreadcrumbList', itemListElement: [{ position: 1 }, { position: 2 }, { position: 3 }] },
    ])
    const narrowed = await (await get('/fr/products?category=maison&sort=newest')).text()
    expect(narrowed).toContain('<meta name="robots" content="noindex, follow"/>')
    expect(narrowed).not.toContain('rel="canonical"')
  })

  test('stands in the map of the shop, where every address answers', async () => {
    expect(await (await get('/robots.txt')).text()).toMatch(/^Sitemap: http:\/\/.+\/sitemap\.xml$/m)
    const map = await (await get('/sitemap.xml')).text()
    const places = [...map.matchAll(/<loc>(.*?)<\/loc>/g)].map(
      ([, place]) => new URL(place ?? '').pathname + new URL(place ?? '').search,
    )
    expect(places).toContain('/fr/products/sels-de-bain')
    expect(places).toContain('/en/products?category=maison')
    const answers = await Promise.all(places.map(async (place) => [place, (await get(place)).status]))
    expect(answers.filter(([, status]) => status !== 200)).toEqual([])
  })

  test('runs no script that stands in it but the one that its policy names: by hash where all see it, by nonce where one does', async () => {
    const kept = ['/fr', '/en', '/fr/products']
    const personal = ['/fr/cart', '/fr/sign-in', '/fr/nothing-of-the-kind']
    const nonces: string[] = []
    for (const place of [...kept, ...personal, ...personal]) {
      const page = await get(place)
      const own = [...(await page.text()).matchAll(/<script\b([^>]*)>([^<]+)/g)].filter(
        ([, attributes]) => !attributes?.includes('json'),
      )
      expect(own).toHaveLength(1)
      const [, attributes = '', script = ''] = own[0] ?? []
      const [, nonce] = /^ nonce="([^"]{24})"$/.exec(attributes) ?? []
      expect(nonce !== undefined, place).toBe(personal.includes(place))
      if (nonce !== undefined) nonces.push(nonce)
      const allowed = nonce ? `'nonce-${nonce}'` : `'sha256-${createHash('sha256').update(script).digest('base64')}'`
      expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'self';/)
      expect(page.headers.get('content-security-policy')).toContain(`;script-src 'self' ${allowed};`)
    }
    expect(new Set(nonces).size, 'no two answers share one').toBe(2 * personal.length)
  })

  test('carries no style, and each language speaks its own', async () => {
    const texts = await Promise.all(
      ['/fr', '/en', '/fr/cart', '/fr/nothing-of-the-kind'].map(async (place) => (await get(place)).text()),
    )
    for (const text of texts) expect(text).not.toMatch(/<[^>]+\sstyle=|<style\b/)
    expect(texts[0]).toContain(m('home_sentence'))
    expect(texts[1]).toContain(inEnglish('home_sentence').replaceAll("'", '&#x27;'))
  })

  test('takes no form from a stranger’s page', async () => {
    const send = (headers: Record<string, string>) =>
      fetch(`${stage.shop.address}/do/cart/add`, {
        ...{ method: 'POST', redirect: 'manual', body: new URLSearchParams({ locale: 'fr', variantId: 'x' }) },
        headers,
      })
    expect((await send({ origin: 'https://elsewhere.test', 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    const own = await send({ origin: stage.shop.address, 'sec-fetch-site': 'same-origin' })
    expect(own.status).toBe(422)
    expect(await own.text()).toContain('role="alert"')
  })
})
