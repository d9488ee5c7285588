import { setTimeout as pause } from 'node:timers/promises'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { pathOf } from './open-database.ts'
import { openSqlite } from './open-sqlite.ts'
import { connectSqlite, isSafeVersion } from './sqlite-connection.ts'
import { openTestDatabase } from './testing.ts'
import { lockSqlite } from './testing-lock.ts'

const turn = () => new Promise<void>((resolve) => void setImmediate(resolve))

test('a write that awaits something outside tx is refused and undone', async () => {
  await using db = await openTestDatabase('sqlite')
  const { counters } = db.read.tables
  let after: Promise<unknown> | undefined
  const strayed = db.write(async (tx) => {
    await tx.insert(counters).values({ name: 'before', value: 1 })
    after = (async () => {
      await turn()
      await turn()
      await tx.insert(counters).values({ name: 'after', value: 1 })
    })()
    await after
  })
  await expect(strayed).rejects.toThrow('awaited something outside tx')
  await expect(after).rejects.toThrow('outside its write')
  expect(await db.read.$count(counters)).toBe(0)
})

test('a statement that nobody awaited does not slip into the next write', async () => {
  await using db = await openTestDatabase('sqlite')
  const { counters } = db.read.tables
  let stray: Promise<unknown> | undefined
  await db.write(async (tx) => {
    const late = turn().then(() => tx.insert(counters).values({ name: 'stray', value: 1 }))
    stray = late.then(String, String)
  })
  const next = db.write(async (tx) => tx.insert(counters).values({ name: 'next', value: 1 }))
  expect(await stray).toContain('outside its write')
  await next
  expect(await db.read.select().from(counters)).toEqual([{ name: 'next', value: 1 }])
})

test('writes run one after the other, and one that fails holds up nobody', async () => {
  await using db = await openTestDatabase('sqlite')
  const { counters } = db.read.tables
  await db.write(async (tx) => tx.insert(counters).values({ name: 'n', value: 0 }))
  const writes = [1, 2, 3].map((value) =>
    db.write(async (tx) => {
      if (value === 2) throw new Error('no')
      await tx.update(counters).set({ value }).where(eq(counters.name, 'n'))
    }),
  )
  const outcomes = await Promise.allSettled(writes)
  expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled'])
  expect(await db.read.select().from(counters)).toEqual([{ name: 'n', value: 3 }])
})

test('a file that another process keeps locked refuses politely: the shop is busy', async () => {
  await using db = await openTestDatabase('sqlite')
  const path = pathOf(db.url)
  const patient = await openSqlite(path, { busyMs: 20 })
  const other = connectSqlite(path)
  other.exec('begin immediate')
  const add = () => patient.write(async (tx) => tx.insert(tx.tables.counters).values({ name: 'n', value: 1 }))
  await expect(add()).rejects.toMatchObject({ code: 'shop_busy', kind: 'unavailable' })
  other.exec('commit')
  other.close()
  await add()
  expect(await patient.read.$count(patient.read.tables.counters)).toBe(1)
  await patient.close()
})

test('while another process holds the file whoever reads is served, and whoever writes waits for its turn', async () => {
  await using db = await openTestDatabase('sqlite')
  const letGo = lockSqlite(db.url)
  let written = false
  const write = db
    .write(async (tx) => tx.insert(tx.tables.counters).values({ name: 'n', value: 1 }))
    .then(() => (written = true))
  for (let i = 0; i < 20; i++) {
    await pause(10)
    expect(await db.read.$count(db.read.tables.counters)).toBe(0)
  }
  expect(written).toBe(false)
  letGo()
  await write
  expect(await db.read.$count(db.read.tables.counters)).toBe(1)
})

test('the settings that keep acknowledged writes are on', async () => {
  await using db = await openTestDatabase('sqlite')
  const connection = connectSqlite(pathOf(db.url))
  const read = (pragma: string): unknown => connection.pragma(pragma, { simple: true })
  expect(['journal_mode', 'synchronous', 'foreign_keys', 'busy_timeout'].map(read)).toEqual(['wal', 2, 1, 5000])
  connection.close()
})

test('the reader cannot change anything, whatever its type says', async () => {
  await using db = await openTestDatabase('sqlite')
  expect(Object.keys(db.read).toSorted()).toEqual([
    '$count',
    'commits',
    'dialect',
    'select',
    'selectDistinct',
    'shareTurn',
    'tables',
    'textIndex',
  ])
})

test.each([
  ['3.51.2', false],
  ['3.51.3', true],
  ['3.54.1', true],
  ['3.7.0', false],
  ['4.0.0', true],
])('SQLite %s: safe for two connections is %s', (version, safe) => {
  expect(isSafeVersion(version)).toBe(safe)
})
