import { engines } from '@comptoir/db/testing'
import { expect, test } from 'vitest'
import {
  addProduct,
  checkoutOf,
  digestOf,
  minute,
  order,
  problemCode,
  refused,
  type Visit,
} from '../../testing-orders.ts'
import { openTestShop, type TestShop } from '../../testing.ts'

const email = 'camille@email.test'

async function guestOrder(shop: TestShop, of = email) {
  const guest = shop.visit({ tokensBy: 'header' })
  const cart = await guest.shop.cart.add({ variantId: (await addProduct(shop)).variantId })
  const { order: placed, accessToken } = await guest.shop.orders.checkout(checkoutOf(cart, of))
  return { id: placed.id as `order_${string}`, reference: placed.reference, accessToken: accessToken ?? '' }
}
const program = (shop: TestShop): Visit => shop.visit({ tokensBy: 'header' })

test.each(engines)(
  'number and e-mail together open an order for reading, and the first token stays valid (%s)',
  async (engine) => {
    await using shop = await openTestShop({ engine })
    const { id, reference, accessToken } = await guestOrder(shop)
    const found = await program(shop).shop.orders.lookUp({
      reference: reference.toLowerCase(),
      email: ' Camille@Email.test',
    })
    expect(found.order).toMatchObject({ id, actions: [] })
    const read = { id, accessToken: found.accessToken ?? '' }
    expect(await shop.guest().shop.orders.get(read)).toMatchObject({ reference, actions: [] })
    expect((await shop.guest().shop.orders.get({ id, accessToken })).actions).toContain('cancel')
  },
)

test('who looked an order up may read it, not change it', async () => {
  await using shop = await openTestShop()
  const { id, reference } = await guestOrder(shop)
  const found = await program(shop).shop.orders.lookUp({ reference, email })
  const read = { id, accessToken: found.accessToken ?? '' }
  const { shop: guest } = shop.guest()
  expect(await problemCode(guest.orders.cancel(read))).toBe('order_not_found')
  expect(await problemCode(guest.orders.pay({ ...read, card: 'card_success' }))).toBe('order_not_found')
  expect(
    await problemCode(guest.auth.keepOrder({ orderId: id, accessToken: read.accessToken, password: 'battery staple' })),
  ).toBe('order_not_found')
})

test('a browser keeps the look-up in a cookie; an account’s own order stays the account’s', async () => {
  await using shop = await openTestShop()
  const alice = await shop.customer({ email })
  const { id, reference } = await order(alice, await addProduct(shop))
  const browser = shop.guest()
  const { accessToken } = await browser.shop.orders.lookUp({ reference, email })
  expect(accessToken).toBeNull()
  expect(await browser.shop.orders.get({ id })).toMatchObject({ reference, actions: [] })
  const signedIn = shop.visit({ ...browser.bag, user: alice.bag.user })
  expect((await signedIn.shop.orders.cancel({ id })).status).toBe('cancelled')
})

test('after two hours the look-up is over', async () => {
  await using shop = await openTestShop()
  const { id, reference } = await guestOrder(shop)
  const browser = shop.guest()
  await browser.shop.orders.lookUp({ reference, email })
  shop.clock.advance(119 * minute)
  expect((await browser.shop.orders.get({ id })).reference).toBe(reference)
  shop.clock.advance(minute)
  expect(await problemCode(browser.shop.orders.get({ id }))).toBe('order_not_found')
})

test.each(engines)('every kind of miss answers the same, byte for byte, and opens nothing (%s)', async (engine) => {
  await using shop = await openTestShop({ engine })
  const [mine, theirs] = [await guestOrder(shop), await guestOrder(shop, 'dominique@email.test')]
  const before = await digestOf(shop)
  const misses = [
    { reference: mine.reference, email: 'dominique@email.test' },
    { reference: theirs.reference, email },
    { reference: 'C2222222', email },
    { reference: 'C2222222', email: 'personne@email.test' },
    { reference: mine.id.slice(0, 20), email },
    { reference: '%', email },
  ]
  for (const locale of ['fr', 'en'] as const) {
    const answers = await Promise.all(misses.map((miss) => refused(shop.guest().shop.orders.lookUp(miss), locale)))
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]?.problem?.code).toBe('order_look_up_missed')
  }
  expect(await digestOf(shop)).toEqual(before)
})

test('one address may try twenty times in a quarter of an hour', async () => {
  await using shop = await openTestShop()
  const attempt = (address: string) =>
    problemCode(shop.visit({ address }).shop.orders.lookUp({ reference: 'C2222222', email }))
  for (let i = 0; i < 20; i++) expect(await attempt('192.0.2.1')).toBe('order_look_up_missed')
  expect(await attempt('192.0.2.1')).toBe('too_many_requests')
  expect(await attempt('192.0.2.2')).toBe('order_look_up_missed')
})

test('a call that is repeated after the look-up is over opens the order afresh', async () => {
  await using shop = await openTestShop()
  const { id, reference } = await guestOrder(shop)
  const caller = program(shop).with('a-look-up-that-is-repeated-later')
  const first = await caller.shop.orders.lookUp({ reference, email })
  shop.clock.advance(150 * minute)
  const again = await caller.shop.orders.lookUp({ reference, email })
  expect(again.accessToken).toBe(first.accessToken)
  expect((await shop.guest().shop.orders.get({ id, accessToken: again.accessToken ?? '' })).reference).toBe(reference)
})
