import { engines } from '@comptoir/db/testing'
import { expect, test } from 'vitest'
import { addProduct, digestOf, order, problemCode } from '../../testing-orders.ts'
import { openTestShop } from '../../testing.ts'

const password = 'battery staple'
const email = 'camille@email.test'

test.each(engines)('a guest keeps the order by choosing a password, and is signed in (%s)', async (engine) => {
  await using shop = await openTestShop({ engine })
  const guest = shop.guest()
  const { id } = await order(guest, await addProduct(shop))
  const { user } = await guest.shop.auth.keepOrder({ orderId: id, password })
  expect(user).toMatchObject({ email, name: 'Camille Roux', role: 'customer' })
  expect(guest.bag.cookies.get('session')).toMatch(/^ck_/)
  const again = shop.visit({ tokensBy: 'header' })
  expect((await again.shop.auth.login({ email, password, session: 'token' })).user.id).toBe(user.id)
  const stored = await shop.db.read.select().from(shop.db.read.tables.orders)
  expect(stored).toMatchObject([{ id, userId: user.id }])
})

test('the token proves this one order: other guest orders of that e-mail stay apart', async () => {
  await using shop = await openTestShop()
  const bowl = await addProduct(shop)
  const earlier = await order(shop.guest(), bowl)
  const guest = shop.guest()
  const { id } = await order(guest, bowl)
  const { user } = await guest.shop.auth.keepOrder({ orderId: id, password })
  const owners = await shop.db.read.select().from(shop.db.read.tables.orders)
  expect(owners.map((one) => [one.id, one.userId]).toSorted()).toEqual(
    [
      [earlier.id, null],
      [id, user.id],
    ].toSorted(),
  )
  const stranger = shop.guest()
  expect(await problemCode(stranger.shop.auth.keepOrder({ orderId: earlier.id, password }))).toBe('order_not_found')
})

test('an e-mail that has an account is asked to sign in, also with its right password', async () => {
  await using shop = await openTestShop()
  await shop.customer({ email, password })
  const guest = shop.guest()
  const { id } = await order(guest, await addProduct(shop))
  const before = await digestOf(shop)
  for (const word of [password, 'something else'])
    expect(await problemCode(guest.shop.auth.keepOrder({ orderId: id, password: word }))).toBe('email_taken')
  expect(await digestOf(shop)).toEqual(before)
})

test('two taps make one account', async () => {
  await using shop = await openTestShop()
  const guest = shop.guest()
  const { id } = await order(guest, await addProduct(shop))
  const keep = () => guest.shop.auth.keepOrder({ orderId: id, password })
  const [one, two] = await Promise.all([keep(), keep()])
  expect(two.user.id).toBe(one.user.id)
  expect(await problemCode(guest.shop.auth.keepOrder({ orderId: id, password: 'something else' }))).toBe('email_taken')
})

test('passwords of a kept order are not guessed from many places: tries count for the person too', async () => {
  await using shop = await openTestShop()
  const guest = shop.guest()
  const { id } = await order(guest, await addProduct(shop))
  await guest.shop.auth.keepOrder({ orderId: id, password })
  const { orderTokens } = guest.bag
  const guess = (place: number) =>
    problemCode(
      shop
        .visit({ orderTokens, address: `192.0.2.${place}` })
        .shop.auth.keepOrder({ orderId: id, password: `battery ${place}` }),
    )
  const answers = await Promise.all(Array.from({ length: 31 }, (_, place) => guess(place)))
  expect(answers.filter((code) => code === 'too_many_requests').length).toBeGreaterThan(0)
})
