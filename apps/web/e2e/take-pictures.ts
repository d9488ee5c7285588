// node apps/web/e2e/take-pictures.ts [words of names…] [--width 360] [--scheme dark] [--language en] [--part 1/4]:
// pictures of every page of the built demo shop, or of some, into .screenshots/.
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { type Locale, locales } from '@comptoir/domain'
import type { Page } from 'playwright-core'
import { openBrowser } from './browser.ts'
import { comeIn, openPictured, twoFrames } from './come-in.ts'
import { type Pictured, picturedPages, prepareShop } from './pages.ts'
import { buildShop, openShop } from './shop.ts'
import { type Visitor, visit } from './visitor.ts'

const folder = path.resolve(import.meta.dirname, '../../../.screenshots')
const { values, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: {
    width: { type: 'string', multiple: true, default: ['360', '768', '1280'] },
    scheme: { type: 'string', multiple: true, default: ['light', 'dark'] },
    language: { type: 'string', multiple: true, default: ['fr', 'en'] },
    part: { type: 'string', default: '1/1' },
  },
})
const widths = values.width.map(Number)
const schemes = (['light', 'dark'] as const).filter((one) => values.scheme.includes(one))
const languages = locales.filter((one) => values.language.includes(one))
const [part = 1, parts = 1] = values.part.split('/').map(Number)
const heights: Record<number, number> = { 360: 740, 768: 1024, 1280: 900 }

const say = (line: string) => process.stdout.write(`${line}\n`)
await buildShop()
const shop = await openShop()
const { browser, close } = await openBrowser()
await prepareShop(shop)
const pages = Object.entries(await picturedPages(shop))
  .filter(([name]) => wanted.length === 0 || wanted.some((word) => name.includes(word)))
  .filter((_, at, all) => Math.floor((at * parts) / all.length) === part - 1)

/** The pages in one language; each person signs in once. */
async function take(locale: Locale) {
  for (const who of new Set(pages.map(([, [of]]) => of))) {
    const faults: string[] = []
    const visitor = await visit(browser, shop.address, faults, { language: locale === 'fr' ? 'fr-FR' : 'en-GB' })
    await comeIn(visitor.page, who)
    for (const [name, pictured] of pages.filter(([, [of]]) => of === who)) {
      try {
        await takeOne(visitor, name, pictured, locale)
      } catch (error) {
        say(`${name} ${locale} could not be taken: ${String(error)}`)
        process.exitCode = 1
      }
      for (const fault of faults.splice(0)) say(`${name} ${locale} ${fault}`)
    }
    await visitor.leave()
  }
}

/** One page in every width and both schemes, loaded once. */
async function takeOne(visitor: Visitor, name: string, pictured: Pictured, locale: Locale) {
  const { page } = visitor
  await openPictured(page, pictured, locale)
  const fullPage = (await page.locator('dialog[open]').count()) === 0
  for (const width of widths) {
    await page.setViewportSize({ width, height: heights[width] ?? 900 })
    await allPicturesIn(page)
    for (const wide of await visitor.tooWide()) {
      say(`${name} ${width} ${locale} is too wide at ${wide}`)
      process.exitCode = 1
    }
    // What sticks to an edge of the window stands where one reads it: the window is as tall as the page.
    await page.evaluate(twoFrames)
    const whole = await page.evaluate(() => document.documentElement.scrollHeight)
    if (fullPage) await page.setViewportSize({ width, height: Math.max(whole, heights[width] ?? 900) })
    for (const colorScheme of schemes) {
      await page.emulateMedia({ colorScheme })
      await page.evaluate(twoFrames)
      const file = path.join(folder, `${name}-${width}-${colorScheme}-${locale}.png`)
      await page.screenshot({ path: file, fullPage, animations: 'disabled' })
    }
  }
}

/** Waits for all pictures and fonts. Streams stay open for good, so the network is never idle. */
const allPicturesIn = (page: Page) =>
  page.evaluate(async () => {
    for (const image of document.images) image.loading = 'eager'
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)))
    await document.fonts.ready
  })

mkdirSync(folder, { recursive: true })
await Promise.all(languages.map(take))
await close()
await shop.close()
say(`The pictures of ${pages.length} pages are in ${folder}`)
