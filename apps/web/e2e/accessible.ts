import type { Locale } from '@comptoir/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allRoutes } from './all-routes.ts'
import { findings } from './axe.ts'
import { type OpenBrowser, openBrowser } from './browser.ts'
import { comeIn, openPictured, twoFrames } from './come-in.ts'
import { type Pictured, picturedPages, prepareShop, type Who } from './pages.ts'
import { type BuiltShop, openShop } from './shop.ts'
import { type Visitor, visit } from './visitor.ts'

/** A window in which pages are looked at: by day or by night, with the rules that can break there. */
export interface State {
  width: number
  height: number
  dark: boolean
  rules: Parameters<typeof findings>[1]
}
/** A wide window; one that is enlarged twice, which gives a page half the CSS pixels, and those are all that axe and the layout read; the narrowest that must do. */
export const windows = {
  wide: { width: 1280, height: 900 },
  enlarged: { width: 640, height: 450 },
  narrow: { width: 320, height: 640 },
}

async function faultsOf({ page, tooWide }: Visitor, states: readonly State[]): Promise<string[]> {
  const found: string[] = []
  for (const { width, height, dark, rules } of states) {
    await page.setViewportSize({ width, height })
    await page.emulateMedia({ colorScheme: dark ? 'dark' : 'light' })
    await page.evaluate(twoFrames)
    const at = `${width} px${dark ? ' by night' : ''}`
    for (const one of [...(await findings(page, rules)), ...(dark ? [] : await tooWide())]) found.push(`${at}: ${one}`)
  }
  return found
}

const minutes = 60_000
const patternOf = (route: string) =>
  new RegExp(`^${route.replace('$locale', '(?:fr|en)').replaceAll(/\$\w+/g, '[^/]+')}/?$`)

/** The tests that no page breaks a rule in one language; `wanted` says which pictures are looked at, and every route must be among them. */
export function forEveryone(locale: Locale, states: readonly State[], wanted: (picture: string) => boolean): void {
  let pages: [name: string, pictured: Pictured][]
  const addresses = new Set<string>()
  let shop: BuiltShop
  let chromium: OpenBrowser

  beforeAll(async () => {
    shop = await openShop()
    chromium = await openBrowser()
    await prepareShop(shop)
    const only = new RegExp(process.env['ONLY'] ?? '')
    pages = Object.entries(await picturedPages(shop)).filter(([name]) => only.test(name) && wanted(name))
  })
  afterAll(async () => {
    await chromium?.close()
    await shop?.close()
  })

  async function faultsFor(who: Who): Promise<string[]> {
    const met: string[] = []
    const visitor = await visit(chromium.browser, shop.address, met, { language: locale === 'fr' ? 'fr-FR' : 'en-GB' })
    await comeIn(visitor.page, who)
    const found: string[] = []
    for (const [name, pictured] of pages.filter(([, [of]]) => of === who)) {
      await openPictured(visitor.page, pictured, locale)
      addresses.add(new URL(visitor.page.url()).pathname)
      for (const fault of [...(await faultsOf(visitor, states)), ...met.splice(0)]) found.push(`${name}, ${fault}`)
    }
    await visitor.leave()
    return found
  }

  describe.concurrent('by day and by night, at 320 px and enlarged twice', () => {
    test.each([
      ['who is nobody in particular', ['nobody']],
      ['who has an account, or stands behind the counter', ['alice', 'bob', 'charlie', 'staff', 'support']],
      // Hundreds of looks: a step that hangs is ended by its own limit long before.
    ] as const)('no rule is broken for somebody %s', { timeout: 15 * minutes }, async (_, people) => {
      const found: string[] = []
      for (const who of people) found.push(...(await faultsFor(who)))
      expect(found).toEqual([])
    })
  })

  test('every route was among them', () => {
    const unseen = allRoutes().filter((route) => ![...addresses].some((address) => patternOf(route).test(address)))
    expect(unseen).toEqual([])
  })
}
