import { expect, test } from 'vitest'
import { addProduct, digestOf, order, orderPaid, problemCode, stockOf } from '../../testing-orders.ts'
import { openTestShop } from '../../testing.ts'

test('an order is validated, paid, shipped and delivered, and every step is in its history', async () => {
  await using shop = await openTestShop()
  const bowl = await addProduct(shop)
  const alice = await shop.customer()
  const { admin } = await shop.staff('support')
  const { id } = await order(alice, bowl, 2)
  expect((await admin.orders.validate({ id })).status).toBe('validated')
  await alice.shop.orders.pay({ id, card: 'card_success' })
  const shipped = await admin.orders.ship({ id, carrier: 'Chronopost' })
  expect(shipped).toMatchObject({ status: 'shipped', carrier: 'Chronopost' })
  expect(shipped.trackingNumber).toMatch(/^[A-Z0-9]{8,}$/)
  expect(await stockOf(shop, bowl)).toEqual({ onHand: 8, allocated: 0 })
  expect((await admin.orders.deliver({ id })).status).toBe('delivered')
  const seen = await alice.shop.orders.get({ id })
  expect(seen.timeline.map((step) => step.kind)).toEqual([
    ...['created', 'validated', 'payment_requested', 'paid', 'shipped', 'delivered'],
  ])
  expect(seen.trackingNumber).toBe(shipped.trackingNumber)
})

test('steps out of order are refused and change nothing', async () => {
  await using shop = await openTestShop()
  const bowl = await addProduct(shop)
  const alice = await shop.customer()
  const { admin } = await shop.staff('admin')
  const unpaid = await order(alice, bowl)
  const paid = await orderPaid(alice, bowl)
  const gone = await orderPaid(alice, bowl)
  await admin.orders.ship({ id: gone.id })
  const before = await digestOf(shop)
  expect(await problemCode(admin.orders.ship({ id: unpaid.id }))).toBe('order_not_paid')
  expect(await problemCode(admin.orders.deliver({ id: unpaid.id }))).toBe('order_step_refused')
  expect(await problemCode(admin.orders.refund({ id: unpaid.id }))).toBe('order_step_refused')
  expect(await problemCode(admin.orders.validate({ id: paid.id }))).toBe('order_step_refused')
  expect(await problemCode(admin.orders.deliver({ id: paid.id }))).toBe('order_step_refused')
  expect(await problemCode(admin.orders.ship({ id: gone.id }))).toBe('order_step_refused')
  expect(await problemCode(admin.orders.cancel({ id: gone.id }))).toBe('order_already_shipped')
  expect(await problemCode(alice.shop.orders.cancel({ id: gone.id }))).toBe('order_already_shipped')
  expect(await digestOf(shop)).toEqual(before)
})

test('two colleagues who ship the same order at once: one parcel', async () => {
  await using shop = await openTestShop({ engine: 'postgres' })
  const bowl = await addProduct(shop)
  const { id } = await orderPaid(await shop.customer(), bowl)
  const [one, two] = [await shop.staff('admin'), await shop.staff('support')]
  const tries = await Promise.allSettled([one.admin.orders.ship({ id }), two.admin.orders.ship({ id })])
  expect(tries.map((of) => of.status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(await stockOf(shop, bowl)).toEqual({ onHand: 9, allocated: 0 })
})

test('what staff do leaves one audit row each, with who, what and from where', async () => {
  await using shop = await openTestShop()
  const { id } = await order(await shop.customer(), await addProduct(shop))
  const colleague = await shop.staff('admin')
  await colleague.admin.orders.validate({ id })
  await colleague.admin.orders.cancel({ id, reason: 'erreur' })
  const { audit } = shop.db.read.tables
  const rows = await shop.db.read.select().from(audit)
  expect(rows.map(({ action }) => action).toSorted()).toEqual(['orders.cancel', 'orders.validate'])
  for (const row of rows) expect(row).toMatchObject({ actorId: colleague.userId, subjectId: id, address: '127.0.0.1' })
})
