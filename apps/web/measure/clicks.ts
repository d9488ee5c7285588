import type { Browser, BrowserContext, Page } from 'playwright-core'

/** What a reader does by hand on a page, under the name by which it is told. */
interface Deed {
  name: string
  path: string
  deed: (page: Page) => Promise<unknown>
}
export const deeds: readonly Deed[] = [
  {
    name: 'choose a variant',
    path: '/fr/products/creme-pour-les-mains',
    deed: (page) => page.locator('.choice:not(:has(:checked, :disabled))').first().click(),
  },
  {
    name: 'add to cart',
    path: '/fr/products/creme-pour-les-mains',
    deed: (page) => page.locator('.buy-now .is-primary').click(),
  },
  {
    name: 'tick a filter',
    path: '/fr/products?category=vetements',
    deed: (page) => page.locator('.facets-open .facet-value').first().click(),
  },
  {
    name: 'type a letter to search',
    path: '/fr',
    deed: (page) => page.getByRole('combobox').first().pressSequentially('c'),
  },
  {
    name: 'one more in the cart',
    path: '/fr/cart',
    deed: (page) => page.locator('.quantity button').last().click(),
  },
]

/** The CPU is this many times slower, as in Lighthouse's mobile profile. */
const slower = 4

declare global {
  interface Window {
    /** The longest time from a press to the next picture, ms. */
    slowest: number
  }
}

/** Interaction to next paint of each deed, ms: the middle of several runs, each in a browser that knows nothing yet. */
export async function measureDeeds(
  browser: Browser,
  { address, cartCookie, runs }: { address: string; cartCookie: string; runs: number },
): Promise<{ name: string; ms: number }[]> {
  const found: { name: string; ms: number }[] = []
  for (const { name, path, deed } of deeds) {
    const each: number[] = []
    for (let run = 0; run < runs; run++) {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 } })
      const [cookie = '', value = ''] = cartCookie.split('=', 2)
      if (path === '/fr/cart') await context.addCookies([{ name: cookie, value, url: address }])
      each.push(await once(context, address + path, deed))
      await context.close()
    }
    found.push({ name, ms: each.toSorted((a, b) => a - b)[runs >> 1] ?? Number.NaN })
  }
  return found
}

async function once(context: BrowserContext, url: string, deed: Deed['deed']): Promise<number> {
  const page = await context.newPage()
  await page.addInitScript(() => {
    window.slowest = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        if ('interactionId' in entry && entry.interactionId) window.slowest = Math.max(window.slowest, entry.duration)
    }).observe({ type: 'event', buffered: true, durationThreshold: 16 })
  })
  await page.goto(url, { waitUntil: 'load' })
  // The page stands and its scripts rest: what is measured is the answer to the press.
  await page.waitForTimeout(2000)
  const line = await context.newCDPSession(page)
  await line.send('Emulation.setCPUThrottlingRate', { rate: slower })
  await deed(page)
  await page.waitForTimeout(1500)
  return page.evaluate(() => window.slowest)
}
