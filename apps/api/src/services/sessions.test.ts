import { expect, test, vi } from 'vitest'
import * as people from '@comptoir/db/stores/people'
import * as store from '@comptoir/db/stores/sessions'
import { onEachDatabase, type TestDatabase } from '@comptoir/db/testing'
import { makeId } from '@comptoir/domain'
import type { Role } from '@comptoir/domain/people'
import { seededRandom, testClock } from '../testing.ts'
import {
  endOtherSessions,
  endSession,
  findSession,
  openSession,
  type SessionKind,
  sessionIdOf,
  stillAllowed,
} from './sessions.ts'

const minute = 60_000
const day = 24 * 60 * minute

/** Someone with an account in a shop with a clock that we move. */
async function someone(db: TestDatabase, role: Role = 'customer') {
  const { now: clock, advance } = testClock()
  const random = seededRandom('sessions')
  const id = makeId('user', clock().getTime(), random(16))
  const rest = { name: '', phone: '', locale: 'fr', passwordHash: '', createdAt: clock() } as const
  await db.write((tx) => people.insert(tx, { id, email: 'alice@email.test', role, ...rest }))
  const open = (kind: SessionKind = 'cookie') =>
    db.write((tx) => openSession(tx, { id, role }, kind, { now: clock(), random, userAgent: 'Firefox' }))
  const find = (secret: string, kind: SessionKind = 'cookie') => findSession({ db, clock }, secret, kind)
  return { id, clock, advance, open, find }
}

onEachDatabase('sessions', (open) => {
  test('the secret opens the session; only its hash is stored', async () => {
    await using db = await open()
    const alice = await someone(db)
    const secret = await alice.open()
    expect(secret).toMatch(/^ck_[\w-]{32}$/)
    expect(await alice.find(secret)).toEqual({
      ...{ id: alice.id, email: 'alice@email.test', role: 'customer', locale: 'fr' },
      ...{ sessionId: sessionIdOf(secret), sessionKind: 'cookie', token: null },
    })
    const rows = JSON.stringify(await store.listOfUser(db.read, alice.id))
    expect(rows).toContain(sessionIdOf(secret))
    expect(rows).not.toContain(secret.slice(3))
  })

  test('a cookie’s secret is refused as a bearer token, and the reverse', async () => {
    await using db = await open()
    const alice = await someone(db)
    const [cookie, token] = [await alice.open('cookie'), await alice.open('token')]
    expect(token).toMatch(/^tk_/)
    expect(await alice.find(cookie, 'token')).toBeNull()
    expect(await alice.find(token, 'cookie')).toBeNull()
    expect(await alice.find(`tk_${cookie.slice(3)}`, 'token')).toBeNull()
    expect(await alice.find(`ck_${token.slice(3)}`, 'cookie')).toBeNull()
    expect(await alice.find(token, 'token')).toMatchObject({ id: alice.id, sessionKind: 'token' })
  })

  test('a customer’s session lives 30 days without a call and 90 days at most', async () => {
    await using db = await open()
    const alice = await someone(db)
    const secret = await alice.open()
    alice.advance(30 * day - 1)
    expect(await alice.find(secret)).not.toBeNull()
    alice.advance(30 * day - 1)
    expect(await alice.find(secret)).not.toBeNull()
    alice.advance(30 * day - 1)
    expect(await alice.find(secret)).not.toBeNull()
    alice.advance(3)
    expect(await alice.find(secret)).toBeNull()
    const idle = await alice.open()
    alice.advance(30 * day)
    expect(await alice.find(idle)).toBeNull()
  })

  test('a session stands to its last moment, also on a machine that takes its time', async () => {
    await using db = await open()
    const alice = await someone(db)
    const secret = await alice.open()
    alice.advance(30 * day - 1)
    let slow = Date.now()
    const real = vi.spyOn(Date, 'now').mockImplementation(() => (slow += 5))
    try {
      expect(await alice.find(secret)).not.toBeNull()
    } finally {
      real.mockRestore()
    }
    alice.advance(30 * day - 1)
    expect(await alice.find(secret)).not.toBeNull()
  })

  test('a colleague’s session lives 30 minutes without a call and 12 hours at most', async () => {
    await using db = await open()
    const alice = await someone(db, 'support')
    const idle = await alice.open()
    alice.advance(30 * minute)
    expect(await alice.find(idle)).toBeNull()
    const busy = await alice.open()
    for (let at = 0; at + 29 < 12 * 60; at += 29) {
      alice.advance(29 * minute)
      expect(await alice.find(busy)).not.toBeNull()
    }
    alice.advance(29 * minute)
    expect(await alice.find(busy)).toBeNull()
  })

  test('the idle end is moved only when half of it has passed', async () => {
    await using db = await open()
    const alice = await someone(db)
    const secret = await alice.open()
    const ends = async () => (await store.find(db.read, sessionIdOf(secret)))?.session.expiresAt.getTime()
    const first = await ends()
    alice.advance(15 * day - minute)
    await alice.find(secret)
    expect(await ends()).toBe(first)
    alice.advance(2 * minute)
    await alice.find(secret)
    expect(await ends()).toBe((first ?? 0) + 15 * day + minute)
  })

  test('role, address and standing are read at each call', async () => {
    await using db = await open()
    const alice = await someone(db, 'admin')
    const secret = await alice.open()
    const user = await alice.find(secret)
    await db.write((tx) => people.saveStanding(tx, alice.id, { role: 'support' }))
    expect(await alice.find(secret)).toMatchObject({ role: 'support' })
    expect(await stillAllowed({ db, clock: alice.clock, user })).toBe(false)
    await db.write((tx) => people.saveStanding(tx, alice.id, { disabled: true }))
    expect(await alice.find(secret)).toBeNull()
  })

  test('who becomes staff has the lifetimes of staff from then on', async () => {
    await using db = await open()
    const alice = await someone(db)
    const secret = await alice.open()
    await db.write((tx) => people.saveStanding(tx, alice.id, { role: 'admin' }))
    expect(await alice.find(secret)).toMatchObject({ role: 'admin' })
    alice.advance(30 * minute)
    expect(await alice.find(secret)).toBeNull()
  })

  test('an ended session stays ended, and other ones can be ended at once', async () => {
    await using db = await open()
    const alice = await someone(db)
    const [one, two, three] = [await alice.open(), await alice.open(), await alice.open('token')]
    const user = await alice.find(one)
    expect(await stillAllowed({ db, clock: alice.clock, user })).toBe(true)
    await db.write((tx) => endSession(tx, sessionIdOf(one)))
    expect(await alice.find(one)).toBeNull()
    expect(await stillAllowed({ db, clock: alice.clock, user })).toBe(false)
    await db.write((tx) => endOtherSessions(tx, alice.id, sessionIdOf(two)))
    expect(await alice.find(two)).not.toBeNull()
    expect(await alice.find(three, 'token')).toBeNull()
  })

  test('a clock that goes back makes no session live longer than it should', async () => {
    await using db = await open()
    const alice = await someone(db)
    const secret = await alice.open()
    alice.advance(-365 * day)
    expect(await alice.find(secret)).not.toBeNull()
    alice.advance(30 * day)
    expect(await alice.find(secret)).toBeNull()
  })

  test.each([
    '',
    'ck_',
    'null',
    `ck_${'a'.repeat(31)}`,
    `ck_${'a'.repeat(33)}`,
    `xx_${'a'.repeat(32)}`,
    `ck_${'%'.repeat(32)}`,
  ])('a malformed secret is refused before it is looked up: “%s”', async (secret) => {
    await using db = await open()
    const clock = () => {
      throw new Error('looked up')
    }
    expect(await findSession({ db, clock }, secret, 'cookie')).toBeNull()
  })
})
