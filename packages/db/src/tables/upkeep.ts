import type { Id } from '@comptoir/domain'
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
  return { upkeep }
}
