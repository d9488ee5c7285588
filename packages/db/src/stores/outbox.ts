import { and, asc, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import type { Id } from '@comptoir/domain'
import type { Reader, Writer } from '../database.ts'

export type Topic = 'order.changed' | 'message.posted' | 'thread.changed' | 'stock.changed' | 'catalog.changed'

/** What happened, told to the outside after the commit. `userId` is the customer it concerns, null when nobody's. */
export interface NewEvent {
  id: Id<'event'>
  topic: Topic
  subjectId: string
  userId: Id<'user'> | null
  data: Record<string, string | number | boolean | null>
  at: Date
}
/** An event with its place in the one order that all readers see: dense, from 1. */
export interface ShopEvent extends NewEvent {
  position: number
}

const counterName = 'outbox_position'

/** Notes an event in the transaction of its effect; the relay numbers it after the commit. */
export async function add(tx: Writer, event: NewEvent): Promise<void> {
  await tx.insert(tx.tables.outbox).values({ ...event, position: null })
}

/** The same for several events at once. */
export async function addAll(tx: Writer, events: readonly NewEvent[]): Promise<void> {
  if (events.length === 0) return
  await tx.insert(tx.tables.outbox).values(events.map((event) => ({ ...event, position: null })))
}

/** Whether a committed event has no position yet. */
export async function hasNew(db: Reader): Promise<boolean> {
  const { outbox } = db.tables
  const [row] = await db.select({ id: outbox.id }).from(outbox).where(isNull(outbox.position)).limit(1)
  return row !== undefined
}

/**
 * Gives committed events their positions, in the order of their ids, at most `most` of them; answers how many. The counter's row is
 * taken first, so that of two relays one waits: no position twice, none left out.
 */
export async function number(tx: Writer, most = 200): Promise<number> {
  const { counters, outbox } = tx.tables
  await tx.insert(counters).values({ name: counterName, value: 0 }).onConflictDoNothing()
  const [counter] = await tx
    .update(counters)
    .set({ value: sql`${counters.value}` })
    .where(eq(counters.name, counterName))
    .returning({ value: counters.value })
  const from = counter?.value ?? 0
  const fresh = await tx
    .select({ id: outbox.id })
    .from(outbox)
    .where(isNull(outbox.position))
    .orderBy(asc(outbox.id))
    .limit(most)
  if (fresh.length === 0) return 0
  const ids = fresh.map(({ id }) => id)
  const cases = ids.map((id, i) => sql`when ${id} then cast(${from + i + 1} as bigint)`)
  await tx
    .update(outbox)
    .set({ position: sql`case ${outbox.id} ${sql.join(cases, sql` `)} end` })
    .where(and(inArray(outbox.id, ids), isNull(outbox.position)))
  await tx
    .update(counters)
    .set({ value: from + ids.length })
    .where(eq(counters.name, counterName))
  return ids.length
}

/** The last position given so far; 0 before the first. */
export async function lastPosition(db: Reader): Promise<number> {
  const { counters } = db.tables
  const [row] = await db.select({ value: counters.value }).from(counters).where(eq(counters.name, counterName))
  return row?.value ?? 0
}

/** The next events after a position, in order. */
export async function listAfter(db: Reader, position: number, most: number): Promise<ShopEvent[]> {
  const { outbox } = db.tables
  const rows = await db
    .select()
    .from(outbox)
    .where(gt(outbox.position, position))
    .orderBy(asc(outbox.position))
    .limit(most)
  return rows.map((row) => ({ ...row, topic: row.topic as Topic, position: row.position ?? 0 }))
}
