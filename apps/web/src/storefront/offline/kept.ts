import type { Locale } from '@comptoir/domain'
import { releaseHere } from './release.ts'

/** An answer of the shop as this device got it last. */
export interface Kept {
  key: readonly unknown[]
  data: unknown
}

/** What this device saw, of this release alone: a later one may read answers otherwise. Null where browsers keep nothing. */
export async function openKept(locale: Locale) {
  const release = releaseHere()
  if (release === null || !('caches' in globalThis)) return null
  const cache = await caches.open(`comptoir ${release} seen`)
  const folder = `/kept/${locale}/`
  const addressOf = (key: readonly unknown[]) => folder + encodeURIComponent(JSON.stringify(key))
  return {
    put: ({ key, data }: Kept) => cache.put(addressOf(key), new Response(JSON.stringify({ key, data }))),
    remove: (key: readonly unknown[]) => cache.delete(addressOf(key)),
    async all(): Promise<Kept[]> {
      const found: Kept[] = []
      for (const request of await cache.keys()) {
        if (!new URL(request.url).pathname.startsWith(folder)) continue
        const answer = await cache.match(request)
        if (answer) found.push((await answer.json()) as Kept)
      }
      return found
    },
  }
}
export type KeptAnswers = NonNullable<Awaited<ReturnType<typeof openKept>>>
