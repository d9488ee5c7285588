import type { Database } from '@comptoir/db'
import type { Services } from '../context.ts'
import type { KeptAnswer, KeptAnswers } from './kept-answers.ts'

/** What callers are told of themselves is kept this long at most, in ms: a session that ends by the clock is noticed so late. */
const lifeMs = 1000

/**
 * Keeps what callers are told of themselves until the next commit, whoever made it and whatever it was: a session that was ended, a person
 * who was disabled, a role that changed are told at the next call. The oldest go first beyond `most`. Null where the engine cannot tell at
 * once whether anything was committed.
 */
export function keepForCallers(
  { read }: Pick<Database, 'read'>,
  { clock, most = 5000 }: Pick<Services, 'clock'> & { most?: number },
): KeptAnswers | null {
  const { commits } = read
  if (commits === null) return null
  const commitNo = commits
  const kept = new Map<string, KeptAnswer & { until: number }>()
  let seen = commitNo()
  let certain = false

  /** Looks once in a turn of the event loop: whoever is answered in a turn asked before it learns of what was committed in it. */
  function look(): void {
    if (certain) return
    const commit = commitNo()
    if (commit !== seen) kept.clear()
    seen = commit
    certain = true
    setImmediate(() => (certain = false))
  }
  function findHere(key: string): KeptAnswer | undefined {
    look()
    const found = kept.get(key)
    const now = clock().getTime()
    if (found === undefined || (found.until > now && found.until <= now + lifeMs)) return found
    kept.delete(key)
    return undefined
  }
  return {
    find: async (key) => findHere(key),
    findNow: (key) => findHere(key) ?? null,
    async keep(key, make) {
      const begun = commitNo()
      const until = clock().getTime() + lifeMs
      const { keep, caller = null } = await make()
      if (keep === null || caller === null || commitNo() !== begun) return
      if (seen !== begun) kept.clear()
      seen = begun
      kept.set(key, { bytes: keep, head: null, caller, until })
      for (const oldest of kept.keys()) {
        if (kept.size <= most) return
        kept.delete(oldest)
      }
    },
  }
}
