import type { QueryClient } from '@tanstack/react-query'
import type { Locale } from '@comptoir/domain'
import { isLocale, preferredLocale } from '../../locale.ts'
import type { World } from '../../world.ts'
import { recalledAt } from './keep.ts'
import { openKept } from './kept.ts'

/** Gives the pages what this device saw last, where they know nothing newer. */
export async function recall(locale: Locale, client: QueryClient): Promise<void> {
  const kept = (await (await openKept(locale))?.all()) ?? []
  // Whatever comes from there stays as long as the page: it cannot be asked for again.
  client.setQueryDefaults([], { gcTime: Infinity })
  for (const { key, data } of kept)
    if (client.getQueryData(key) === undefined) client.setQueryData(key, data, { updatedAt: recalledAt })
}

const againMs = 5000

/** Prepares a page that came without an answer of the shop; once there is one, the page is opened anew. */
export async function openOffline(world: World): Promise<void> {
  const asked = /^\/(\w+)/.exec(location.pathname)?.[1] ?? ''
  const locale = isLocale(asked) ? asked : preferredLocale(world.languages)
  const { queryClient, utils } = world.shopIn(locale)
  await recall(locale, queryClient).catch(() => undefined)
  if (!utils.catalog.categories.getData()) utils.catalog.categories.setData(undefined, { items: [] })
  const look = async () => {
    if (document.visibilityState === 'hidden') return
    const answer = await fetch('/health', { cache: 'no-store' }).catch(() => null)
    if (answer?.ok) location.reload()
  }
  addEventListener('online', () => void look())
  setInterval(() => void look(), againMs)
}
