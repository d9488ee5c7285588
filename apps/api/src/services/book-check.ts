import * as upkeep from '@comptoir/db/stores/upkeep'
import { makeId } from '@comptoir/domain'
import type { Services } from '../context.ts'
import type { LongReads } from './long-reads.ts'

/** The check of the books of an open shop: one at a time, its result kept in the database. */
export interface BookCheck {
  /** Starts a check, unless one is under way. */
  start(): void
  /** How far the check under way has come; null when there is none. */
  readonly progress: { done: number; of: number } | null
  /** Whether the newest check could not be finished. */
  readonly failed: boolean
  /** Resolves when no check is under way. */
  settled(): Promise<void>
}

/** What is open for less than this may still owe the work of the time in which it was closed, in ms. */
const graceMs = 90_000

export function bookCheck(
  { db, clock, random, log }: Pick<Services, 'db' | 'clock' | 'random' | 'log'>,
  longReads: LongReads,
): BookCheck {
  const openedAt = clock().getTime()
  let progress: BookCheck['progress'] = null
  let failed = false
  let running: Promise<void> | undefined

  async function check(): Promise<void> {
    const startedAt = clock()
    const now = startedAt.getTime() - openedAt > graceMs ? startedAt : null
    const breaches = await longReads.run('checkBooks', { now }, (done, of) => (progress = { done, of }))
    const finishedAt = clock()
    for (const breach of breaches) log.error(breach, 'the books are not clean')
    const id = makeId('event', finishedAt.getTime(), random(16))
    await db.write((tx) => upkeep.addCheck(tx, { id, startedAt, finishedAt, result: { breaches } }))
  }
  return {
    start() {
      progress ??= { done: 0, of: 0 }
      running ??= check()
        .then(
          () => (failed = false),
          (err: unknown) => {
            failed = true
            log.error({ err }, 'the check of the books did not come to its end')
          },
        )
        .then(() => void ([progress, running] = [null, undefined]))
    },
    get progress() {
      return progress
    },
    get failed() {
      return failed
    },
    settled: async () => running,
  }
}
