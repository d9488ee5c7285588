import type { Locale } from '@comptoir/domain'

/** A product that was looked at on this device, as lists show it. */
export interface SeenProduct {
  slug: string
  name: string
  line: string
  path: string | null
}

const keyOf = (locale: Locale) => `comptoir.seen.${locale}`
const most = 6

const isSeen = (one: unknown): one is SeenProduct =>
  typeof one === 'object' &&
  one !== null &&
  ['slug', 'name', 'line'].every((key) => typeof Reflect.get(one, key) === 'string') &&
  ['string', 'object'].includes(typeof Reflect.get(one, 'path'))

/** What was looked at on this device, the newest first. It never leaves the device. */
export function seenProducts(locale: Locale): SeenProduct[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(locale)) ?? '[]')
    return Array.isArray(kept) ? kept.filter(isSeen).slice(0, most) : []
  } catch {
    // Whatever lies there instead, or a browser that keeps nothing.
    return []
  }
}

/** Remembers a product that is being looked at. */
export function rememberSeen(locale: Locale, product: SeenProduct): void {
  const others = seenProducts(locale).filter(({ slug }) => slug !== product.slug)
  try {
    localStorage.setItem(keyOf(locale), JSON.stringify([product, ...others].slice(0, most)))
  } catch {
    // A full or closed storage only means that nothing is remembered.
  }
}

/** The answers and pictures that are kept for when there is no network (offline/kept.ts). */
async function forgetKept(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.endsWith(' seen'))
  await Promise.all(names.map((name) => caches.delete(name)))
}

/** Forgets what was looked at, as whoever signs out expects of a shared device. */
export function forgetSeen(): void {
  if ('caches' in globalThis) forgetKept().catch(() => undefined)
  try {
    for (const locale of ['fr', 'en'] as const) localStorage.removeItem(keyOf(locale))
  } catch {
    // Nothing was remembered.
  }
}
