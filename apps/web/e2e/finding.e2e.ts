import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { heading, openStage, see } from './stage.ts'
import type { Visitor } from './visitor.ts'
import { m } from './words.ts'

const coffee = 'Café du comptoir'
const field = (page: Page) => page.getByRole('combobox', { name: m('search') })
const option = (page: Page, name: string) => page.getByRole('option').filter({ hasText: name })

describe('somebody who looks for something', () => {
  const stage = openStage('finding')
  let shopper: Visitor
  beforeAll(async () => {
    shopper = await stage.enter('shopper')
  })

  test('is understood with a slip in a word and without accents, and told what was looked for', async () => {
    const { page } = shopper
    await page.goto('/fr')
    await field(page).pressSequentially('theeire')
    await see(option(page, 'Théière ronde'))
    await page.keyboard.press('Enter')
    await see(heading(page, m('results_for', { words: 'théière' })))
    await see(page.getByText(m('search_forgiven', { asked: 'theeire', meant: 'théière' })))
    await see(page.locator('.list-body').getByRole('link', { name: 'Théière ronde' }).first())
    expect(Number((await page.locator('.list-count').innerText()).replace(/\D/g, ''))).toBeGreaterThan(0)
  })

  test('keeps the answers to what was typed last, whenever those to what was typed before arrive', async () => {
    const { page } = shopper
    await page.goto('/fr')
    const held = Promise.withResolvers<void>()
    const late = Promise.withResolvers<void>()
    await page.route(/catalog\.suggest/, async (route) => {
      const early = !decodeURIComponent(route.request().url()).includes('cafe')
      if (early) await held.promise
      const answer = await route.fetch()
      await route.fulfill({ response: answer }).catch(() => undefined)
      if (early) late.resolve()
    })
    const asked = page.waitForRequest(/catalog\.suggest/)
    await field(page).fill('theiere')
    await asked
    await field(page).fill('cafe du')
    await see(option(page, coffee))
    const offered = await page.getByRole('option').allInnerTexts()
    held.resolve()
    await late.promise
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
    expect(await page.getByRole('option').allInnerTexts()).toEqual(offered)
    expect(offered.join(' ')).not.toContain('Théière')
    await page.unroute(/catalog\.suggest/)
  })

  test('chooses with arrows and Enter, closes with Escape, and the roles say what is open', async () => {
    const { page } = shopper
    await page.goto('/fr')
    // In one stroke, so that no answer to half a word changes the list under the arrows.
    await field(page).fill('cafe')
    await see(option(page, coffee))
    expect(await field(page).getAttribute('aria-expanded')).toBe('true')
    const list = await field(page).getAttribute('aria-controls')
    expect(await page.getByRole('listbox').getAttribute('id')).toBe(list)
    await page.keyboard.press('Escape')
    await page.getByRole('listbox').waitFor({ state: 'hidden' })
    await expect.poll(() => field(page).getAttribute('aria-expanded')).toBe('false')
    await page.keyboard.press('ArrowDown')
    await see(option(page, coffee))
    await page.keyboard.press('ArrowDown')
    const chosen = page.getByRole('option', { selected: true })
    await see(chosen.filter({ hasText: coffee }))
    expect(await field(page).getAttribute('aria-activedescendant')).toBe(await chosen.getAttribute('id'))
    await page.keyboard.press('Enter')
    await see(heading(page, coffee))
  })

  test('is offered what was looked at last before anything is typed, and no cookie remembers it', async () => {
    const { page } = shopper
    await page.goto('/fr/products/theiere-ronde')
    await see(heading(page, 'Théière ronde'))
    await page.waitForFunction(() => localStorage.getItem('comptoir.seen.fr')?.includes('theiere-ronde'))
    await page.goto('/fr')
    await field(page).focus()
    const seen = page.getByRole('listbox', { name: m('seen_lately') })
    await see(seen)
    expect(await seen.getByRole('option').allInnerTexts()).toEqual([
      expect.stringContaining('Théière ronde'),
      expect.stringContaining(coffee),
    ])
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await see(page.getByRole('option', { selected: true }).filter({ hasText: coffee }))
    await page.keyboard.press('Enter')
    await see(heading(page, coffee))
    expect(await page.context().cookies()).toEqual([])
  })

  test('comes back to the same list at the same place, by Back and after a reload; a link shows others the same', async () => {
    const { page } = shopper
    await page.goto('/fr/products?inStock=true')
    const cards = page.locator('.list-body .card')
    for (const [shown, pages] of [
      [48, '2'],
      [72, '3'],
    ] as const) {
      await page.getByRole('link', { name: m('load_more') }).click()
      await expect.poll(() => cards.count()).toBe(shown)
      await page.waitForURL((url) => url.searchParams.get('pages') === pages)
    }
    const names = () => page.locator('.list-body .card .card-name').allInnerTexts()
    await expect.poll(names).toHaveLength(72)
    const before = await names()
    const link = cards.nth(60).getByRole('link').first()
    await link.scrollIntoViewIfNeeded()
    const place = () => page.evaluate(() => Math.round(scrollY))
    const at = await place()
    expect(at).toBeGreaterThan(1000)
    await link.click()
    await page.waitForURL('**/fr/products/*')
    await see(page.locator('.product-page h1'))
    await expect.poll(place).toBe(0)
    await page.goBack()
    await expect.poll(names).toEqual(before)
    await expect.poll(place).toBe(at)
    await page.reload()
    await expect.poll(names).toEqual(before)
    await expect.poll(place).toBe(at)
    const other = await stage.enter('other')
    await other.page.goto(page.url())
    await expect.poll(() => other.page.locator('.list-body .card .card-name').allInnerTexts()).toEqual(before)
  })
})
