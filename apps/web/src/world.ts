import type { Locale } from '@comptoir/domain'
import { type AdminLine, openAdmin, openShop, type ShopLine } from './rpc.ts'

/** What pages get from outside: made once in a browser, once per request where pages are rendered by a server. */
export interface World {
  /** The reader's languages, most wanted first. */
  languages: readonly string[]
  /** The language chosen for the console, which has none in its addresses. */
  consoleLocale: { read(): Locale | null; write(locale: Locale): void }
  shopIn(locale: Locale): ShopLine
  adminIn(locale: Locale): AdminLine
}

function perLocale<T>(open: (locale: Locale) => T): (locale: Locale) => T {
  const lines = new Map<Locale, T>()
  return (locale) => {
    const line = lines.get(locale) ?? open(locale)
    lines.set(locale, line)
    return line
  }
}

export const newWorld = (of: Pick<World, 'languages' | 'consoleLocale'>): World => ({
  ...of,
  shopIn: perLocale(openShop),
  adminIn: perLocale(openAdmin),
})
