import type { Locale } from '@comptoir/domain'
import { type AdminLine, openAdmin, openShop, type ShopLine } from './rpc.ts'

/** What pages get from outside: made once in a browser, once per request where pages are rendered by a server. */
export interface World {
  /** The reader's languages, most wanted first. */
  languages: readonly string[]
  /** The language chosen for the console, which has none in its addresses. */
  consoleLocale: { read(): Locale | null; write(locale: Locale): void }
  /** Where the shop lives, without a slash at the end: addresses that leave the page are whole. */
  origin: string
  /** How old an answer may be that a page asks for anew, in ms: while a rendered page is taken over, what came with it is new. */
  patience(): number
  /** What became of a form that was sent without a script, in words; null for nothing. */
  told: string | null
  shopIn(locale: Locale): ShopLine
  adminIn(locale: Locale): AdminLine
}

// One line at a time: what was fetched in the other language may be of somebody who has signed out since.
function latest<T extends { locale: Locale }>(open: (locale: Locale) => T): (locale: Locale) => T {
  let line: T | undefined
  return (locale) => {
    if (line?.locale !== locale) line = open(locale)
    return line
  }
}

export const newWorld = (of: Omit<World, 'shopIn' | 'adminIn'>): World => ({
  ...of,
  shopIn: latest(openShop),
  adminIn: latest(openAdmin),
})
