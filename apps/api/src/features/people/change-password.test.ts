import { expect, test } from 'vitest'
import { findSession } from '../../services/sessions.ts'
import { openTestShop } from '../../testing.ts'

const email = 'alice@email.test'
const current = 'correct horse'
const next = 'battery staple'
const refused = (code: string) => ({ cause: { code } })

test('a new password ends every other session and renews this one', async () => {
  await using shop = await openTestShop()
  const alice = await shop.customer({ email })
  const phone = shop.visit({ address: '192.0.2.9' })
  const { token } = await phone.shop.auth.login({ email, password: current, session: 'token' })
  const answer = await alice.shop.auth.changePassword({ current, next })
  expect(answer).toMatchObject({ token: null, user: { email } })
  const cookie = alice.bag.cookies.get('session') ?? ''
  expect(await findSession(shop.services, cookie, 'cookie')).toMatchObject({ email })
  expect(await findSession(shop.services, alice.secret, 'cookie')).toBeNull()
  expect(await findSession(shop.services, token ?? '', 'token')).toBeNull()
  await expect(phone.shop.auth.login({ email, password: current })).rejects.toMatchObject(refused('wrong_credentials'))
  expect((await phone.shop.auth.login({ email, password: next })).user.email).toBe(email)
})

test('the current password is asked for, and guessing it is limited', async () => {
  await using shop = await openTestShop()
  const alice = await shop.customer({ email })
  for (let i = 0; i < 10; i++)
    await expect(alice.shop.auth.changePassword({ current: `guess ${i}`, next })).rejects.toMatchObject(
      refused('wrong_password'),
    )
  await expect(alice.shop.auth.changePassword({ current, next })).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' })
  expect(await findSession(shop.services, alice.secret, 'cookie')).not.toBeNull()
})

test('a repeat of the change, in turn or at once, finds it done and signs in afresh', async () => {
  await using shop = await openTestShop()
  const alice = await shop.customer({ email })
  const change = () => alice.shop.auth.changePassword({ current, next })
  const answers = [...(await Promise.all([change(), change()])), await change()]
  expect(new Set(answers.map(({ user }) => user.id))).toHaveLength(1)
  const cookie = alice.bag.cookies.get('session') ?? ''
  expect(await findSession(shop.services, cookie, 'cookie')).toMatchObject({ email })
})

test('staff need a longer password than customers', async () => {
  await using shop = await openTestShop()
  const colleague = await shop.staff('support')
  const tooShort = colleague.admin.auth.changePassword({ current, next: 'elevenchars' })
  await expect(tooShort).rejects.toMatchObject({ cause: { code: 'password_too_short', details: { least: 12 } } })
  await colleague.admin.auth.changePassword({ current, next: 'twelve chars' })
})

test('a profile changes what is given and keeps the rest', async () => {
  await using shop = await openTestShop()
  const alice = await shop.customer({ email })
  const changed = await alice.shop.auth.updateProfile({ name: 'Alice B.', locale: 'en' })
  expect(changed).toMatchObject({ email, name: 'Alice B.', phone: '', locale: 'en' })
  await alice.shop.auth.updateProfile({ phone: '+33 1 23 45 67 89' })
  expect(await alice.shop.auth.profile()).toEqual({ ...changed, phone: '+33 1 23 45 67 89' })
})
