import { type Measure, measures, type PageKind, pageKinds } from '@comptoir/domain/speed'
import * as z from 'zod'
import type { DataState } from '../../services/upkeep.ts'

export interface BreachView {
  /** The number of what must hold, as `INV-12`. */
  invariant: string
  subject: string
  words: string
}
export interface BookCheckView {
  startedAt: string
  finishedAt: string
  breaches: BreachView[]
}
export interface BackupView {
  finishedAt: string
  file: string
  bytes: number
  pictures: number
}
/** What three visits out of four did not pass: ms, thousandths for CLS. */
export interface PageSpeedView {
  kind: PageKind
  measure: Measure
  upTo: number
  visits: number
  good: boolean
}
/** How the shop as a whole is. */
export interface SystemView {
  version: string
  engine: 'sqlite' | 'postgres'
  databaseBytes: number
  /** Whether the engine found its own file sound when the shop opened. */
  data: DataState
  openedAt: string
  now: string
  /** Work that is due and not done, and events without a position yet. */
  jobsWaiting: number
  eventsWaiting: number
  /** The check under way: how many of its rules are done. */
  checking: { done: number; of: number } | null
  /** Whether the newest check could not be finished. */
  checkFailed: boolean
  check: BookCheckView | null
  backup: BackupView | null
  /** How quickly pages stood before their readers in the last 28 days, by kind of page and measure. */
  speeds: PageSpeedView[]
}

const BookCheckView: z.ZodType<BookCheckView, BookCheckView> = z.object({
  ...{ startedAt: z.string(), finishedAt: z.string() },
  breaches: z.array(z.object({ invariant: z.string(), subject: z.string(), words: z.string() })),
})
const BackupView: z.ZodType<BackupView, BackupView> = z.object({
  ...{ finishedAt: z.string(), file: z.string(), bytes: z.int(), pictures: z.int() },
})
const PageSpeedView: z.ZodType<PageSpeedView, PageSpeedView> = z.object({
  ...{ kind: z.enum(pageKinds), measure: z.enum(measures), upTo: z.int(), visits: z.int(), good: z.boolean() },
})
export const SystemView: z.ZodType<SystemView, SystemView> = z.object({
  ...{ version: z.string(), engine: z.enum(['sqlite', 'postgres']), databaseBytes: z.int() },
  data: z.enum(['unchecked', 'checking', 'sound', 'damaged']),
  ...{ openedAt: z.string(), now: z.string(), jobsWaiting: z.int(), eventsWaiting: z.int() },
  checking: z.object({ done: z.int(), of: z.int() }).nullable(),
  ...{ checkFailed: z.boolean(), check: BookCheckView.nullable(), backup: BackupView.nullable() },
  speeds: z.array(PageSpeedView),
})
