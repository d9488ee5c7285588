import { createHash } from 'node:crypto'
import type { Database } from '@comptoir/db'
import type { Provider } from './gateway.ts'
import { type ReferenceModel, referenceModel } from './model.ts'
import type { Chance } from './play.ts'
import type { Looker, Seen } from './seen.ts'
import type { startLife } from './shop.ts'
import type { VirtualTime } from './virtual-time.ts'

/** Everything of one run: what happens, what is written down of it, and what was wrong. */
export interface Day {
  seed: number
  luck: Chance
  time: VirtualTime
  bank: Provider
  model: ReferenceModel
  /** The shop's file, and a connection of another process that looks at it. */
  url: string
  neighbour: Database
  eyes: Looker
  life: Awaited<ReturnType<typeof startLife>>
  /** Opens the shop again after the process has died. */
  begin: () => Promise<Day['life']>
  commits: number
  seen: Seen
  /** Calls under way in this life, and what the model has yet to hear of those that ended. */
  open: number
  unheard: (() => string[])[]
  complaints: string[]
  counts: Record<string, number>
  /** The digest of the journal, and its end for whoever looks for a cause. */
  journal: ReturnType<typeof createHash>
  trail: string[]
}

export const blankDay = () => ({
  ...{ model: referenceModel(), commits: 0, open: 0, unheard: [], complaints: [], counts: {}, trail: [] },
  journal: createHash('sha256'),
})

export const count = ({ counts }: Pick<Day, 'counts'>, name: string, by = 1): void =>
  void (counts[name] = (counts[name] ?? 0) + by)

const longestTrail = 60
export function note({ journal, trail }: Pick<Day, 'journal' | 'trail'>, line: string): void {
  journal.update(`${line}\n`)
  trail.push(line.slice(0, 300))
  if (trail.length > longestTrail) trail.shift()
}

/** Looks at the shop, and lets the model judge what it sees and hears. */
export async function judge(day: Day): Promise<void> {
  day.seen = await day.eyes.look()
  day.complaints.push(...day.model.judge(day.seen, day.time.now().getTime()))
  for (const hear of day.unheard.splice(0)) day.complaints.push(...hear())
}

/** Judges days as they go: only when something was committed that leaves a trace, or an answer was heard. */
export function judgeOf(day: Day): () => Promise<void> {
  let commits = -1
  let traces = ''
  return async () => {
    const now = commits === day.commits ? traces : await day.eyes.traces()
    if (now !== traces || day.unheard.length > 0) await judge(day)
    commits = day.commits
    traces = now
  }
}

export const wordsOf = (error: unknown): string =>
  error instanceof Error
    ? `${error.stack ?? error.message}${error.cause instanceof Error ? wordsOf(error.cause) : ''}`
    : String(error)
