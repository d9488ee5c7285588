import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openStage } from './stage.ts'

const stage = openStage('first-sight')
const product = '/fr/products/creme-pour-les-mains'

declare global {
  interface Window {
    /** What the browser noted: how far things moved, and which element was the largest. */
    moved: number
    largest: string
  }
}

/** From the next load on the page counts what moves, and knows its largest element. */
const watch = (page: Page) =>
  page.addInitScript(() => {
    window.moved = 0
    const each = (type: string, take: (entry: PerformanceEntry) => void) =>
      new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true })
    each('layout-shift', (entry) => {
      if ('value' in entry && 'hadRecentInput' in entry && entry.hadRecentInput === false)
        window.moved += Number(entry.value)
    })
    each('largest-contentful-paint', (entry) => {
      if ('element' in entry && entry.element instanceof Element)
        window.largest = `${entry.element.tagName} ${entry.element.getAttribute('loading')} ${entry.element.getAttribute('fetchpriority')}`
    })
  })

/** The pictures of a page as the browser took them. */
const pictures = (page: Page) =>
  page.locator('main picture').evaluateAll((all) =>
    all.map((picture) => {
      const image = picture.querySelector('img')
      const source = picture.querySelector('source')
      const names = (set: string | null | undefined) => set?.replaceAll(/\/\S+?-(?=\d+\.\w+ )/g, '')
      return {
        kind: source?.type,
        avif: names(source?.getAttribute('srcset')),
        webp: names(image?.getAttribute('srcset')),
        // Shown, it would be an item of its own in the grid where the picture stands.
        choice: source === null ? '' : getComputedStyle(source).display,
        sizes: [source?.sizes !== '', source?.sizes === image?.sizes],
        square: `${image?.getAttribute('width')} ${image?.getAttribute('height')}`,
        loading: `${image?.loading} ${image?.fetchPriority}`,
        besideAnother: picture.closest('.thumbs') !== null,
      }
    }),
  )

test('a picture comes as AVIF in the size that its place needs, the first one at once and first, the others when they are near', async () => {
  const { page } = await stage.enter('phone', { phone: true })
  await watch(page)
  for (const [path, first] of [
    ['/fr', 1],
    ['/fr/products?category=epicerie', 1],
    [product, 1],
  ] as const) {
    await page.goto(path)
    const all = await pictures(page)
    expect(all.length).toBeGreaterThan(first)
    for (const [place, { besideAnother, ...picture }] of all.entries())
      expect(picture, `${path} ${place}`).toEqual({
        kind: 'image/avif',
        avif: '160.avif 160w, 480.avif 480w, 960.avif 960w',
        webp: '160.webp 160w, 480.webp 480w, 960.webp 960w',
        choice: 'none',
        sizes: [true, true],
        square: '960 960',
        loading: place < first ? 'eager high' : besideAnother ? 'lazy low' : 'lazy auto',
      })
    const took = await page
      .locator('main picture img')
      .first()
      .evaluate((image: HTMLImageElement) => image.currentSrc)
    expect(new URL(took).pathname).toMatch(/^\/pictures\/\S+-480\.avif$/)
    const html = await (await fetch(stage.shop.address + path)).text()
    const early = html.split('</head>')[0]?.match(/<link rel="preload" as="image" type="image\/avif"/g)
    expect(early).toHaveLength(first)
  }
  await expect.poll(() => page.evaluate(() => window.largest)).toBe('IMG eager high')
})

test('pictures further down and scripts wait until the page stands; scripts begin at once when its reader does something', async () => {
  const { page } = await stage.enter('early')
  const asked: string[] = []
  page.on('request', (request) => void asked.push(new URL(request.url()).pathname))
  const scripts = () => asked.filter((path) => path.endsWith('.js'))
  const others = () => asked.filter((path) => path.endsWith('.avif') && !path.includes('sels-de-bain'))
  let release = () => {}
  const late = new Promise<void>((resolve) => (release = resolve))
  await page.route(/sels-de-bain\S*\.avif$/, async (route) => {
    await late
    await route.continue()
  })
  // Four seconds of the page's clock are the most that scripts wait; here it stands still.
  await page.clock.install({ time: '2026-01-01T12:00:00Z' })
  await page.clock.pauseAt('2026-01-01T12:00:01Z')
  const opened = page.goto('/fr/products/sels-de-bain', { waitUntil: 'load' })
  await page.locator('h1').waitFor()
  await expect.poll(() => asked.some((path) => path.endsWith('.avif'))).toBe(true)
  await expect.poll(() => page.evaluate(() => document.fonts.ready.then(() => document.readyState))).toBe('interactive')
  expect(scripts()).toEqual([])
  expect(others()).toEqual([])
  await page.keyboard.press('Tab')
  await expect.poll(() => scripts().length).toBeGreaterThan(3)
  expect(others()).toEqual([])
  release()
  await opened
  // The frames stood still with the clock.
  await page.clock.resume()
  await expect.poll(() => others().length).toBeGreaterThan(0)
  // Without a press: when all that the page shows has come.
  const taken = page.waitForRequest(/\.js$/)
  await page.goto('/fr')
  await taken
})

test('where no script runs, no picture is held back', async () => {
  const { page } = await stage.enter('plain', { scripts: false })
  const asked: string[] = []
  page.on('request', (request) => void asked.push(request.url()))
  await page.goto('/fr')
  await expect.poll(() => asked.filter((path) => path.endsWith('.avif')).length).toBeGreaterThan(3)
})

test('French and English are set in two files of letters', async () => {
  const { page } = await stage.enter('reader')
  const letters = new Set<string>()
  page.on('request', (request) => {
    const { pathname } = new URL(request.url())
    if (pathname.endsWith('.woff2')) letters.add(pathname.replace(/-[^-]+$/, ''))
  })
  for (const path of ['/fr', '/en/products', product, '/fr/cart', '/fr/legal/terms', '/en/sign-in']) {
    await page.goto(path)
    await page.evaluate(() => document.fonts.ready)
  }
  expect([...letters].toSorted()).toEqual(['/assets/hanken-grotesk-core', '/assets/newsreader-core'])
})

/** The letters of ours that have come; those of the reader's machine stand in for them until then. */
const ourLetters = (page: Page) =>
  page.evaluate(
    () => [...document.fonts].filter((font) => font.family.includes('Variable') && font.status === 'loaded').length,
  )

test.each([true, false])('nothing moves when pictures and letters come late, on a phone: %s', async (phone) => {
  const { page } = await stage.enter('patient', { phone })
  await watch(page)
  for (const path of ['/fr', '/fr/products?category=epicerie', product]) {
    let release = () => {}
    const late = new Promise<void>((resolve) => (release = resolve))
    const held: string[] = []
    await page.route(/\.(?:woff2|avif|webp)$/, async (route) => {
      held.push(route.request().url())
      await late
      await route.continue()
    })
    await page.goto(path, { waitUntil: 'commit' })
    await page.locator('h1').waitFor()
    // Drawn without them: two frames have passed.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
    await expect.poll(() => held.filter((url) => url.endsWith('.woff2')).length).toBeGreaterThanOrEqual(2)
    expect(await ourLetters(page)).toBe(0)
    release()
    await page.waitForLoadState('load')
    await page.evaluate(() => document.fonts.ready)
    expect(await ourLetters(page)).toBe(2)
    await page.locator('html:not([data-unseen])').waitFor()
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
    expect(await page.evaluate(() => window.moved), path).toBeLessThanOrEqual(0.02)
    await page.unroute(/\.(?:woff2|avif|webp)$/)
  }
})

test('scripts, style sheets and letters come packed as the browser can unpack them, to be kept for ever', async () => {
  const get = (path: string, encoding: string) =>
    fetch(stage.shop.address + path, { headers: { 'accept-encoding': encoding } })
  const html = await (await get('/fr', 'identity')).text()
  const named = (kind: string) => new RegExp(String.raw`/assets/[^"]+\.${kind}`).exec(html)?.[0] ?? ''
  for (const [path, type] of [
    [named('js'), 'application/javascript; charset=utf-8'],
    [named('css'), 'text/css; charset=utf-8'],
  ] as const) {
    const plain = await get(path, 'identity')
    const text = await plain.text()
    const told = ({ headers }: Response) =>
      ['content-type', 'content-encoding', 'vary', 'cache-control'].map((name) => headers.get(name))
    const forEver = 'public, max-age=31536000, immutable'
    expect(told(plain)).toEqual([type, null, 'accept-encoding', forEver])
    for (const [asked, encoding] of [
      ['gzip, deflate, br', 'br'],
      ['gzip, deflate', 'gzip'],
    ] as const) {
      const packed = await get(path, asked)
      expect(told(packed)).toEqual([type, encoding, 'accept-encoding', forEver])
      expect(Number(packed.headers.get('content-length'))).toBeLessThan(Buffer.byteLength(text))
      expect(await packed.text()).toBe(text)
    }
  }
  const letters = await get(named('woff2'), 'gzip, br')
  expect(['content-type', 'content-encoding', 'cache-control'].map((name) => letters.headers.get(name))).toEqual([
    'font/woff2',
    null,
    'public, max-age=31536000, immutable',
  ])
  for (const font of ['newsreader', 'hanken-grotesk'])
    expect(await (await get(`/licences/${font}.txt`, 'identity')).text()).toContain('SIL Open Font License')
})
