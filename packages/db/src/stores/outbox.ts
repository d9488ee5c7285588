import { and, asc, eq, gt, inArray, isNull, lte, sql } from 'drizzle-orm'
import type { Id } from '@comptoir/domain'
import type { Reader, Writer } from '../database.ts'
import { holes, insertRows, listed, prepared } from '../prepared.ts'

export type Topic =
  | 'order.changed'
  | 'money.changed'
  | 'message.posted'
  | 'thread.changed'
  | 'stock.changed'
  | 'catalog.changed'

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
const prunedName = 'outbox_pruned'

/** Notes an event in the transaction of its effect; the relay numbers it after the commit. */
export async function add(tx: Writer, event: NewEvent): Promise<void> {
  await addAll(tx, [event])
}

/** The same for several events at once. */
export async function addAll(tx: Writer, events: readonly NewEvent[]): Promise<void> {
  await insertRows(
    tx,
    tx.tables.outbox,
    events.map((event) => ({ ...event, position: null })),
  )
}

const firstNew = prepared(({ select, tables: { outbox } }: Reader) =>
  select({ id: outbox.id }).from(outbox).where(isNull(outbox.position)).limit(1),
)

/** Whether a committed event has no position yet. */
export async function hasNew(db: Reader): Promise<boolean> {
  return (await firstNew(db)).length > 0
}

// Rivals meet at the row's lock; the first of all makes it.
const takeCounter = prepared(({ tables: { counters }, ...tx }: Writer) =>
  tx
    .insert(counters)
    .values({ name: counterName, value: 0 })
    .onConflictDoUpdate({ target: counters.name, set: { value: sql`${counters.value}` } })
    .returning({ value: counters.value }),
)
const saveCounter = prepared(({ tables: { counters }, ...tx }: Writer, hole) =>
  tx
    .update(counters)
    .set({ value: hole('value', counters.value) })
    .where(eq(counters.name, counterName)),
)
const allNew = prepared(({ tables: { outbox }, ...tx }: Writer) =>
  tx
    .select({ id: outbox.id })
    .from(outbox)
    .where(isNull(outbox.position))
    .orderBy(asc(outbox.id))
    .limit(sql.placeholder('most')),
)
const place = prepared(({ tables: { outbox }, ...tx }: Writer, hole, size) => {
  const to = (i: number) => sql`cast(${hole(`to ${i}`, outbox.position)} as bigint)`
  const cases = Array.from({ length: size }, (_, i) => sql`when ${hole(String(i), outbox.id)} then ${to(i)}`)
  // The plus: else SQLite walks all that are new by the index of positions, for each of these.
  return tx
    .update(outbox)
    .set({ position: sql`case ${outbox.id} ${sql.join(cases, sql` `)} end` })
    .where(and(inArray(outbox.id, holes(hole, outbox.id, size)), sql`+${outbox.position} is null`))
})

/**
 * Gives committed events their positions, in the order of their ids, at most `most` of them; answers how many. The counter's row is
 * taken first, so that of two relays one waits: no position twice, none left out.
 */
export async function number(tx: Writer, most = 200): Promise<number> {
  const [counter] = await takeCounter(tx)
  const ids = (await allNew(tx, { most })).map(({ id }) => id)
  if (ids.length === 0) return 0
  let last = counter?.value ?? 0
  for (let at = 0, size = 0; at < ids.length; at += size) {
    // Few lengths, so that their statements are held.
    size = [16, 4, 1].find((one) => one <= ids.length - at) ?? 1
    const some = ids.slice(at, at + size)
    await place(tx, { ...listed(some), ...Object.fromEntries(some.map((_, i) => [`to ${i}`, ++last])) }, size)
  }
  await saveCounter(tx, { value: last })
  return ids.length
}

/** The last position given so far; 0 before the first. */
export async function lastPosition(db: Reader): Promise<number> {
  return counterOf(db, counterName)
}

async function counterOf(db: Reader, name: string): Promise<number> {
  const { counters } = db.tables
  const [row] = await db.select({ value: counters.value }).from(counters).where(eq(counters.name, name))
  return row?.value ?? 0
}

const someAfter = prepared(({ tables: { outbox }, ...db }: Reader, hole) =>
  db
    .select()
    .from(outbox)
    .where(gt(outbox.position, hole('position', outbox.position)))
    .orderBy(asc(outbox.position))
    .limit(sql.placeholder('most')),
)

/** The next events after a position, in order. */
export async function listAfter(db: Reader, position: number, most: number): Promise<ShopEvent[]> {
  const rows = await someAfter(db, { position, most })
  return rows.map((row) => ({ ...row, topic: row.topic as Topic, position: row.position ?? 0 }))
}

const oldest = prepared(({ tables: { outbox }, ...db }: Reader) =>
  db
    .select({ position: outbox.position, at: outbox.at })
    .from(outbox)
    .where(gt(outbox.position, 0))
    .orderBy(asc(outbox.position))
    .limit(sql.placeholder('most')),
)

/** Which events may be forgotten: those before an instant, and those that have so many newer ones. */
export interface Forgotten {
  before: Date
  newest: number
}

/** How far the oldest numbered events may be forgotten, at most `most` of them; 0 when none may. The first young one ends it. */
async function forgettable(db: Reader, { before, newest }: Forgotten, most: number): Promise<number> {
  const head = await lastPosition(db)
  let last = 0
  for (const { position, at } of await oldest(db, { most })) {
    if (position === null || (at >= before && position > head - newest)) break
    last = position
  }
  return last
}

/** Whether there are events to forget. */
export const hasForgettable = async (db: Reader, which: Forgotten): Promise<boolean> =>
  (await forgettable(db, which, 1)) > 0

/** Deletes events that everyone was told of, the oldest first, at most `most`; answers how many. INV-52 counts them by the counter. */
export async function forget(tx: Writer, which: Forgotten, most = 1000): Promise<number> {
  const { outbox, counters } = tx.tables
  const last = await forgettable(tx, which, most)
  if (last === 0) return 0
  const gone = await tx.delete(outbox).where(lte(outbox.position, last)).returning({ id: outbox.id })
  // Two processes may forget at once: the counter never goes back.
  const value = sql`case when ${counters.value} < ${last} then ${last} else ${counters.value} end`
  await tx
    .insert(counters)
    .values({ name: prunedName, value: last })
    .onConflictDoUpdate({ target: counters.name, set: { value } })
  return gone.length
}

/** The last position that was forgotten; 0 where everything is kept. */
export const lastForgotten = (db: Reader): Promise<number> => counterOf(db, prunedName)
