import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import * as people from '@comptoir/db/stores/people'
import * as sessions from '@comptoir/db/stores/sessions'
import { findSession, sessionIdOf } from '../../services/sessions.ts'
import type { PasswordHasher } from '../../services/passwords.ts'
import { addProduct, order } from '../../testing-orders.ts'
import { openTestShop, type TestShop } from '../../testing.ts'

const email = 'alice@email.test'
const password = 'correct horse'
const refused = (code: string) => ({ cause: { code } })
const whoHas = (shop: TestShop, secret: string | null | undefined, kind: 'cookie' | 'token' = 'cookie') =>
  findSession(shop.services, secret ?? '', kind)

/** Counts the passwords that are hashed or compared from here on. */
function countWork({ services }: TestShop) {
  const { passwords } = services
  const done: string[] = []
  const counted: PasswordHasher = {
    ...passwords,
    hash: (word) => (done.push('hash'), passwords.hash(word)),
    verify: (hash, word) => (done.push('verify'), passwords.verify(hash, word)),
    verifyNothing: (word) => (done.push('verify'), passwords.verifyNothing(word)),
  }
  services.passwords = counted
  return done
}

test('the right password opens a session: a cookie is set and no secret answered', async () => {
  await using shop = await openTestShop()
  const { userId } = await shop.customer({ email })
  const browser = shop.guest()
  const answer = await browser.shop.auth.login({ email: ' Alice@Email.test ', password })
  expect(answer).toEqual({
    token: null,
    user: { id: userId, email, name: 'Une personne', phone: '', locale: 'fr', role: 'customer', permissions: [] },
    cartNotices: [],
  })
  const cookie = browser.bag.cookies.get('session')
  expect(cookie).toMatch(/^ck_/)
  expect(await whoHas(shop, cookie)).toMatchObject({ id: userId })
  expect(await whoHas(shop, cookie, 'token')).toBeNull()
})

test('a program gets a token of another kind and no cookie', async () => {
  await using shop = await openTestShop()
  const { userId } = await shop.customer({ email })
  const program = shop.visit({ tokensBy: 'header' })
  const { token } = await program.shop.auth.login({ email, password, session: 'token' })
  expect(program.bag.cookies.size).toBe(0)
  expect(await whoHas(shop, token, 'token')).toMatchObject({ id: userId, sessionKind: 'token' })
  expect(await whoHas(shop, token, 'cookie')).toBeNull()
})

test('a wrong password, an unknown e-mail and a disabled account get one answer after the same work', async () => {
  await using shop = await openTestShop()
  await shop.customer({ email })
  const gone = await shop.customer({ email: 'gone@email.test' })
  await shop.db.write((tx) => people.saveStanding(tx, gone.userId, { disabled: true }))
  const work = countWork(shop)
  const answers: unknown[] = []
  for (const tried of [
    { email, password: 'wrong horse' },
    { email: 'nobody@email.test', password },
    { email: 'gone@email.test', password },
  ]) {
    work.length = 0
    const answer: unknown = await shop
      .guest()
      .shop.auth.login(tried)
      .catch((error: unknown) => error)
    expect(answer).toMatchObject({ code: 'UNAUTHORIZED', ...refused('wrong_credentials') })
    answers.push([String(answer), [...work]])
  }
  expect(new Set(answers.map((one) => JSON.stringify(one)))).toHaveLength(1)
  expect(answers[0]).toMatchObject([expect.any(String), ['verify']])
})

test('the console lets staff in and answers a customer like a wrong password, after the same work', async () => {
  await using shop = await openTestShop()
  await shop.customer({ email })
  const colleague = await shop.staff('support')
  const work = countWork(shop)
  await expect(shop.guest().admin.auth.login({ email, password })).rejects.toMatchObject(refused('wrong_credentials'))
  expect(work).toEqual(['verify'])
  const desk = shop.guest()
  const { user } = await desk.admin.auth.login({ email: colleague.email, password })
  expect(user).toMatchObject({ role: 'support', permissions: expect.arrayContaining(['support:write']) })
  expect(await whoHas(shop, desk.bag.cookies.get('session'))).toMatchObject({ id: colleague.userId })
})

test('a customer’s session opens nothing at the console', async () => {
  await using shop = await openTestShop()
  const alice = await shop.customer()
  await expect(alice.admin.auth.profile()).rejects.toMatchObject({ code: 'FORBIDDEN' })
  await expect(shop.guest().admin.auth.profile()).rejects.toMatchObject({ code: 'UNAUTHORIZED' })
})

test('signing in again ends the old session of the same browser, not the other ones', async () => {
  await using shop = await openTestShop()
  const alice = await shop.customer({ email })
  const phone = shop.guest()
  await phone.shop.auth.login({ email, password })
  await alice.shop.auth.login({ email, password })
  expect(await whoHas(shop, alice.secret)).toBeNull()
  expect(await whoHas(shop, alice.bag.cookies.get('session'))).not.toBeNull()
  expect(await whoHas(shop, phone.bag.cookies.get('session'))).not.toBeNull()
})

test('a repeated call with the same key signs in afresh and stores no secret', async () => {
  await using shop = await openTestShop()
  await shop.customer({ email })
  const program = shop.visit({ key: 'a-key-of-a-repeated-call' })
  const tokens = [1, 2].map(async () => (await program.shop.auth.login({ email, password, session: 'token' })).token)
  const [one, two] = await Promise.all(tokens)
  expect(one).not.toBe(two)
  expect(await whoHas(shop, one, 'token')).not.toBeNull()
  expect(await whoHas(shop, two, 'token')).not.toBeNull()
  expect(await shop.db.read.select().from(shop.db.read.tables.idempotency)).toEqual([])
})

test('too many tries for a person from one place are refused; the person gets in from elsewhere', async () => {
  await using shop = await openTestShop()
  await shop.customer({ email })
  const stranger = shop.visit({ address: '192.0.2.66' })
  for (let i = 0; i < 10; i++)
    await expect(stranger.shop.auth.login({ email, password: `guess ${i}` })).rejects.toMatchObject(
      refused('wrong_credentials'),
    )
  await expect(stranger.shop.auth.login({ email, password })).rejects.toMatchObject({
    code: 'TOO_MANY_REQUESTS',
    cause: { details: { retryAfterSeconds: 900 } },
  })
  const home = shop.visit({ address: '192.0.2.1' })
  expect((await home.shop.auth.login({ email, password })).user.email).toBe(email)
  shop.clock.advance(15 * 60_000)
  expect((await stranger.shop.auth.login({ email, password })).user.email).toBe(email)
})

test('whoever knows the password is not held up by having signed in often', async () => {
  await using shop = await openTestShop()
  await shop.customer({ email })
  for (let i = 0; i < 12; i++) expect(await shop.guest().shop.auth.login({ email, password })).toBeDefined()
})

test('a password change between the check and the session lets the old password open nothing', async () => {
  await using shop = await openTestShop()
  const { userId } = await shop.customer({ email })
  const { passwords } = shop.services
  const another = await passwords.hash('battery staple')
  shop.services.passwords = {
    ...passwords,
    async verify(hash, word) {
      const right = await passwords.verify(hash, word)
      await shop.db.write((tx) => people.movePassword(tx, userId, hash, another))
      return right
    },
  }
  await expect(shop.guest().shop.auth.login({ email, password })).rejects.toMatchObject(refused('wrong_credentials'))
  expect(await sessions.listOfUser(shop.db.read, userId)).toHaveLength(1)
})

test('a hash with yesterday’s costs is replaced when its person signs in', async () => {
  await using shop = await openTestShop()
  const { userId } = await shop.customer({ email })
  const { passwords } = shop.services
  const old = (await people.find(shop.db.read, userId))?.passwordHash
  shop.services.passwords = { ...passwords, outdated: (hash) => hash === old }
  await shop.guest().shop.auth.login({ email, password })
  const now = (await people.find(shop.db.read, userId))?.passwordHash ?? ''
  expect(now).not.toBe(old)
  expect(await passwords.verify(now, password)).toBe(true)
})

test('signing out ends the session on the server, whoever still has the cookie', async () => {
  await using shop = await openTestShop()
  const alice = await shop.customer()
  expect(await alice.shop.auth.logout()).toEqual({ done: true })
  expect(await whoHas(shop, alice.secret)).toBeNull()
  const { sessions: table } = shop.db.read.tables
  expect(
    await shop.db.read
      .select()
      .from(table)
      .where(eq(table.id, sessionIdOf(alice.secret))),
  ).toEqual([])
  expect(await alice.shop.auth.logout()).toEqual({ done: true })
})

test('signing out without a session is fine and clears the cookie', async () => {
  await using shop = await openTestShop()
  const guest = shop.guest()
  guest.bag.cookies.set('session', 'ck_of_long_ago')
  expect(await guest.shop.auth.logout()).toEqual({ done: true })
  expect(await guest.admin.auth.logout()).toEqual({ done: true })
  expect(guest.bag.cookies.has('session')).toBe(false)
})

test('on a shared computer nobody opens the orders of who signed out', async () => {
  await using shop = await openTestShop()
  const guest = shop.guest()
  const { id } = await order(guest, await addProduct(shop))
  await guest.shop.auth.keepOrder({ orderId: id, password: 'battery staple' })
  expect(guest.bag.cookies.has('orders')).toBe(true)
  await guest.shop.auth.logout()
  expect(guest.bag.cookies.has('orders')).toBe(false)
})
