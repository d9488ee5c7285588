import { expect, test } from 'vitest'
import { makeId } from '@comptoir/domain'
import { onEachDatabase } from '../testing.ts'
import * as jobs from './jobs.ts'

const noon = new Date('2026-03-02T12:00:00Z')
const after = (seconds: number) => new Date(noon.getTime() + seconds * 1000)
const aJob = (runAt = noon): jobs.NewJob => ({
  id: makeId('event', runAt.getTime(), crypto.getRandomValues(new Uint8Array(16))),
  kind: 'remind',
  data: { orderId: 'order_1' },
  runAt,
})
const minuteFrom = (now: Date) => ({ now, lockedUntil: new Date(now.getTime() + 60_000) })

onEachDatabase('jobs', (open) => {
  test('only what is due is offered, the oldest first', async () => {
    await using db = await open()
    const [late, early, future] = [aJob(after(-1)), aJob(after(-60)), aJob(after(1))]
    await db.write(async (tx) => {
      for (const job of [late, early, future]) await jobs.add(tx, job)
    })
    expect(await jobs.listDue(db.read, noon, 10)).toEqual([{ id: early.id }, { id: late.id }])
  })

  test('of two workers one gets the job', async () => {
    await using db = await open()
    const job = aJob()
    await db.write((tx) => jobs.add(tx, job))
    const takers = Array.from({ length: 8 }, () => db.write((tx) => jobs.take(tx, job.id, minuteFrom(noon))))
    const taken = (await Promise.all(takers)).filter((one) => one !== undefined)
    expect(taken).toEqual([{ ...job, attempts: 1, lockedUntil: after(60), doneAt: null, lastError: '' }])
    expect(await jobs.listDue(db.read, after(59), 10)).toEqual([])
  })

  test('a job whose worker died is offered again when its hold ends, and the dead one cannot finish it any more', async () => {
    await using db = await open()
    await db.write((tx) => jobs.add(tx, aJob()))
    const [due] = await jobs.listDue(db.read, noon, 1)
    if (due === undefined) throw new Error('a job should be due')
    const dead = await db.write((tx) => jobs.take(tx, due.id, minuteFrom(noon)))
    const second = await db.write((tx) => jobs.take(tx, due.id, minuteFrom(after(60))))
    if (dead === undefined || second === undefined) throw new Error('both should have held it in turn')
    expect(await db.write((tx) => jobs.finish(tx, dead, after(61)))).toBe(false)
    expect(await db.write((tx) => jobs.finish(tx, second, after(61)))).toBe(true)
    expect(await db.write((tx) => jobs.finish(tx, second, after(62)))).toBe(false)
    expect(await jobs.listDue(db.read, after(3600), 10)).toEqual([])
  })

  test('a failed job waits for its next turn with the reason noted', async () => {
    await using db = await open()
    const job = aJob()
    await db.write((tx) => jobs.add(tx, job))
    const held = await db.write((tx) => jobs.take(tx, job.id, minuteFrom(noon)))
    if (held === undefined) throw new Error('the job should be free')
    await db.write((tx) => jobs.putBack(tx, held, { runAt: after(5), error: 'x'.repeat(9000) }))
    expect(await jobs.listDue(db.read, after(4), 10)).toEqual([])
    expect(await jobs.listDue(db.read, after(5), 10)).toEqual([{ id: job.id }])
    const [row] = await db.read.select().from(db.read.tables.jobs)
    expect(row).toMatchObject({ attempts: 1, lockedUntil: null, lastError: 'x'.repeat(500) })
  })

  test('done jobs are dropped after a while, waiting ones never', async () => {
    await using db = await open()
    const [done, waiting] = [aJob(), aJob()]
    await db.write((tx) => jobs.add(tx, done))
    await db.write((tx) => jobs.add(tx, waiting))
    await db.write(async (tx) => {
      const held = await jobs.take(tx, done.id, minuteFrom(noon))
      if (held !== undefined) await jobs.finish(tx, held, noon)
    })
    await db.write((tx) => jobs.dropDone(tx, after(3600)))
    expect(await db.read.select({ id: db.read.tables.jobs.id }).from(db.read.tables.jobs)).toEqual([{ id: waiting.id }])
  })
})
