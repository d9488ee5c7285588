import { openTestDatabase } from '@comptoir/db/testing'
import { expect, test } from 'vitest'
import { readsInThread } from './long-reads.ts'

test('a long read runs in a thread of its own, tells how far it is, and sees what was committed before', async () => {
  await using db = await openTestDatabase('sqlite')
  const reads = readsInThread(db.url)
  const told: number[] = []
  expect(await reads.run('checkBooks', { now: null }, (done) => told.push(done))).toEqual([])
  expect(told.length).toBeGreaterThan(50)
  await db.write((tx) =>
    tx.insert(tx.tables.limits).values({ key: 'a limit', windowStartedAt: new Date(0), count: -1 }),
  )
  expect(await reads.run('checkBooks', { now: new Date() })).toMatchObject([
    { invariant: 'INV-71', subject: 'a limit' },
  ])
  expect(await reads.run('fileFaults', null)).toEqual([])
  await reads.stop()
})

test('what a page counts does not wait for a check, and ends last', async () => {
  await using db = await openTestDatabase('sqlite')
  const reads = readsInThread(db.url)
  const filter = { locale: 'fr', state: 'published', categoryId: null, search: '' } as const
  const checked = reads.run('checkBooks', { now: null })
  const counted = reads.run('facets', filter)
  const stopped = reads.stop()
  await expect(checked).rejects.toThrow('closing')
  expect(await counted).toMatchObject({ total: 0, more: false })
  await stopped
  await reads.close()
})

test('the thread ends when it has nothing to do, and comes back when it is asked', async () => {
  await using db = await openTestDatabase('sqlite')
  const reads = readsInThread(db.url, { idleMs: 0 })
  expect(await reads.run('fileFaults', null)).toEqual([])
  await new Promise((resolve) => void setImmediate(resolve))
  expect(await reads.run('fileFaults', null)).toEqual([])
  await reads.stop()
})

test('whoever waits is told when the thread cannot work', async () => {
  const reads = readsInThread('file:/nowhere/at/all.db')
  await expect(reads.run('fileFaults', null)).rejects.toThrow(/directory|open/)
  await reads.stop()
})

test('whoever waits is told when the shop closes', async () => {
  await using db = await openTestDatabase('sqlite')
  const reads = readsInThread(db.url)
  const waiting = reads.run('fileFaults', null)
  const stopped = reads.stop()
  await expect(waiting).rejects.toThrow('closing')
  await stopped
})
