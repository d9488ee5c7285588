import type { Database } from '@comptoir/db'
import { listNews } from '@comptoir/db/stores/news'
import { lastForgotten, lastPosition, type Topic } from '@comptoir/db/stores/outbox'
import { readSettings } from '@comptoir/db/stores/settings'
import type { CurrentUser } from '../context.ts'

/** An answer ready to be sent; `head` are its headers, name and value in turn, once they were seen on their way out. */
export interface KeptAnswer {
  readonly bytes: Buffer
  head: readonly string[] | null
  /** Whose calls it counts among; null for what everybody is answered alike. */
  readonly caller: CurrentUser | null
}

/** Answers ready to be sent, for as long as nothing that they show has changed. */
export interface KeptAnswers {
  /** The answer under a key, when it is still right. */
  find(key: string): Promise<KeptAnswer | undefined>
  /**
   * The same at once; null when there is none, undefined when something was committed since the last `find` or `keep`, so that only they can
   * tell. Asks the engine once in each turn of the event loop: whoever is answered in a turn asked before it learns of what was committed in it.
   */
  findNow(key: string): KeptAnswer | null | undefined
  /** Runs what makes an answer and keeps it, unless the shop changed meanwhile or `make` gives nothing to keep. */
  keep(key: string, make: () => Promise<{ keep: Buffer | null; caller?: CurrentUser | null }>): Promise<void>
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
  const { commits } = read
  if (commits === null) return null
  const commitNo = commits
  const kept = new Map<string, KeptAnswer>()
  let bytes = 0
  let era = 0
  let certain = false
  let seen: { commit: number; position: number; waiting: Set<string>; settings: string } | undefined

  const drop = () => {
    kept.clear()
    bytes = 0
    era++
  }
  /** Which era of the shelf it is now. */
  async function now(): Promise<number> {
    const commit = commitNo()
    if (seen?.commit === commit) return era
    const settings = JSON.stringify(await readSettings(read))
    const after = seen?.position ?? (await lastPosition(read))
    const news = await listNews(read, { after, topics, most: mostNews })
    const waiting = seen?.waiting ?? new Set<string>()
    // What was forgotten since may have been news.
    const missed = news.length < mostNews && (await lastForgotten(read)) > after
    // What shoppers cannot tell apart is no change to them; what was seen without its number is no news with it.
    const changed = news.some(
      ({ id, topic, data }) => !waiting.has(id) && !(topic === 'stock.changed' && data['shown'] === false),
    )
    if (seen === undefined || changed || missed || news.length === mostNews || seen.settings !== settings) drop()
    seen = {
      ...{ commit, settings },
      position:
        missed || news.length === mostNews
          ? await lastPosition(read)
          : Math.max(after, ...news.map(({ position }) => position ?? 0)),
      waiting: new Set(news.flatMap(({ id, position }) => (position === null ? [id] : []))),
    }
    return era
  }

  function taken(key: string): KeptAnswer | undefined {
    const found = kept.get(key)
    if (found === undefined) return undefined
    // The last one used lies last.
    kept.delete(key)
    kept.set(key, found)
    return found
  }

  return {
    async find(key) {
      await now()
      return taken(key)
    },
    findNow(key) {
      if (!certain) {
        if (seen?.commit !== commitNo()) return undefined
        certain = true
        setImmediate(() => (certain = false))
      }
      return taken(key) ?? null
    },
    async keep(key, make) {
      const begun = await now()
      const { keep } = await make()
      if (keep === null || keep.length > largest || (await now()) !== begun || kept.has(key)) return
      kept.set(key, { bytes: keep, head: null, caller: null })
      bytes += keep.length + key.length
      for (const [oldest, answer] of kept) {
        if (bytes <= mostBytes) return
        kept.delete(oldest)
        bytes -= answer.bytes.length + oldest.length
      }
    },
  }
}
