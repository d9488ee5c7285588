import { onEachDatabase } from '@comptoir/db/testing'
import { expect, test } from 'vitest'
import { changedTables, rowsOf } from './rows.ts'

const at = new Date('2026-11-22T10:00:00.000Z')

onEachDatabase('the rows that the fuzz rig watches', (open) => {
  test('a row that changed in one column is seen, and what a refused call may leave is not', async () => {
    await using db = await open()
    const rows = rowsOf(db.read)
    const job = { kind: 'k', data: { n: 1 }, runAt: at, attempts: 0, lockedUntil: null, doneAt: null, lastError: '' }
    await db.write((tx) => tx.insert(tx.tables.jobs).values({ id: 'event_1', ...job }))
    await rows.moved()
    const before = await rows.digests()

    await db.write((tx) => tx.insert(tx.tables.limits).values({ key: 'k', count: 1, windowStartedAt: at }))
    expect([await rows.moved(), changedTables(before, await rows.digests())]).toEqual([true, []])

    await db.write((tx) => tx.update(tx.tables.jobs).set({ lockedUntil: at }))
    expect([await rows.moved(), changedTables(before, await rows.digests())]).toEqual([true, ['jobs']])
  })
})
