import { expect, test } from 'vitest'
import { openDatabase } from '@comptoir/db'
import { openTestDatabase } from '@comptoir/db/testing'
import { testClock } from '../testing.ts'
import { forgetCalls, limitCalls, sourceOf } from './limits.ts'

const quarter = 15 * 60_000

test('after so many calls the next one waits for the window to end', async () => {
  await using db = await openTestDatabase('sqlite')
  const clock = testClock()
  const call = () => limitCalls({ db, clock: clock.now }, 'login:alice', 3, quarter)
  for (let i = 0; i < 3; i++) await call()
  clock.advance(60_000)
  await expect(call()).rejects.toMatchObject({ code: 'too_many_requests', details: { retryAfterSeconds: 14 * 60 } })
  clock.advance(14 * 60_000)
  await call()
})

test('calls at once are counted too', async () => {
  await using db = await openTestDatabase('sqlite')
  const clock = testClock()
  const call = () => limitCalls({ db, clock: clock.now }, 'login:alice', 3, quarter)
  const outcomes = await Promise.allSettled(Array.from({ length: 9 }, call))
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(3)
})

test('a restart forgets no call', async () => {
  await using db = await openTestDatabase('sqlite')
  const { now: clock } = testClock()
  await limitCalls({ db, clock }, 'login:alice', 1, quarter)
  const restarted = await openDatabase(db.url)
  await expect(limitCalls({ db: restarted, clock }, 'login:alice', 1, quarter)).rejects.toMatchObject({
    code: 'too_many_requests',
  })
  await restarted.write((tx) => forgetCalls(tx, 'login:alice'))
  await limitCalls({ db: restarted, clock }, 'login:alice', 1, quarter)
  await restarted.close()
})

test('a call over the limit writes nothing', async () => {
  await using db = await openTestDatabase('sqlite')
  const { now: clock } = testClock()
  await limitCalls({ db, clock }, 'login:alice', 1, quarter)
  const { limits } = db.read.tables
  const before = await db.read.select().from(limits)
  await expect(limitCalls({ db, clock }, 'login:alice', 1, quarter)).rejects.toMatchObject({ kind: 'limited' })
  expect(await db.read.select().from(limits)).toEqual(before)
  expect(JSON.stringify(before)).not.toContain('alice')
})

test('a clock that went back locks nobody out for longer than a window', async () => {
  await using db = await openTestDatabase('sqlite')
  const clock = testClock()
  const call = () => limitCalls({ db, clock: clock.now }, 'login:alice', 1, quarter)
  await call()
  // A little, as between two processes: what was counted stands, and nobody is told to wait for more than a window.
  clock.advance(-60_000)
  await expect(call()).rejects.toMatchObject({ details: { retryAfterSeconds: quarter / 1000 } })
  clock.advance(-365 * 24 * 3_600_000)
  await call()
  await expect(call()).rejects.toMatchObject({ details: { retryAfterSeconds: quarter / 1000 } })
  clock.advance(quarter)
  await call()
})

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
  ['2001:DB8:1:2::6', '2001:db8:1:2::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
])('whoever calls from %s is counted as %s', (address, source) => expect(sourceOf(address)).toBe(source))
