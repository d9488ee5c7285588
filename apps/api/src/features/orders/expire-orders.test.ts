import { expect, test } from 'vitest'
import { expireOrders } from './expire-orders.ts'
import { addProduct, minute, order, orderPaid, stockOf } from '../../testing-orders.ts'
import { openTestShop } from '../../testing.ts'

test('an unpaid order expires exactly when its time is up, and its pieces are free again', async () => {
  await using shop = await openTestShop()
  const bowl = await addProduct(shop)
  const alice = await shop.customer()
  const { id } = await order(alice, bowl, 4)
  shop.clock.advance(60 * minute - 1)
  await shop.jobs.runDue()
  expect((await alice.shop.orders.get({ id })).status).toBe('created')
  shop.clock.advance(1)
  // The sweep looks every ten seconds.
  shop.clock.advance(10_000)
  await shop.jobs.runDue()
  expect(await alice.shop.orders.get({ id })).toMatchObject({ status: 'cancelled', cancelReason: 'expired' })
  expect(await stockOf(shop, bowl)).toEqual({ onHand: 10, allocated: 0 })
})

test('one millisecond decides', async () => {
  await using shop = await openTestShop()
  const alice = await shop.customer()
  const { id } = await order(alice, await addProduct(shop))
  shop.clock.advance(60 * minute - 1)
  expect(await expireOrders(shop.services)).toBe(0)
  shop.clock.advance(1)
  expect(await expireOrders(shop.services)).toBe(1)
  expect(await expireOrders(shop.services)).toBe(0)
  expect((await alice.shop.orders.get({ id })).cancelReason).toBe('expired')
})

test('a validated order expires too; a paid one never does', async () => {
  await using shop = await openTestShop()
  const bowl = await addProduct(shop)
  const alice = await shop.customer()
  const { admin } = await shop.staff()
  const validated = await order(alice, bowl)
  await admin.orders.validate({ id: validated.id })
  const paid = await orderPaid(alice, bowl)
  shop.clock.advance(24 * 60 * minute)
  await shop.jobs.runDue()
  expect((await alice.shop.orders.get({ id: validated.id })).cancelReason).toBe('expired')
  expect((await alice.shop.orders.get({ id: paid.id })).status).toBe('paid')
})

test('a payment in flight is waited for: its money finds the order', async () => {
  await using shop = await openTestShop()
  const alice = await shop.customer()
  const { id } = await order(alice, await addProduct(shop))
  shop.clock.advance(59 * minute)
  expect(await alice.shop.orders.pay({ id, card: 'card_timeout' })).toMatchObject({ outcome: 'pending' })
  shop.clock.advance(minute)
  expect(await expireOrders(shop.services)).toBe(0)
  await shop.jobs.runDue()
  expect((await alice.shop.orders.get({ id })).status).toBe('paid')
})

test('a second step that nobody took is given up with the order, also at the gateway', async () => {
  await using shop = await openTestShop()
  const alice = await shop.customer()
  const { id } = await order(alice, await addProduct(shop))
  const { paymentId } = await alice.shop.orders.pay({ id, card: 'card_second_step' })
  shop.clock.advance(61 * minute)
  await shop.jobs.runDue()
  expect((await alice.shop.orders.get({ id })).cancelReason).toBe('expired')
  expect(await shop.services.gateway.find(paymentId ?? '')).toMatchObject({ outcome: 'voided' })
})
