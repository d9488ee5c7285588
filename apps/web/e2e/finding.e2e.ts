import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { heading, openStage, see } from './stage.ts'
import type { Visitor } from './visitor.ts'
import { m } from './words.ts'

const coffee = 'Café du comptoir'
const field = (page: Page) => page.getByRole('combobox', { name: m('search') })
const option = (page: Page, name: string) => page.getByRole('option').filter({ hasText: name })
/** The script has taken the page over: what is typed now is answered. */
const taken = (page: Page) =>
  page.waitForFunction(() => {
    const root = document.getElementById('root')
    return root !== null && Object.keys(root).some((key) => key.startsWith('__react'))
  })

describe('somebody who looks for something', () => {
  const stage = openStage('finding')
  let shopper: Visitor
  beforeAll(async () => {
    shopper = await stage.enter('shopper')
  })

  test('is understood with a slip in a word and without accents, and told what was looked for', async () => {
    const { page } = shopper
    await page.goto('/fr')
    await taken(page)
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
    await taken(page)
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
})
