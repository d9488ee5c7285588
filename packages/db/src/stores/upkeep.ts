import { and, desc, eq, isNull, lte, sql } from 'drizzle-orm'
import type { Id } from '@comptoir/domain'
import type { Reader, Writer } from '../database.ts'
import type { BackupResult, CheckResult } from '../tables/upkeep.ts'

export type { BackupResult, CheckResult } from '../tables/upkeep.ts'

/** One check or backup, when it ran and how it ended. */
export interface UpkeepRun<R = CheckResult | BackupResult> {
  id: Id<'event'>
  startedAt: Date
  finishedAt: Date
  result: R
}

export const addCheck = async (tx: Writer, run: UpkeepRun<CheckResult>): Promise<void> =>
  void (await tx.insert(tx.tables.upkeep).values({ ...run, kind: 'check' }))
export const addBackup = async (tx: Writer, run: UpkeepRun<BackupResult>): Promise<void> =>
  void (await tx.insert(tx.tables.upkeep).values({ ...run, kind: 'backup' }))

async function newest(db: Reader, kind: 'check' | 'backup') {
  const { upkeep } = db.tables
  const [run] = await db.select().from(upkeep).where(eq(upkeep.kind, kind)).orderBy(desc(upkeep.id)).limit(1)
  return run
}

/** The newest check of the books. */
export const findCheck = async (db: Reader): Promise<UpkeepRun<CheckResult> | undefined> => {
  const run = await newest(db, 'check')
  return run && { ...run, result: run.result as CheckResult }
}
/** The newest backup. */
export const findBackup = async (db: Reader): Promise<UpkeepRun<BackupResult> | undefined> => {
  const run = await newest(db, 'backup')
  return run && { ...run, result: run.result as BackupResult }
}

/** How big the data is, and what waits: work that is due, events without a position. */
export async function countWaiting(
  db: Reader,
  now: Date,
): Promise<{ databaseBytes: number; jobsWaiting: number; eventsWaiting: number }> {
  const { jobs, outbox } = db.tables
  const [size] = await db.select({ bytes: sql<number>`bytes`.mapWith(Number) }).from(sql`(${db.dialect.size}) as size`)
  return {
    databaseBytes: size?.bytes ?? 0,
    jobsWaiting: await db.$count(jobs, and(isNull(jobs.doneAt), lte(jobs.runAt, now))),
    eventsWaiting: await db.$count(outbox, isNull(outbox.position)),
  }
}

/** What a shop has to lose: how many orders, and the instant of its newest order, deed, event or movement. */
export async function lastChange(db: Reader): Promise<{ orders: number; at: Date | null }> {
  const { orders, orderEvents, audit, outbox, stockMovements, messages } = db.tables
  const [counted] = await db.select({ n: sql<number>`count(*)`.mapWith(Number) }).from(orders)
  const instants: (Date | null | undefined)[] = []
  for (const table of [orderEvents, audit, outbox, stockMovements, messages]) {
    const [row] = await db.select({ at: table.at }).from(table).orderBy(desc(table.at)).limit(1)
    instants.push(row?.at)
  }
  const known = instants.flatMap((at) => (at ? [at.getTime()] : []))
  return { orders: counted?.n ?? 0, at: known.length > 0 ? new Date(Math.max(...known)) : null }
}
