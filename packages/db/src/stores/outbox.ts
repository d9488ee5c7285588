import { and, asc, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import type { Id } from '@comptoir/domain'
import type { Reader, Writer } from '../database.ts'
import { holes, insertRows, listed, prepared } from '../prepared.ts'

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
  return tx
    .update(outbox)
    .set({ position: sql`case ${outbox.id} ${sql.join(cases, sql` `)} end` })
    .where(and(inArray(outbox.id, holes(hole, outbox.id, size)), isNull(outbox.position)))
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
  const { counters } = db.tables
  const [row] = await db.select({ value: counters.value }).from(counters).where(eq(counters.name, counterName))
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
