import type { Measure, PageKind } from '@comptoir/domain/speed'
import { asc, gte, lt, sql } from 'drizzle-orm'
import type { Reader, Writer } from '../database.ts'

/** How often a measure fell under `upTo` on one day (`2026-11-22`, UTC): a count, and nothing of whose it was. */
export interface CountedSpeed {
  day: string
  kind: PageKind
  measure: Measure
  upTo: number
  count: number
}

/** Adds what was counted to what is kept. */
export async function add(tx: Writer, counted: readonly CountedSpeed[]): Promise<void> {
  const { pageSpeeds } = tx.tables
  for (const one of counted)
    await tx
      .insert(pageSpeeds)
      .values(one)
      .onConflictDoUpdate({
        target: [pageSpeeds.day, pageSpeeds.kind, pageSpeeds.measure, pageSpeeds.upTo],
        set: { count: sql`${pageSpeeds.count} + cast(${one.count} as integer)` },
      })
}

/** What was counted since a day, summed over the days. */
export async function sumSince(db: Reader, day: string): Promise<Omit<CountedSpeed, 'day'>[]> {
  const { pageSpeeds } = db.tables
  const { kind, measure, upTo } = pageSpeeds
  return db
    .select({ kind, measure, upTo, count: sql<number>`cast(sum(${pageSpeeds.count}) as integer)` })
    .from(pageSpeeds)
    .where(gte(pageSpeeds.day, day))
    .groupBy(kind, measure, upTo)
    .orderBy(asc(kind), asc(measure), asc(upTo))
}

/** Drops what was counted before a day. */
export async function dropOld(tx: Writer, before: string): Promise<void> {
  await tx.delete(tx.tables.pageSpeeds).where(lt(tx.tables.pageSpeeds.day, before))
}
