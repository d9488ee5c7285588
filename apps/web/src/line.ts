import { adminLinks, shopLinks } from '@comptoir/client'
import type { Locale } from '@comptoir/domain'

// The page's own origin, with its cookies.
const here = (locale: Locale) => ({ url: '', locale, credentials: 'same-origin' }) as const

/** How a page reaches the shop's procedures. */
export const shopLine = (locale: Locale) => shopLinks(here(locale))
/** How a page reaches the console's procedures. */
export const adminLine = (locale: Locale) => adminLinks(here(locale))
