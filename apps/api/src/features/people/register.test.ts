import { expect, test } from 'vitest'
import type { CreateProductInput } from '@comptoir/domain/catalog/inputs'
import { findSession } from '../../services/sessions.ts'
import { openTestShop, type TestShop } from '../../testing.ts'

const email = 'dora@email.test'
const password = 'correct horse'
const account = { email, password }
const refused = (code: string) => ({ cause: { code } })
const usersOf = async ({ db }: TestShop) => db.read.select().from(db.read.tables.users)

const aBowl: CreateProductInput = {
  ...{ slug: 'bol', category: null, state: 'published', vatCategory: 'standard', popularity: 0, options: [] },
  texts: { fr: { name: 'Bol en grès', line: '', description: '', facts: [], keywords: '' } },
  variants: [{ sku: null, values: [], priceCents: 1200, compareAtCents: null, stock: 5 }],
}
async function aVariant(shop: TestShop): Promise<`variant_${string}`> {
  const { admin } = await shop.staff('catalogue')
  const { variants } = await admin.products.create(aBowl)
  return variants[0]?.id as `variant_${string}`
}

test('a new customer has an account, a session and the language of the page', async () => {
  await using shop = await openTestShop()
  const browser = shop.visit({ locale: 'en' })
  const { user, token } = await browser.shop.auth.register({ ...account, email: 'Dora@Email.Test', name: 'Dora' })
  expect(user).toMatchObject({ email, name: 'Dora', role: 'customer', locale: 'en', permissions: [] })
  expect(token).toBeNull()
  expect(await findSession(shop.services, browser.bag.cookies.get('session') ?? '', 'cookie')).toMatchObject({ email })
  expect((await usersOf(shop))[0]?.passwordHash).toMatch(/^\$argon2id/)
})

test('registering twice makes one account: the right password signs in, another one is told that the e-mail is taken', async () => {
  await using shop = await openTestShop()
  const first = await shop.guest().shop.auth.register(account)
  const again = await shop
    .visit({ key: 'a-key-of-a-repeated-call' })
    .shop.auth.register({ ...account, session: 'token' })
  expect(again.user).toEqual(first.user)
  expect(again.token).toMatch(/^tk_/)
  await expect(shop.guest().shop.auth.register({ email, password: 'another horse' })).rejects.toMatchObject({
    code: 'CONFLICT',
    ...refused('email_taken'),
  })
  expect(await usersOf(shop)).toHaveLength(1)
})

test.each(['sqlite', 'postgres'] as const)(
  'registering at once makes one account, with a session each time (%s)',
  async (engine) => {
    await using shop = await openTestShop({ engine })
    const answers = await Promise.all(
      Array.from({ length: 4 }, () =>
        shop.visit({ key: 'one-key-for-all-these-calls' }).shop.auth.register({ ...account, session: 'token' }),
      ),
    )
    expect(new Set(answers.map(({ user }) => user.id))).toHaveLength(1)
    expect(new Set(answers.map(({ token }) => token))).toHaveLength(4)
    expect(await usersOf(shop)).toHaveLength(1)
  },
)

test.each([
  ['motdepasse', 'password_too_common'],
  ['comptoir2026', 'password_too_common'],
])('a password that is tried first is refused: %s', async (weak, code) => {
  await using shop = await openTestShop()
  await expect(shop.guest().shop.auth.register({ email, password: weak })).rejects.toMatchObject(refused(code))
  expect(await usersOf(shop)).toEqual([])
})

test('one place opens ten accounts an hour and no more', async () => {
  await using shop = await openTestShop()
  const place = shop.visit({ address: '2001:db8::1' })
  for (let i = 0; i < 10; i++) await place.shop.auth.register({ email: `n${i}@email.test`, password })
  const neighbour = shop.visit({ address: '2001:db8::2' })
  await expect(neighbour.shop.auth.register(account)).rejects.toMatchObject({ code: 'TOO_MANY_REQUESTS' })
  await shop.visit({ address: '192.0.2.1' }).shop.auth.register(account)
})

test('the guest’s cart joins the account at sign-in, once, and its cookie goes', async () => {
  await using shop = await openTestShop()
  const variantId = await aVariant(shop)
  const alice = await shop.customer({ email: 'alice@email.test' })
  await alice.shop.cart.add({ variantId, quantity: 2 })
  const browser = shop.guest()
  await browser.shop.cart.add({ variantId, quantity: 4 })
  const cartToken = browser.bag.cartToken
  const { cartNotices } = await browser.shop.auth.login({ email: 'alice@email.test', password })
  expect(cartNotices).toEqual([{ reason: 'stock', variantId, name: 'Bol en grès', wanted: 6, kept: 5 }])
  expect(browser.bag.cookies.has('cart')).toBe(false)
  const again = await shop.visit({ cartToken }).shop.auth.login({ email: 'alice@email.test', password })
  expect(again.cartNotices).toEqual([])
  expect((await alice.shop.cart.get()).lines).toMatchObject([{ variantId, quantity: 5 }])
})

test('who registers at checkout keeps the cart', async () => {
  await using shop = await openTestShop()
  const variantId = await aVariant(shop)
  const browser = shop.guest()
  await browser.shop.cart.add({ variantId, quantity: 3 })
  const { cartNotices } = await browser.shop.auth.register(account)
  expect(cartNotices).toEqual([])
  const user = await findSession(shop.services, browser.bag.cookies.get('session') ?? '', 'cookie')
  expect((await shop.visit({ user }).shop.cart.get()).lines).toMatchObject([{ variantId, quantity: 3 }])
  expect((await browser.shop.cart.get()).lines).toEqual([])
})
