import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { filterChoices } from '../src/search-params.ts'
import { type OpenBrowser, openBrowser } from './browser.ts'
import { comeIn, openPictured } from './come-in.ts'
import { keysOn } from './keys.ts'
import { type Pictured, picturedPages, prepareShop } from './pages.ts'
import { type BuiltShop, openShop } from './shop.ts'
import { button, heading, see } from './stage.ts'
import { type Visitor, visit } from './visitor.ts'
import { m } from './words.ts'

const faults: string[] = []
let shop: BuiltShop
let chromium: OpenBrowser
let pages: Record<string, Pictured>
let shopper: Visitor
let staff: Visitor

beforeAll(async () => {
  shop = await openShop()
  chromium = await openBrowser()
  await prepareShop(shop)
  pages = await picturedPages(shop)
  shopper = await visit(chromium.browser, shop.address, faults)
  await comeIn(shopper.page, 'charlie')
  staff = await visit(chromium.browser, shop.address, faults)
  await comeIn(staff.page, 'staff')
})
afterEach(() => expect(faults.splice(0)).toEqual([]))
afterAll(async () => {
  await chromium?.close()
  await shop?.close()
})

const kinds = {
  shop: ['home', 'list', 'product', 'cart', 'checkout', 'sign-in', 'find-order', 'legal-terms', 'developers'],
  console: ['console-orders', 'console-order', 'console-product', 'console-figures', 'console-settings'],
} as const

async function open(name: string): Promise<Page> {
  const { page } = name.startsWith('console') ? staff : shopper
  const pictured = pages[name]
  if (pictured === undefined) throw new Error(`no page is called ${name}`)
  await openPictured(page, pictured, 'fr')
  return page
}

// Runs in the page: what is wrong with where the focus is, or null. Two points out of nine must be seen, and so must a line around it.
function lost(): string | null {
  const one = document.activeElement
  if (one === null || one === document.body) return null
  const shown = one.closest('label') ?? one
  const { x, y, width, height } = shown.getBoundingClientRect()
  const name = `<${one.tagName.toLowerCase()} class="${one.className}"> ${one.textContent.slice(0, 30)}`
  const points = [0.1, 0.5, 0.9].flatMap((h) => [0.1, 0.5, 0.9].map((v) => [x + width * h, y + height * v] as const))
  const seen = points.filter(([left, top]) => {
    const there = document.elementFromPoint(left, top)
    return there !== null && (shown.contains(there) || there.contains(shown))
  })
  if (seen.length < 2) return `${name} is hidden at ${Math.round(x)}, ${Math.round(y)}`
  for (let around: Element | null = one; around !== null && around !== document.body; around = around.parentElement) {
    const { outlineStyle, outlineWidth } = getComputedStyle(around)
    if (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2) return null
  }
  return `${name} does not show that it has the focus`
}

const mostTabs = 70

describe('who moves by Tab', () => {
  test.each([...kinds.shop, ...kinds.console])('always sees where they are: %s', async (name) => {
    const page = await open(name)
    await page.setViewportSize({ width: 1024, height: 600 })
    const wrong = new Set<string>()
    let stops = 0
    for (; stops < mostTabs; stops++) {
      await page.keyboard.press('Tab')
      if (await page.evaluate(() => document.activeElement === document.body)) break
      const found = await page.evaluate(lost)
      if (found !== null) wrong.add(found)
    }
    expect([...wrong]).toEqual([])
    expect(stops).toBeGreaterThan(5)
  })

  test('comes to the content by the first key, in the shop and in the console', async () => {
    for (const name of ['list', 'console-orders']) {
      const page = await open(name)
      await page.keyboard.press('Tab')
      await see(page.locator('a.skip:focus'))
      await page.keyboard.press('Enter')
      await see(page.locator('main:focus'))
    }
  })
})

describe('a page that opens without a load', () => {
  test('takes the focus and says its title, in the shop', async () => {
    const page = await open('home')
    await page
      .getByRole('contentinfo')
      .getByRole('link', { name: m('terms_title') })
      .click()
    await see(heading(page, m('terms_title')))
    await see(page.locator('main:focus'))
    const title = `${m('terms_title')} · Comptoir`
    await expect.poll(() => page.title()).toBe(title)
    await expect.poll(() => page.locator('#root > [data-spoken]').textContent()).toBe(title)
  })

  test('takes the focus and says its title, in the console', async () => {
    const page = await open('console-orders')
    await page
      .getByRole('navigation')
      .getByRole('link', { name: m('settings') })
      .click()
    await see(heading(page, m('settings')))
    await see(page.locator('main:focus'))
    await expect.poll(() => page.locator('#root > [data-spoken]').textContent()).toContain(m('settings'))
  })

  test('has its entry in sight in the console’s menu, also when the window becomes another', async () => {
    const page = await open('console-settings')
    const line = page.locator('.rail nav ul')
    const inSight = (backTo?: number) =>
      line.evaluate((list, left) => {
        if (left !== undefined) list.scrollLeft = left
        const here = list.querySelector('.is-here')?.getBoundingClientRect()
        const room = list.getBoundingClientRect()
        return here !== undefined && here.left >= room.left && here.right <= room.right
      }, backTo)
    await page.setViewportSize({ width: 390, height: 740 })
    // In the wide window every entry is in sight; only the narrow one scrolls.
    await expect.poll(() => line.evaluate((list) => list.scrollLeft)).toBeGreaterThan(0)
    await expect.poll(() => inSight()).toBe(true)
    expect(await inSight(0)).toBe(false)
    await page.setViewportSize({ width: 360, height: 740 })
    await expect.poll(() => inSight()).toBe(true)
  })

  test('that is the same page with another filter leaves the focus where it is', async () => {
    const page = await open('list')
    const sort = page.getByLabel(m('sort'))
    await sort.focus()
    await sort.selectOption(filterChoices.sorts.at(-1) ?? '')
    await page.waitForURL((url) => url.searchParams.has('sort'))
    expect(await sort.evaluate((field) => field === document.activeElement)).toBe(true)
  })
})

test('the pictures of a product are put in order by buttons alone, and the focus stays', async () => {
  const page = await open('console-product')
  const keys = keysOn(page)
  const order = () => page.locator('.picture-row img').evaluateAll((all) => all.map((one) => one.getAttribute('src')))
  const later = page.getByRole('button', { name: m('later_named', { no: 1 }) })
  await see(later)
  const before = await order()
  await keys.to(later)
  await keys.press('Enter')
  await expect.poll(order).toEqual([before[1], before[0], ...before.slice(2)])
  await see(page.locator('.picture-row button:focus'))
  await page.getByRole('button', { name: m('discard') }).click()
  await expect.poll(order).toEqual(before)
})

describe('what the reader asked of their system', () => {
  const moving = (page: Page) =>
    page.evaluate(() => {
      const seen: string[] = []
      for (const name of ['animationstart', 'transitionrun'])
        addEventListener(name, ({ target }) => seen.push(`${name} of <${(target as Element).className}>`), true)
      return void Object.assign(globalThis, { seen })
    })
  const moved = (page: Page) => page.evaluate(() => (globalThis as typeof globalThis & { seen: string[] }).seen)
  async function goThroughTheShop(reducedMotion: 'reduce' | 'no-preference') {
    const page = await open('product')
    await page.emulateMedia({ reducedMotion })
    await moving(page)
    await page
      .getByRole('navigation', { name: m('shelves') })
      .getByRole('link')
      .first()
      .hover()
    await button(page, m('add_to_cart')).click()
    await see(page.getByRole('dialog'))
    await page
      .getByRole('dialog')
      .getByRole('link', { name: m('see_cart') })
      .hover()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'hidden' })
    await page
      .getByRole('navigation', { name: m('shelves') })
      .getByRole('link')
      .first()
      .click()
    await see(page.locator('.list-body'))
    return moved(page)
  }

  test('nothing moves for whoever asked for rest, and something does for others', async () => {
    expect(await goThroughTheShop('reduce')).toEqual([])
    expect(await goThroughTheShop('no-preference')).not.toEqual([])
    await shopper.page.emulateMedia({ reducedMotion: 'reduce' })
  })

  test('with colours of their own, what is chosen and where the focus is are still told apart', async () => {
    const page = await open('product')
    await page.emulateMedia({ forcedColors: 'active' })
    const borders = (selector: string) =>
      page.locator(selector).evaluateAll((all) => all.map((one) => getComputedStyle(one).borderBlockEndWidth))
    const differ = async (chosen: string, other: string) => {
      const [width] = await borders(chosen)
      expect(width, `nothing is ${chosen}`).toBeDefined()
      expect(await borders(other)).not.toContain(width)
    }
    await differ('.choice:has(:checked)', '.choice:not(:has(:checked))')
    await page
      .getByRole('navigation', { name: m('shelves') })
      .getByRole('link')
      .first()
      .click()
    await see(page.locator('.list-body'))
    await differ('.shelves .is-here', '.shelves a:not(.is-here)')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(lost)).toBeNull()
    await page.emulateMedia({ forcedColors: 'none' })
  })
})
