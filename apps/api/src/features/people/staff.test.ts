import * as people from '@comptoir/db/stores/people'
import { engines } from '@comptoir/db/testing'
import { expect, test } from 'vitest'
import { findSession } from '../../services/sessions.ts'
import { minute, problemCode } from '../../testing-orders.ts'
import { openTestShop } from '../../testing.ts'

const email = 'sacha@email.test'
const password = 'battery staple'
const userId = (id: string) => id as `user_${string}`

test.each(engines)(
  'a new colleague chooses a password with the link that an admin hands over, once (%s)',
  async (engine) => {
    await using shop = await openTestShop({ engine })
    const { admin } = await shop.staff()
    const { token, colleague } = await admin.staff.invite({ email: ' Sacha@Email.test', role: 'support' })
    expect(colleague).toMatchObject({ email, role: 'support', you: false, linkEndsAt: '2026-11-23T10:00:00.000Z' })
    const sacha = shop.guest()
    const { user } = await sacha.admin.auth.acceptInvite({ token, name: 'Sacha', password })
    expect(user).toMatchObject({ id: colleague.id, name: 'Sacha', role: 'support' })
    const secret = sacha.bag.cookies.get('session') ?? ''
    expect(await findSession(shop.services, secret, 'cookie')).toMatchObject({ id: colleague.id })
    const late = shop.guest().admin.auth
    expect(await problemCode(late.acceptInvite({ token, password: 'another password' }))).toBe('link_not_found')
    expect((await late.acceptInvite({ token, password })).user.id).toBe(colleague.id)
  },
)

test('only a hash of the link is kept', async () => {
  await using shop = await openTestShop()
  const { admin } = (await shop.staff()).with('9f1c2b7e-5d3a-4c8e-b6f0-000000000001')
  const { token } = await admin.staff.invite({ email, role: 'finance' })
  for (const table of Object.values(shop.db.read.tables))
    expect(JSON.stringify(await shop.db.read.select().from(table))).not.toContain(token)
})

test('a link is over after a day, when a newer one is made, and for a colleague whose access is closed', async () => {
  await using shop = await openTestShop()
  const { admin } = await shop.staff()
  const { shop: _, admin: door } = shop.guest()
  const accept = (token: string) => problemCode(door.auth.acceptInvite({ token, password }))
  const first = await admin.staff.invite({ email, role: 'support' })
  const id = userId(first.colleague.id)
  const second = await admin.staff.resetLink({ id })
  expect(await accept(first.token)).toBe('link_not_found')
  await admin.staff.disable({ id })
  expect(await accept(second.token)).toBe('link_not_found')
  await admin.staff.disable({ id, disabled: false })
  shop.clock.advance(24 * 60 * minute)
  expect(await accept(second.token)).toBe('link_not_found')
  expect(await accept('nothing-that-opens-any-account')).toBe('link_not_found')
})

test('nobody enters before the link is used, and a weak password is refused', async () => {
  await using shop = await openTestShop()
  const { admin } = await shop.staff()
  const { token } = await admin.staff.invite({ email, role: 'support' })
  const { admin: door } = shop.guest()
  expect(await problemCode(door.auth.login({ email, password }))).toBe('wrong_credentials')
  expect(await problemCode(door.auth.acceptInvite({ token, password: 'short' }))).toBe('input_invalid')
  expect(await problemCode(door.auth.acceptInvite({ token, password: 'comptoir1234' }))).toBe('password_too_common')
})

test('an e-mail that has an account is not invited', async () => {
  await using shop = await openTestShop()
  await shop.customer({ email })
  const { admin } = await shop.staff()
  expect(await problemCode(admin.staff.invite({ email, role: 'support' }))).toBe('email_in_use')
})

test.each([
  ['loses the role', { role: 'catalogue' }],
  ['is disabled', { disabled: true }],
] as const)('the sessions of a colleague who %s end at once', async (_, standing) => {
  await using shop = await openTestShop()
  const { admin } = await shop.staff()
  const support = await shop.staff('support')
  if ('role' in standing) await admin.staff.setRole({ id: support.userId, ...standing })
  else await admin.staff.disable({ id: support.userId, ...standing })
  expect(await findSession(shop.services, support.secret, 'cookie')).toBeNull()
})

test.each([
  ['loses the role', { role: 'support' }],
  ['is disabled', { disabled: true }],
] as const)('a link that an admin who %s had in hand opens nothing any more', async (_, standing) => {
  await using shop = await openTestShop()
  const [stays, goes] = [await shop.staff(), await shop.staff()]
  const [own, invited] = [
    await goes.admin.staff.resetLink({ id: stays.userId }),
    await goes.admin.staff.invite({ email, role: 'admin' }),
  ]
  if ('role' in standing) await stays.admin.staff.setRole({ id: goes.userId, ...standing })
  else await stays.admin.staff.disable({ id: goes.userId, ...standing })
  const { auth } = shop.guest().admin
  for (const { token } of [own, invited])
    expect(await problemCode(auth.acceptInvite({ token, password }))).toBe('link_not_found')
  const { token } = await stays.admin.staff.resetLink({ id: userId(invited.colleague.id) })
  expect((await auth.acceptInvite({ token, password })).user.id).toBe(invited.colleague.id)
})

test('access that was closed and opened again needs a new link', async () => {
  await using shop = await openTestShop()
  const { admin } = await shop.staff()
  const { token, colleague } = await admin.staff.invite({ email, role: 'support' })
  const id = userId(colleague.id)
  await admin.staff.disable({ id })
  await admin.staff.disable({ id, disabled: false })
  expect(await problemCode(shop.guest().admin.auth.acceptInvite({ token, password }))).toBe('link_not_found')
})

test('whoever changes their password needs no link from before', async () => {
  await using shop = await openTestShop()
  const { admin } = await shop.staff()
  const support = await shop.staff('support')
  const { token } = await admin.staff.resetLink({ id: support.userId })
  await support.admin.auth.changePassword({ current: 'correct horse', next: password })
  const late = shop.guest().admin.auth.acceptInvite({ token, password: 'another password' })
  expect(await problemCode(late)).toBe('link_not_found')
})

test('nobody changes their own role or access, and customers are no colleagues', async () => {
  await using shop = await openTestShop()
  const { admin, userId: id } = await shop.staff()
  const { userId: customer } = await shop.customer()
  expect(await problemCode(admin.staff.setRole({ id, role: 'support' }))).toBe('own_standing')
  expect(await problemCode(admin.staff.disable({ id }))).toBe('own_standing')
  expect(await problemCode(admin.staff.resetLink({ id }))).toBe('own_standing')
  expect(await problemCode(admin.staff.setRole({ id: customer, role: 'admin' }))).toBe('colleague_not_found')
})

test.each(engines)('two admins who demote each other at once leave one admin (%s)', async (engine) => {
  await using shop = await openTestShop({ engine })
  const [one, two] = [await shop.staff(), await shop.staff()]
  const outcomes = await Promise.all([
    problemCode(one.admin.staff.setRole({ id: two.userId, role: 'support' })).catch(() => 'done'),
    problemCode(two.admin.staff.disable({ id: one.userId })).catch(() => 'done'),
  ])
  expect(outcomes.toSorted()).toEqual(['done', 'not_allowed'])
  const standing = await Promise.all([one, two].map(({ userId: id }) => people.find(shop.db.read, id)))
  expect(standing.filter((who) => who?.role === 'admin' && !who.disabled)).toHaveLength(1)
})

test('each deed about a colleague has one audit row with what was before and after', async () => {
  await using shop = await openTestShop()
  const { admin, userId: by } = await shop.staff()
  const support = await shop.staff('support')
  await admin.staff.setRole({ id: support.userId, role: 'finance' })
  await admin.staff.setRole({ id: support.userId, role: 'finance' })
  shop.clock.advance(24 * 60 * minute)
  await admin.staff.disable({ id: support.userId })
  const all = await admin.audit.list({ subjectId: support.userId })
  expect(all.items).toMatchObject([
    { action: 'staff.disable', actorId: by, actorName: 'Une personne', address: '127.0.0.1' },
    {
      action: 'staff.setRole',
      before: JSON.stringify({ disabled: false, role: 'support' }),
      after: JSON.stringify({ disabled: false, role: 'finance' }),
    },
  ])
  expect((await admin.audit.list({ to: '2026-11-22' })).items).toMatchObject([{ action: 'staff.setRole' }])
  expect((await admin.audit.list({ from: '2026-11-23', action: 'staff.setRole' })).items).toEqual([])
  expect((await admin.audit.list({ actorId: support.userId })).items).toEqual([])
  const first = await admin.audit.list({ limit: 1 })
  const second = await admin.audit.list({ limit: 1, cursor: first.nextCursor ?? '' })
  expect([...first.items, ...second.items].map((row) => row.action)).toEqual(['staff.disable', 'staff.setRole'])
  expect(second.nextCursor).toBeNull()
})

test.each(engines)(
  'many colleagues are listed page by page, each once, and everyone of them can be changed (%s)',
  async (engine) => {
    await using shop = await openTestShop({ engine })
    const { admin, userId: own } = await shop.staff()
    const made: string[] = []
    for (const name of ['un', 'deux', 'trois', 'quatre']) {
      const { colleague } = await admin.staff.invite({ email: `${name}@email.test`, role: 'support' })
      made.push(colleague.id)
    }
    const first = await admin.staff.list({ limit: 3 })
    const second = await admin.staff.list({ limit: 3, cursor: first.nextCursor ?? '' })
    expect([...first.items, ...second.items].map(({ id }) => id).toSorted()).toEqual([own, ...made].toSorted())
    expect(second.nextCursor).toBeNull()
    expect((await admin.staff.list()).nextCursor).toBeNull()
    const last = made.at(-1) ?? ''
    expect((await admin.staff.resetLink({ id: userId(last) })).colleague.id).toBe(last)
    expect(await problemCode(admin.staff.list({ cursor: 'nonsense' }))).toBe('cursor_invalid')
  },
)
