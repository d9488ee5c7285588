import { expect, test } from 'vitest'
import { makeId } from '@comptoir/domain'
import { checkBooks } from '../check-books/index.ts'
import type { Database } from '../database.ts'
import { openDatabase } from '../open-database.ts'
import { onEachDatabase, openTestDatabase, type TestDatabase } from '../testing.ts'
import { countRows, planOf } from '../testing-rows.ts'
import * as outbox from './outbox.ts'

const noon = new Date('2026-03-02T12:00:00Z')
let drawn = 0
const anEvent = (subjectId: string): outbox.NewEvent => ({
  id: makeId('event', noon.getTime() + ++drawn, crypto.getRandomValues(new Uint8Array(16))),
  topic: 'stock.changed',
  subjectId,
  userId: null,
  data: { left: 3, short: false },
  at: noon,
})
const numberAll = async (db: Database) => {
  while ((await db.write((tx) => outbox.number(tx, 7))) > 0);
}

onEachDatabase('the outbox', (open, engine) => {
  test('numbers events from 1, without a hole, in the order they happened', async () => {
    await using db = await open()
    const events = Array.from({ length: 16 }, (_, i) => anEvent(`product ${i}`))
    await db.write((tx) => outbox.addAll(tx, events))
    expect(await outbox.hasNew(db.read)).toBe(true)
    await numberAll(db)
    const read = await outbox.listAfter(db.read, 0, 100)
    expect(read).toEqual(events.map((event, i) => ({ ...event, position: i + 1 })))
    expect(await outbox.hasNew(db.read)).toBe(false)
    expect(await outbox.lastPosition(db.read)).toBe(16)
  })

  test('a change that was rolled back leaves no event and no hole', async () => {
    await using db = await open()
    await db.write((tx) => outbox.add(tx, anEvent('first')))
    const refused = db.write(async (tx) => {
      await outbox.add(tx, anEvent('never'))
      throw new Error('no')
    })
    await expect(refused).rejects.toThrow('no')
    await db.write((tx) => outbox.add(tx, anEvent('second')))
    await numberAll(db)
    const read = await outbox.listAfter(db.read, 0, 100)
    expect(read.map(({ subjectId, position }) => [subjectId, position])).toEqual([
      ['first', 1],
      ['second', 2],
    ])
  })

  test('two processes that number at once give no position twice and leave none out', async () => {
    await using db = await open()
    const other = await openDatabase(db.url)
    const sell = async (i: number) => {
      const one = i % 2 === 0 ? db : other
      await one.write((tx) => outbox.add(tx, anEvent(`sale ${i}`)))
      await one.write((tx) => outbox.number(tx, 3))
    }
    const sales = Array.from({ length: 30 }, (_, i) => i)
    // Two connections of one thread would wait for each other on SQLite; there the file's lock already makes a queue.
    if (engine === 'postgres') await Promise.all(sales.map(sell))
    else for (const i of sales) await sell(i)
    await numberAll(other)
    await numberAll(db)
    const read = await outbox.listAfter(db.read, 0, 100)
    expect(read.map(({ position }) => position)).toEqual(Array.from({ length: 30 }, (_, i) => i + 1))
    expect(new Set(read.map(({ subjectId }) => subjectId)).size).toBe(30)
    await other.close()
  })

  test('goes on after a position, a page at a time', async () => {
    await using db = await open()
    await db.write((tx) =>
      outbox.addAll(
        tx,
        Array.from({ length: 5 }, (_, i) => anEvent(`${i}`)),
      ),
    )
    await numberAll(db)
    expect((await outbox.listAfter(db.read, 2, 2)).map(({ position }) => position)).toEqual([3, 4])
    expect(await outbox.listAfter(db.read, 5, 2)).toEqual([])
  })

  const tell = async (db: TestDatabase, count: number, at = noon) => {
    const events = Array.from({ length: count }, (_, i) => ({ ...anEvent(`${i}`), at }))
    await db.write((tx) => outbox.addAll(tx, events))
    await numberAll(db)
  }
  const keptPositions = async (db: TestDatabase) =>
    (await outbox.listAfter(db.read, 0, 100)).map(({ position }) => position)
  const later = new Date(noon.getTime() + 1000)
  const forgetAll = async (db: TestDatabase, which: outbox.Forgotten, most?: number) => {
    let gone = 0
    for (let some = 1; some > 0; gone += some) some = await db.write((tx) => outbox.forget(tx, which, most))
    return gone
  }

  test('old events are forgotten a few at a time, the young ones stay, and the books still count them all', async () => {
    await using db = await open()
    await tell(db, 7)
    await tell(db, 3, later)
    const old = { before: later, newest: 100 }
    expect(await outbox.hasForgettable(db.read, old)).toBe(true)
    expect(await forgetAll(db, old, 2)).toBe(7)
    expect(await keptPositions(db)).toEqual([8, 9, 10])
    expect([await outbox.lastForgotten(db.read), await outbox.lastPosition(db.read)]).toEqual([7, 10])
    expect(await outbox.hasForgettable(db.read, old)).toBe(false)
    await tell(db, 1)
    expect(await keptPositions(db)).toEqual([8, 9, 10, 11])
    expect((await checkBooks(db.read)).filter(({ invariant }) => invariant === 'INV-52')).toEqual([])
  })

  test('an event whose clock went wrong takes no younger one along', async () => {
    await using db = await open()
    await tell(db, 1, later)
    await tell(db, 2, new Date(0))
    expect(await forgetAll(db, { before: later, newest: 100 })).toBe(0)
  })

  test('of very many only the newest are kept, and what has no position yet is never forgotten', async () => {
    await using db = await open()
    await tell(db, 9, later)
    await db.write((tx) => outbox.add(tx, anEvent('new')))
    expect(await forgetAll(db, { before: new Date(0), newest: 4 })).toBe(5)
    await numberAll(db)
    expect(await keptPositions(db)).toEqual([6, 7, 8, 9, 10])
  })
})

test('of a long row of new events SQLite looks only at those that get a number', async () => {
  await using db = await openTestDatabase('sqlite')
  await db.write((tx) =>
    outbox.addAll(
      tx,
      [1, 2, 3, 4].map((n) => anEvent(`product ${n}`)),
    ),
  )
  using noted = countRows()
  await db.write((tx) => outbox.number(tx))
  const placing = noted.changed.find(({ sql }) => sql.startsWith('update "outbox"'))
  expect(planOf(db, placing ?? { sql: '', values: [] })).toEqual([
    'SEARCH outbox USING INDEX sqlite_autoindex_outbox_1 (id=?)',
  ])
})
