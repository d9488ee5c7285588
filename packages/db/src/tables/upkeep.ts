import type { Id } from '@comptoir/domain'
import type { Measure, PageKind } from '@comptoir/domain/speed'
import { sql } from 'drizzle-orm'
import type { Columns } from '../columns.ts'

/** What a check of the books found: how many rules ran, how many breaches, and the first of them. */
export interface CheckResult {
  breaches: { invariant: string; subject: string; words: string }[]
}
/** What a backup wrote: where, how big, how many pictures beside it. */
export interface BackupResult {
  file: string
  bytes: number
  pictures: number
}

export const upkeepTables = (c: Columns) => {
  // What was done for the shop as a whole, and how it ended; the console shows the newest of each kind.
  const upkeep = c.table(
    'upkeep',
    {
      id: c.text().$type<Id<'event'>>().primaryKey(),
      kind: c.text().$type<'check' | 'backup'>().notNull(),
      startedAt: c.instant().notNull(),
      finishedAt: c.instant().notNull(),
      result: c.json<CheckResult | BackupResult>().notNull(),
    },
    (t) => [c.index('upkeep_newest').on(t.kind, t.id)],
  )
  // How quickly pages stood before their readers, as counts per day: no visit is told from another.
  const pageSpeeds = c.table(
    'page_speeds',
    {
      day: c.text().notNull(),
      kind: c.text().$type<PageKind>().notNull(),
      measure: c.text().$type<Measure>().notNull(),
      upTo: c.int().notNull(),
      count: c.int().notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.day, t.kind, t.measure, t.upTo] }),
      c.check('page_speeds_counted', sql`${t.upTo} >= 0 and ${t.count} > 0`),
    ],
  )
  return { upkeep, pageSpeeds }
}
