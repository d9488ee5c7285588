import { expect, test } from 'vitest'
import { makeId } from '@comptoir/domain'
import { onEachDatabase } from '../testing.ts'
import { isAppendOnlyViolation } from '../violations.ts'
import * as audit from './audit.ts'
import * as people from './people.ts'
import * as sessions from './sessions.ts'

const noon = new Date('2026-03-02T12:00:00Z')
const after = (minutes: number) => new Date(noon.getTime() + minutes * 60_000)
const fresh = () => crypto.getRandomValues(new Uint8Array(16))
const anAccount = (email = 'alice@email.test'): people.NewAccount => ({
  id: makeId('user', noon.getTime(), fresh()),
  email,
  name: 'Alice',
  phone: '',
  locale: 'fr',
  role: 'customer',
  passwordHash: 'hash 1',
  createdAt: noon,
})
const aSession = (userId: people.Account['id'], id: string, expiresAt = after(30)): sessions.SessionRow => ({
  ...{ id, userId, kind: 'cookie', createdAt: noon, expiresAt, endsAt: after(720), userAgent: 'Firefox' },
})

onEachDatabase('people', (open) => {
  test('an e-mail has one account, also when two register at once', async () => {
    await using db = await open()
    const made = await Promise.all(Array.from({ length: 6 }, () => db.write((tx) => people.insert(tx, anAccount()))))
    const [account, ...more] = made.filter((one) => one !== undefined)
    expect(more).toEqual([])
    expect(await people.findByEmail(db.read, 'alice@email.test')).toEqual(account)
    expect(account).toMatchObject({ disabled: false, version: 1, createdAt: noon })
    expect(await people.findByEmail(db.read, 'Alice@email.test')).toBeUndefined()
  })

  test('of two password changes that saw the same old one, one wins', async () => {
    await using db = await open()
    const alice = anAccount()
    await db.write((tx) => people.insert(tx, alice))
    const moves = ['hash 2', 'hash 3'].map((next) =>
      db.write((tx) => people.movePassword(tx, alice.id, 'hash 1', next)),
    )
    expect((await Promise.all(moves)).filter(Boolean)).toHaveLength(1)
    expect((await people.find(db.read, alice.id))?.passwordHash).toMatch(/^hash [23]$/)
  })

  test('a profile keeps what is not changed', async () => {
    await using db = await open()
    const alice = anAccount()
    await db.write((tx) => people.insert(tx, alice))
    await db.write((tx) => people.saveProfile(tx, { ...alice, phone: '+33 1 23 45 67 89', locale: 'en' }))
    await db.write((tx) => people.saveStanding(tx, alice.id, { role: 'support' }))
    expect(await people.find(db.read, alice.id)).toEqual({
      ...alice,
      phone: '+33 1 23 45 67 89',
      locale: 'en',
      role: 'support',
      disabled: false,
      erasedAt: null,
      version: 1,
    })
    expect(await db.write((tx) => people.take(tx, alice.id))).toMatchObject({ version: 2 })
  })

  test('sessions of a person end one by one, all but one, or by their time', async () => {
    await using db = await open()
    const [alice, bob] = [anAccount(), anAccount('bob@email.test')]
    await db.write(async (tx) => {
      for (const one of [alice, bob]) await people.insert(tx, one)
      for (const id of ['a', 'b', 'c']) await sessions.insert(tx, aSession(alice.id, id))
      await sessions.insert(tx, aSession(alice.id, 'over', after(-1)))
      await sessions.insert(tx, aSession(bob.id, 'bob'))
    })
    const idsOf = async (who: people.NewAccount) =>
      (await sessions.listOfUser(db.read, who.id)).map(({ id }) => id).toSorted()
    await db.write((tx) => sessions.removeEnded(tx, noon))
    expect(await idsOf(alice)).toEqual(['a', 'b', 'c'])
    await db.write((tx) => sessions.remove(tx, 'a'))
    await db.write((tx) => sessions.removeOfUser(tx, alice.id, 'b'))
    expect(await idsOf(alice)).toEqual(['b'])
    await db.write((tx) => sessions.saveEnd(tx, 'b', after(60)))
    expect(await sessions.find(db.read, 'b')).toMatchObject({
      session: aSession(alice.id, 'b', after(60)),
      account: alice,
    })
    await db.write((tx) => sessions.removeOfUser(tx, alice.id))
    expect([await idsOf(alice), await idsOf(bob)]).toEqual([[], ['bob']])
  })

  test('what staff did stays written as it was', async () => {
    await using db = await open()
    const alice = anAccount()
    const row: audit.AuditRow = {
      ...{ id: makeId('audit', noon.getTime(), fresh()), actorId: alice.id, action: 'support.close' },
      ...{ subjectId: 'thread_1', before: { state: 'open' }, after: null },
      ...{ address: '192.0.2.1', requestId: 'request 1', at: noon },
    }
    await db.write((tx) => people.insert(tx, alice))
    await db.write((tx) => audit.add(tx, row))
    expect(await db.read.select().from(db.read.tables.audit)).toEqual([row])
    const error: unknown = await db.write((tx) => tx.delete(tx.tables.audit)).catch((error: unknown) => error)
    expect(isAppendOnlyViolation(error)).toBe(true)
  })
})
