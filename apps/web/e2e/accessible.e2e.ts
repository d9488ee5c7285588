import { type Locale, locales } from '@comptoir/domain'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { allRoutes } from './all-routes.ts'
import { findings } from './axe.ts'
import { type OpenBrowser, openBrowser } from './browser.ts'
import { comeIn, openPictured, twoFrames } from './come-in.ts'
import { type Pictured, picturedPages, prepareShop, type Who } from './pages.ts'
import { type BuiltShop, openShop } from './shop.ts'
import { type Visitor, visit } from './visitor.ts'

let pages: [name: string, pictured: Pictured][]
const addresses = new Set<string>()
let shop: BuiltShop
let chromium: OpenBrowser

beforeAll(async () => {
  shop = await openShop()
  chromium = await openBrowser()
  await prepareShop(shop)
  pages = Object.entries(await picturedPages(shop)).filter(([name]) => new RegExp(process.env['ONLY'] ?? '').test(name))
})
afterAll(async () => {
  await chromium?.close()
  await shop?.close()
})

/** A wide window, one that is enlarged twice, and the narrowest that must do, by day and by night. */
const states = [
  { width: 1280, height: 900, dark: false, rules: 'everything' },
  { width: 1280, height: 900, dark: true, rules: 'colours' },
  { width: 640, height: 450, dark: true, rules: 'colours' },
  { width: 640, height: 450, dark: false, rules: 'looks' },
  { width: 320, height: 640, dark: false, rules: 'everything' },
  { width: 320, height: 640, dark: true, rules: 'colours' },
] as const

async function faultsOf({ page, tooWide }: Visitor): Promise<string[]> {
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

async function faultsFor(who: Who, locale: Locale): Promise<string[]> {
  const met: string[] = []
  const visitor = await visit(chromium.browser, shop.address, met, { language: locale === 'fr' ? 'fr-FR' : 'en-GB' })
  await comeIn(visitor.page, who)
  const found: string[] = []
  for (const [name, pictured] of pages.filter(([, [of]]) => of === who)) {
    await openPictured(visitor.page, pictured, locale)
    addresses.add(new URL(visitor.page.url()).pathname)
    for (const fault of [...(await faultsOf(visitor)), ...met.splice(0)]) found.push(`${name} ${locale}, ${fault}`)
  }
  await visitor.leave()
  return found
}

const minutes = 60_000

describe.concurrent('for everyone, in both languages, by day and by night, at 320 px and enlarged twice', () => {
  test.each([
    ['who is nobody in particular', ['nobody']],
    ['who has an account, or stands behind the counter', ['alice', 'bob', 'charlie', 'staff', 'support']],
  ] as const)('no rule is broken for somebody %s', { timeout: 8 * minutes }, async (_, people) => {
    const found: string[] = []
    for (const locale of locales) for (const who of people) found.push(...(await faultsFor(who, locale)))
    expect(found).toEqual([])
  })
})

const patternOf = (route: string) =>
  new RegExp(`^${route.replace('$locale', '(?:fr|en)').replaceAll(/\$\w+/g, '[^/]+')}/?$`)

test('every route was among them', () => {
  const unseen = allRoutes().filter((route) => ![...addresses].some((address) => patternOf(route).test(address)))
  expect(unseen).toEqual([])
})
