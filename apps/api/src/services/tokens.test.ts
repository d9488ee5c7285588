import * as tokenStore from '@comptoir/db/stores/tokens'
import { engines } from '@comptoir/db/testing'
import type { Id } from '@comptoir/domain'
import type { Scope } from '@comptoir/domain/people'
import { describe, expect, test } from 'vitest'
import { addProduct, orderPaid, problemCode } from '../testing-orders.ts'
import { openTestShop, type TestShop } from '../testing.ts'
import { findToken, tokenHash } from './tokens.ts'

const password = 'correct horse'
const endsOn = '2027-01-31'
const day = 24 * 3_600_000
type Person = Awaited<ReturnType<TestShop['customer']>>

const make = (person: Person, scopes: Scope[], over: { endsOn?: string; name?: string } = {}) =>
  person.shop.tokens.create({ name: 'Comptabilité', scopes, endsOn, password, ...over })
/** A program that calls with this secret. */
async function program(shop: TestShop, secret: string) {
  const user = await findToken(shop.services, secret)
  if (user === null) throw new Error('the token opens nothing')
  return shop.visit({ user, tokensBy: 'header' })
}

describe.each(engines)('a token of a person (%s)', (engine) => {
  test('does what it was made for, in the person’s name, and nothing else', async () => {
    await using shop = await openTestShop({ engine })
    const alice = await shop.customer()
    const paid = await orderPaid(alice, await addProduct(shop))
    const { secret } = await make(alice, ['orders:read'])
    const till = await program(shop, secret)
    expect((await till.shop.orders.list({})).items.map(({ id }) => id)).toEqual([paid.id])
    expect((await till.shop.orders.get({ id: paid.id })).id).toBe(paid.id)
    await expect(till.shop.orders.cancel({ id: paid.id })).rejects.toMatchObject({
      code: 'FORBIDDEN',
      cause: { code: 'scope_missing', details: { scope: 'orders:write' } },
    })
    expect(await problemCode(till.shop.catalog.list({}))).toBe('scope_missing')
    expect((await alice.shop.orders.get({ id: paid.id })).status).toBe('paid')
  })

  test('is revoked, and its next call is refused', async () => {
    await using shop = await openTestShop({ engine })
    const [alice, bob] = [await shop.customer(), await shop.customer()]
    const { secret, token } = await make(alice, ['orders:read'])
    const id = token.id as Id<'token'>
    expect(await problemCode(bob.shop.tokens.revoke({ id }))).toBe('token_not_found')
    expect(await findToken(shop.services, secret)).not.toBeNull()
    expect((await alice.shop.tokens.revoke({ id })).items).toEqual([])
    expect(await findToken(shop.services, secret)).toBeNull()
  })

  test('says when it was last used, written once a minute at most', async () => {
    await using shop = await openTestShop({ engine })
    const alice = await shop.customer()
    const { secret } = await make(alice, ['orders:read'])
    const lastUse = async () => (await alice.shop.tokens.list()).items[0]?.lastUsedAt
    expect(await lastUse()).toBeNull()
    await program(shop, secret)
    const first = await lastUse()
    expect(first).toBe(shop.clock.now().toISOString())
    shop.clock.advance(59_000)
    await program(shop, secret)
    expect(await lastUse()).toBe(first)
    shop.clock.advance(1000)
    await program(shop, secret)
    expect(await lastUse()).toBe(shop.clock.now().toISOString())
  })
})

test('a token looks like one to whoever searches for secrets, and only its hash is kept', async () => {
  await using shop = await openTestShop()
  const { secret, token } = await make(await shop.customer(), ['orders:read'])
  expect(secret).toMatch(/^cpt_[0-9A-Za-z]{36}$/)
  const { tokens } = shop.db.read.tables
  const stored = await shop.db.read.select().from(tokens)
  expect(stored.map(({ secretHash }) => secretHash)).toEqual([tokenHash(secret)])
  for (const [name, table] of Object.entries(shop.db.read.tables)) {
    const rows = JSON.stringify(await shop.db.read.select().from(table))
    expect(rows.includes(secret.slice(4, 34)), name).toBe(false)
  }
  expect(token.hint).toBe(`cpt_…${secret.slice(-4)}`)
})

test.each([
  ['its last character changed', (secret: string) => secret.slice(0, -1) + (secret.endsWith('0') ? '1' : '0')],
  ['two characters swapped places', (secret: string) => `cpt_${secret[5]}${secret[4]}${secret.slice(6)}`],
  ['another prefix', (secret: string) => secret.replace('cpt_', 'cpa_')],
  ['something after it', (secret: string) => `${secret}0`],
])('a token with %s opens nothing', async (_, twist) => {
  await using shop = await openTestShop()
  const { secret } = await make(await shop.customer(), ['orders:read'])
  const twisted = twist(secret)
  expect(twisted).not.toBe(secret)
  expect(await findToken(shop.services, twisted)).toBeNull()
})

test('a token ends with its last day, in the shop’s time', async () => {
  await using shop = await openTestShop()
  const alice = await shop.customer()
  const { secret, token } = await make(alice, ['orders:read'], { endsOn: '2026-11-23' })
  expect(token.endsAt).toBe('2026-11-23T23:00:00.000Z')
  shop.clock.advance(day + 13 * 3_600_000 - 1)
  expect(await findToken(shop.services, secret)).not.toBeNull()
  shop.clock.advance(1)
  expect(await findToken(shop.services, secret)).toBeNull()
  expect((await alice.shop.tokens.list()).items).toMatchObject([{ ended: true }])
})

test.each([
  ['2026-11-21', 'customer'],
  ['2027-11-23', 'customer'],
  ['2027-02-21', 'support'],
] as const)('the last day may not be %s for %s: the days between are named', async (asked, role) => {
  await using shop = await openTestShop()
  const person = role === 'customer' ? await shop.customer() : await shop.staff(role)
  await expect(make(person, ['orders:read'], { endsOn: asked })).rejects.toMatchObject({
    cause: {
      code: 'token_end_refused',
      details: { from: '2026-11-22', to: role === 'customer' ? '2027-11-22' : '2027-02-20' },
    },
  })
})

test('a token is never wider than who makes it, and narrows with them at once', async () => {
  await using shop = await openTestShop()
  const { admin } = await shop.staff('admin')
  const sacha = await shop.staff('finance')
  expect(await problemCode(make(await shop.customer(), ['stats:read']))).toBe('not_allowed')
  expect(await problemCode(make(sacha, ['products:write']))).toBe('not_allowed')
  const { secret } = await make(sacha, ['stats:read', 'orders:read'])
  expect((await (await program(shop, secret)).admin.orders.list({})).items).toEqual([])
  await (await program(shop, secret)).admin.stats.overview({})
  await admin.staff.setRole({ id: sacha.userId, role: 'support' })
  const narrowed = await program(shop, secret)
  expect(await problemCode(narrowed.admin.stats.overview({}))).toBe('not_allowed')
  expect((await narrowed.admin.orders.list({})).items).toEqual([])
  await admin.staff.disable({ id: sacha.userId, disabled: true })
  expect(await findToken(shop.services, secret)).toBeNull()
  await admin.staff.disable({ id: sacha.userId, disabled: false })
  expect(await findToken(shop.services, secret)).toBeNull()
})

test('no token makes another one, and none is made without the password', async () => {
  await using shop = await openTestShop()
  const alice = await shop.customer()
  const { secret } = await make(alice, ['account:read', 'account:write'])
  const till = await program(shop, secret)
  const wanted = { name: 'Une autre', scopes: ['orders:read' as const], endsOn, password }
  expect(await problemCode(till.shop.tokens.create(wanted))).toBe('token_refused')
  expect(await problemCode(till.shop.tokens.list())).toBe('token_refused')
  const changed = { current: password, next: 'battery staple' }
  expect(await problemCode(till.shop.auth.changePassword(changed))).toBe('token_refused')
  expect(await problemCode(alice.shop.tokens.create({ ...wanted, password: 'wrong' }))).toBe('wrong_password')
  expect((await alice.shop.tokens.list()).items).toHaveLength(1)
})

test('a new password ends every token', async () => {
  await using shop = await openTestShop()
  const alice = await shop.customer()
  const { secret } = await make(alice, ['orders:read'])
  await alice.shop.auth.changePassword({ current: password, next: 'battery staple' })
  expect(await findToken(shop.services, secret)).toBeNull()
})

test('a lost answer is asked for again: one token, the same secret', async () => {
  await using shop = await openTestShop()
  const alice = await shop.customer()
  const keyed = alice.with('9f1c2b7e-5d3a-4c8e-b6f0-000000000001')
  const wanted = { name: 'Caisse', scopes: ['orders:read' as const], endsOn, password }
  const first = await keyed.shop.tokens.create(wanted)
  expect(await keyed.shop.tokens.create(wanted)).toEqual(first)
  expect((await alice.shop.tokens.list()).items).toHaveLength(1)
  const { idempotency } = shop.db.read.tables
  const kept = JSON.stringify(await shop.db.read.select().from(idempotency))
  expect(kept).not.toContain(first.secret)
})

test('twenty tokens stand at a time; one that ended makes room', async () => {
  await using shop = await openTestShop()
  const alice = await shop.customer()
  const row = { userId: alice.userId, kind: 'personal' as const, name: 'Une', hint: '', createdById: alice.userId }
  const at = { createdAt: shop.clock.now(), endsAt: new Date(shop.clock.now().getTime() + day) }
  await shop.db.write(async (tx) => {
    for (let i = 0; i < 20; i++)
      await tokenStore.insert(tx, { ...row, ...at, id: `token_${i}`, secretHash: tokenHash(String(i)), scopes: [] })
  })
  expect(await problemCode(make(alice, ['orders:read']))).toBe('tokens_full')
  shop.clock.advance(day)
  expect((await make(alice, ['orders:read'])).token.ended).toBe(false)
})

describe('an app', () => {
  async function anApp(shop: TestShop, role: 'support' | 'finance' = 'support') {
    const sacha = await shop.staff('admin')
    const { items } = await sacha.admin.apps.create({ name: 'Entrepôt', role })
    const id = items[0]?.id as Id<'user'>
    const wanted = { appId: id, name: 'Terminal', endsOn, password }
    const made = await sacha.admin.apps.addToken({ ...wanted, scopes: ['orders:read', 'orders:note'] })
    return { sacha, id, wanted, ...made }
  }

  test('works under its own name, within its role, and each deed of its keeper is noted', async () => {
    await using shop = await openTestShop()
    const { sacha, id, secret, token, wanted } = await anApp(shop)
    expect(secret).toMatch(/^cpa_/)
    const paid = await orderPaid(await shop.customer(), await addProduct(shop))
    const app = await program(shop, secret)
    await app.admin.orders.addNote({ id: paid.id, body: 'Colis préparé.' })
    expect((await sacha.admin.orders.get({ id: paid.id })).notes).toMatchObject([{ authorName: 'Entrepôt' }])
    const refunds = { ...wanted, scopes: ['orders:refund' as const] }
    expect(await problemCode(sacha.admin.apps.addToken(refunds))).toBe('not_allowed')
    expect((await sacha.admin.staff.list()).items.map(({ you }) => you)).toEqual([true])
    expect(await problemCode(sacha.admin.staff.resetLink({ id }))).toBe('colleague_not_found')
    await sacha.admin.apps.revokeToken({ id: token.id })
    expect(await findToken(shop.services, secret)).toBeNull()
    const { items } = await sacha.admin.audit.list({ subjectId: id })
    expect(items.map(({ action }) => action)).toEqual(['apps.revokeToken', 'apps.addToken', 'apps.create'])
    expect(JSON.stringify(items)).not.toContain(secret)
  })

  test('narrows with its role at the next call, and is shut with all its tokens', async () => {
    await using shop = await openTestShop()
    const { sacha, id, secret } = await anApp(shop)
    await sacha.admin.apps.setRole({ id, role: 'catalogue' })
    expect(await problemCode((await program(shop, secret)).admin.orders.list({}))).toBe('not_allowed')
    const { items } = await sacha.admin.apps.close({ id })
    expect(items).toMatchObject([{ closed: true, items: [] }])
    expect(await findToken(shop.services, secret)).toBeNull()
    expect(await problemCode(sacha.admin.apps.close({ id: sacha.userId }))).toBe('app_not_found')
  })
})
