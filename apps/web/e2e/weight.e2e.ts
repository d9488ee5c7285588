import { brotliCompressSync, gzipSync } from 'node:zlib'
import { beforeAll, describe, expect, test } from 'vitest'
import { button, heading, openStage, see } from './stage.ts'
import type { Visitor } from './visitor.ts'
import { euros, m } from './words.ts'

const kB = 1000
const product = '/fr/products/sels-de-bain'

describe('the weight of a page', () => {
  const stage = openStage('weight')
  const get = async (path: string) =>
    (await fetch(stage.shop.address + path, { headers: { accept: 'text/html' } })).text()
  const file = async (path: string) => (await fetch(stage.shop.address + path)).text()

  /** The scripts that a page names, and all that those import. */
  async function scriptsOf(html: string): Promise<Map<string, string>> {
    const texts = new Map<string, string>()
    const visit = async (path: string) => {
      if (texts.has(path)) return
      const text = await file(path)
      texts.set(path, text)
      for (const [, next] of text.matchAll(/(?:\bfrom|\bimport)\s*["'](\.\/[^"']+\.js)["']/g))
        await visit(new URL(next ?? '', `http://shop${path}`).pathname)
    }
    for (const path of namedIn(html)) await visit(path)
    return texts
  }
  const namedIn = (html: string) =>
    [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+\.js)"/g)].map(([, path]) => path ?? '')
  const weightOf = (texts: Iterable<string>) =>
    [...texts].reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0)

  test('a first product page brings at most 120 KB of scripts, all named in it, and none that checks schemas', async () => {
    const html = await get(product)
    const scripts = await scriptsOf(html)
    expect(weightOf(scripts.values())).toBeLessThanOrEqual(120 * kB)
    expect([...scripts.keys()].toSorted()).toEqual(namedIn(html).toSorted())
    for (const text of scripts.values()) expect(text).not.toMatch(/ZodError|_zod\b/)
  })

  test('home and lists bring the same scripts, the checkout at most 150 KB', async () => {
    const names = namedIn(await get(product)).toSorted()
    expect(namedIn(await get('/fr')).toSorted()).toEqual(names)
    expect(namedIn(await get('/fr/products?category=maison')).toSorted()).toEqual(names)
    const checkout = await scriptsOf(await get('/fr/checkout'))
    expect([...checkout.keys()].some((name) => name.includes('checkout-page'))).toBe(true)
    expect(weightOf(checkout.values())).toBeLessThanOrEqual(150 * kB)
  })

  test('a page names its own style sheets in its head, and the words of its own language alone', async () => {
    const html = await get(product)
    const styles = [...html.matchAll(/<link rel="stylesheet"[^>]* href="([^"]+)"/g)].map(([, path]) => path ?? '')
    expect((await Promise.all(styles.map(file))).join('')).toMatch(
      /\.product-page[\s\S]*\.masthead|\.masthead[\s\S]*\.product-page/,
    )
    expect(namedIn(html).filter((path) => /\/(?:fr|en)-/.test(path))).toEqual([expect.stringMatching(/\/fr-/)])
    const english = namedIn(await get('/en/products/sels-de-bain'))
    expect(english.filter((path) => /\/(?:fr|en)-/.test(path))).toEqual([expect.stringMatching(/\/en-/)])
  })

  test('a list of two dozen products weighs at most 25 KB without pictures and scripts', async () => {
    const html = await get('/fr/products')
    expect(html.match(/class="card"/g)?.length ?? 0).toBeGreaterThanOrEqual(20)
    expect(brotliCompressSync(html).length).toBeLessThanOrEqual(25 * kB)
    expect(gzipSync(html).length).toBeLessThanOrEqual(25 * kB)
  })

  describe('a reader whose scripts never arrive', () => {
    let reader: Visitor
    beforeAll(async () => {
      reader = await stage.enter('reader')
      stage.forgive(/net::ERR_FAILED/)
      await reader.page.route(/\.js(?:\?|$)/, (route) => route.abort())
    })

    test('sees the product page whole, and later scripts change no word of it', async () => {
      const { page } = reader
      const words = () => page.locator('#root').innerText()
      await page.goto(product, { waitUntil: 'load' })
      await see(heading(page, 'Sels de bain'))
      await see(page.getByText(euros(1580)).first())
      await see(page.locator('.buy-stock').getByText(m('stock_in')))
      await see(button(page, m('add_to_cart')))
      await expect
        .poll(() =>
          page
            .locator('.gallery img')
            .first()
            .evaluate((image: HTMLImageElement) => image.naturalWidth),
        )
        .toBeGreaterThan(0)
      const before = await words()
      await page.unroute(/\.js(?:\?|$)/)
      await page.reload()
      expect(await words()).toBe(before)
    })
  })

  test('the console’s first page brings at most 350 KB of scripts', async () => {
    const { page } = await stage.enter('admin')
    const got: string[] = []
    page.on('response', (response) => {
      if (response.url().endsWith('.js')) got.push(new URL(response.url()).pathname)
    })
    await page.goto('/admin')
    await page.getByLabel(m('email')).fill('admin@ecom.test')
    await page.getByLabel(m('password'), { exact: true }).fill('admin123')
    await button(page, m('sign_in')).click()
    await see(page.getByRole('navigation', { name: m('console') }))
    expect(weightOf(await Promise.all(got.map(file)))).toBeLessThanOrEqual(350 * kB)
    expect(got.filter((path) => path.includes('stats-page'))).toEqual([])
  })
})
