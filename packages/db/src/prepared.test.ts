import { asc, inArray } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Reader } from './database.ts'
import { holes, insertRows, listed, prepared } from './prepared.ts'
import { onEachDatabase } from './testing.ts'

const byKeys = prepared(({ tables: { jobs: j }, ...db }: Reader, hole, size) =>
  db
    .select({ id: j.id, data: j.data, runAt: j.runAt, lockedUntil: j.lockedUntil })
    .from(j)
    .where(inArray(j.id, holes(hole, j.id, size)))
    .orderBy(asc(j.id)),
)

onEachDatabase('a prepared query', (open) => {
  test('keeps what is there and what is not, for lists of any length, each time it runs', async () => {
    await using db = await open()
    const runAt = new Date('2026-11-22T10:00:00.123Z')
    const rows = Array.from({ length: 20 }, (_, i) => ({
      ...{ id: `event_${String(i).padStart(2, '0')}` as const, kind: 'k', data: { i, none: null }, runAt, attempts: 0 },
      ...{ lockedUntil: i % 2 ? runAt : null, doneAt: null, lastError: '' },
    }))
    await db.write((tx) => insertRows(tx, tx.tables.jobs, rows.slice(0, 3)))
    await db.write((tx) => insertRows(tx, tx.tables.jobs, rows.slice(3)))
    await db.write((tx) => insertRows(tx, tx.tables.jobs, []))
    for (const size of [1, 2, 20, 2, 20]) {
      const some = rows.slice(0, size)
      const found = await byKeys(db.read, listed(some.map(({ id }) => id)), size)
      expect(found).toEqual(some.map(({ id, data, lockedUntil }) => ({ id, data, runAt, lockedUntil })))
    }
  })

  test('is stopped like every other statement when its write is over', async () => {
    await using db = await open()
    const { tx } = await db.write(async (tx) => {
      await byKeys(tx, listed(['event_1']), 1)
      return { tx }
    })
    await expect(byKeys(tx, listed(['event_1']), 1)).rejects.toThrow(/outside its write|Failed query/)
  })
})
