import type { Database } from '@comptoir/db'
import { commitsOf, listNews } from '@comptoir/db/stores/news'
import { lastPosition, type Topic } from '@comptoir/db/stores/outbox'
import { readSettings } from '@comptoir/db/stores/settings'

/** Answers ready to be sent, for as long as nothing that they show has changed. */
export interface KeptAnswers {
  /** The answer under a key, when it is still right. */
  find(key: string): Promise<Buffer | undefined>
  /** Runs what makes an answer and keeps it, unless the shop changed meanwhile or `make` gives nothing to keep. */
  keep(key: string, make: () => Promise<{ keep: Buffer | null }>): Promise<void>
}

/** What changes the shelf as shoppers see it, and what changes the figures of what was sold. */
export const shelfTopics: readonly Topic[] = ['catalog.changed', 'stock.changed']
export const salesTopics: readonly Topic[] = [...shelfTopics, 'order.changed']
const mostNews = 200

/**
 * Keeps public answers in at most `mostBytes`, the least used go first. They are dropped at the first call after a commit, of this process
 * or another, with an event of the topics that shoppers can see, or that changed the settings. Null where the engine cannot tell at once whether
 * anything was committed: then nothing is kept.
 */
export function keepAnswers(
  { read }: Pick<Database, 'read'>,
  {
    topics,
    mostBytes = 16 * 1024 * 1024,
    largest = 128 * 1024,
  }: { topics: readonly Topic[]; mostBytes?: number; largest?: number },
): KeptAnswers | null {
  const commits = commitsOf(read)
  if (commits === null) return null
  const kept = new Map<string, Buffer>()
  let bytes = 0
  let era = 0
  let seen: { commit: number; position: number; waiting: Set<string>; settings: string } | undefined

  const drop = () => {
    kept.clear()
    bytes = 0
    era++
  }
  /** Which era of the shelf it is now. */
  async function now(): Promise<number> {
    const commit = (await commits?.()) ?? 0
    if (seen?.commit === commit) return era
    const settings = JSON.stringify(await readSettings(read))
    const after = seen?.position ?? (await lastPosition(read))
    const news = await listNews(read, { after, topics, most: mostNews })
    const waiting = seen?.waiting ?? new Set<string>()
    // What shoppers cannot tell apart is no change to them; what was seen without its number is no news with it.
    const changed = news.some(
      ({ id, topic, data }) => !waiting.has(id) && !(topic === 'stock.changed' && data['shown'] === false),
    )
    if (seen === undefined || changed || news.length === mostNews || seen.settings !== settings) drop()
    seen = {
      ...{ commit, settings },
      position:
        news.length === mostNews
          ? await lastPosition(read)
          : Math.max(after, ...news.map(({ position }) => position ?? 0)),
      waiting: new Set(news.flatMap(({ id, position }) => (position === null ? [id] : []))),
    }
    return era
  }

  return {
    async find(key) {
      await now()
      const found = kept.get(key)
      if (found === undefined) return undefined
      // The last one used lies last.
      kept.delete(key)
      kept.set(key, found)
      return found
    },
    async keep(key, make) {
      const begun = await now()
      const { keep } = await make()
      if (keep === null || keep.length > largest || (await now()) !== begun || kept.has(key)) return
      kept.set(key, keep)
      bytes += keep.length + key.length
      for (const [oldest, { length }] of kept) {
        if (bytes <= mostBytes) return
        kept.delete(oldest)
        bytes -= length + oldest.length
      }
    },
  }
}
