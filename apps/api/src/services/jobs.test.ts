import { expect, test } from 'vitest'
import { makeId } from '@comptoir/domain'
import * as store from '@comptoir/db/stores/jobs'
import { openTestDatabase, type TestDatabase } from '@comptoir/db/testing'
import pino from 'pino'
import { testClock } from '../testing.ts'
import { type JobHandler, startJobs } from './jobs.ts'

const log = pino({ level: 'silent' })
const add = (db: TestDatabase, runAt: Date, data: store.NewJob['data'] = {}) =>
  db.write((tx) =>
    store.add(tx, {
      id: makeId('event', runAt.getTime(), crypto.getRandomValues(new Uint8Array(16))),
      kind: 'note',
      data,
      runAt,
    }),
  )
/** Counts in the database how often the job had its effect. */
const counting = (name: string): JobHandler => {
  return async () => async (tx) => {
    await tx.insert(tx.tables.settings).values({ key: `${name} ${crypto.randomUUID()}`, value: true })
  }
}
const effects = async (db: TestDatabase) => (await db.read.select().from(db.read.tables.settings)).length
const by = (db: TestDatabase, clock: () => Date, handlers: Record<string, JobHandler>) =>
  startJobs({ db, clock, log }, handlers, { pollMs: null })

test('work that is due runs once, also with two workers', async () => {
  await using db = await openTestDatabase('sqlite')
  const { now } = testClock()
  for (let i = 0; i < 5; i++) await add(db, now())
  const workers = [by(db, now, { note: counting('a') }), by(db, now, { note: counting('b') })]
  await Promise.all(workers.map((worker) => worker.runDue()))
  await Promise.all(workers.map((worker) => worker.runDue()))
  expect(await effects(db)).toBe(5)
})

test('work that is not due yet waits for the shop’s clock', async () => {
  await using db = await openTestDatabase('sqlite')
  const clock = testClock()
  await add(db, new Date(clock.now().getTime() + 1000))
  const worker = by(db, clock.now, { note: counting('a') })
  await worker.runDue()
  expect(await effects(db)).toBe(0)
  clock.advance(1000)
  await worker.runDue()
  expect(await effects(db)).toBe(1)
})

test('work whose process was killed runs again a minute later, and the stalled one leaves no second effect', async () => {
  await using db = await openTestDatabase('sqlite')
  const clock = testClock()
  await add(db, clock.now())
  const stalled = Promise.withResolvers<void>()
  const held = Promise.withResolvers<void>()
  const asleep = by(db, clock.now, {
    note: async (job) => {
      held.resolve()
      await stalled.promise
      return counting('asleep')(job)
    },
  })
  const first = asleep.runDue()
  await held.promise
  const awake = by(db, clock.now, { note: counting('awake') })
  await awake.runDue()
  expect(await effects(db)).toBe(0)
  clock.advance(60_000)
  await awake.runDue()
  expect(await effects(db)).toBe(1)
  stalled.resolve()
  await first
  expect(await effects(db)).toBe(1)
})

test('work that fails is tried again, later each time, and leaves nothing half done', async () => {
  await using db = await openTestDatabase('sqlite')
  const clock = testClock()
  await add(db, clock.now())
  const tries: number[] = []
  const worker = by(db, clock.now, {
    note: async ({ attempts }) => {
      tries.push(attempts)
      return async (tx) => {
        await counting('a')({} as store.Job).then((effect) => effect?.(tx))
        if (attempts < 3) throw new Error('the post office is closed')
      }
    },
  })
  await worker.runDue()
  await worker.runDue()
  expect([tries, await effects(db)]).toEqual([[1], 0])
  clock.advance(1000)
  await worker.runDue()
  clock.advance(1000)
  await worker.runDue()
  expect(tries).toEqual([1, 2])
  clock.advance(1000)
  await worker.runDue()
  expect([tries, await effects(db)]).toEqual([[1, 2, 3], 1])
})

test('work of an unknown kind stays for a release that knows it', async () => {
  await using db = await openTestDatabase('sqlite')
  const clock = testClock()
  await add(db, clock.now())
  await by(db, clock.now, {}).runDue()
  clock.advance(1000)
  await by(db, clock.now, { note: counting('a') }).runDue()
  expect(await effects(db)).toBe(1)
})

test('sweeps run at the start and then by their period; one that fails stops no other', async () => {
  await using db = await openTestDatabase('sqlite')
  const clock = testClock()
  const worker = by(db, clock.now, {})
  const runs: string[] = []
  worker.every(10_000, 'broken', () => Promise.reject(new Error('no')))
  worker.every(10_000, 'expire', async () => runs.push('expire'))
  worker.every(60_000, 'clean', async () => runs.push('clean'))
  await worker.runDue()
  await worker.runDue()
  expect(runs).toEqual(['expire', 'clean'])
  clock.advance(10_000)
  await worker.runDue()
  expect(runs).toEqual(['expire', 'clean', 'expire'])
  clock.advance(-3_600_000)
  await worker.runDue()
  expect(runs).toEqual(['expire', 'clean', 'expire', 'expire', 'clean'])
})

test('after the stop nothing new begins', async () => {
  await using db = await openTestDatabase('sqlite')
  const { now } = testClock()
  const worker = by(db, now, { note: counting('a') })
  await add(db, now())
  await worker.stop()
  await worker.runDue()
  expect(await effects(db)).toBe(0)
})
