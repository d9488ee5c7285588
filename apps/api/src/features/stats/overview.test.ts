import { dayIn } from '@comptoir/domain'
import { orderStatuses } from '@comptoir/domain/orders'
import { expect, test } from 'vitest'
import { addProduct, order, orderPaid } from '../../testing-orders.ts'
import { openTestShop, type TestShop } from '../../testing.ts'

const hours = 3_600_000
const zone = 'Europe/Paris'

/** Counts everything again from the rows, the slow way. */
async function recount(shop: TestShop, from: string, to: string) {
  const { orders, orderLines, payments, refunds } = shop.db.read.tables
  const within = (at: Date | null) => at !== null && dayIn(zone, at) >= from && dayIn(zone, at) <= to
  const all = await shop.db.read.select().from(orders)
  const paid = all.filter((one) => within(one.paidAt))
  const captured = (await shop.db.read.select().from(payments)).filter((one) => one.state === 'captured')
  const revenueCents = captured
    .filter((one) => paid.some(({ id }) => id === one.orderId))
    .reduce((sum, one) => sum + one.amountCents, 0)
  const refundedCents = (await shop.db.read.select().from(refunds))
    .filter((one) => one.state === 'succeeded' && within(one.settledAt))
    .reduce((sum, one) => sum + one.amountCents, 0)
  const sold = new Map<string, { quantity: number; grossCents: number }>()
  for (const line of await shop.db.read.select().from(orderLines)) {
    if (!paid.some(({ id }) => id === line.orderId)) continue
    const known = sold.get(line.productId) ?? { quantity: 0, grossCents: 0 }
    sold.set(line.productId, {
      quantity: known.quantity + line.quantity,
      grossCents: known.grossCents + line.grossCents,
    })
  }
  return {
    ...{ revenueCents, refundedCents, paidOrders: paid.length },
    ordersByStatus: orderStatuses.map((status) => ({
      status,
      orders: all.filter((one) => one.status === status && within(one.placedAt)).length,
    })),
    sold,
  }
}

test('the figures equal a recount of every row, for every range of days', async () => {
  await using shop = await openTestShop()
  const bowls = await addProduct(shop, { stock: 60 })
  const plates = await addProduct(shop, { priceCents: 4550, stock: 5, vatCategory: 'reduced' })
  const alice = await shop.customer()
  const { admin } = await shop.staff('admin')
  await orderPaid(alice, bowls, 3)
  const returned = await orderPaid(alice, plates, 1)
  await order(alice, bowls)
  // Past midnight in Paris, still the day before in UTC.
  shop.clock.advance(13.5 * hours)
  const sent = await orderPaid(alice, plates, 2)
  await admin.orders.ship({ id: sent.id })
  await admin.orders.refund({ id: returned.id })
  const cancelled = await orderPaid(alice, bowls, 1)
  await alice.shop.orders.cancel({ id: cancelled.id })
  shop.clock.advance(50 * hours)
  await shop.jobs.runDue()
  const delivered = await orderPaid(alice, bowls, 2)
  await admin.orders.ship({ id: delivered.id })
  await admin.orders.deliver({ id: delivered.id })

  const ranges = [
    ...[{}, { from: '2026-11-22', to: '2026-11-22' }, { from: '2026-11-23', to: '2026-11-25' }],
    ...[{ from: '2026-11-23', to: '2026-11-23' }, { from: '2026-11-24' }, { to: '2026-11-21' }],
  ]
  for (const range of ranges) {
    const seen = await admin.stats.overview(range)
    const { sold, ...counted } = await recount(shop, seen.from, seen.to)
    expect(seen).toMatchObject(counted)
    expect(seen.averageBasketCents).toBe(
      counted.paidOrders === 0 ? 0 : Math.round(counted.revenueCents / counted.paidOrders),
    )
    expect(
      new Map(seen.topProducts.map(({ productId, quantity, grossCents }) => [productId, { quantity, grossCents }])),
    ).toEqual(sold)
    expect(seen.days.reduce((sum, one) => sum + one.revenueCents, 0)).toBe(counted.revenueCents)
  }
})

test('what runs low is listed, the scarcest first, under its name in the caller’s language', async () => {
  await using shop = await openTestShop()
  const many = await addProduct(shop, { stock: 100 })
  const few = await addProduct(shop, { stock: 3 })
  const none = await addProduct(shop, { stock: 0 })
  const { admin, bag } = await shop.staff('finance')
  bag.locale = 'en'
  const { lowStock } = await admin.stats.overview({})
  expect(lowStock.map(({ variantId, available, name }) => ({ variantId, available, name }))).toEqual([
    { variantId: none.variantId, available: 0, name: 'Stoneware bowl' },
    { variantId: few.variantId, available: 3, name: 'Stoneware bowl' },
  ])
  expect(lowStock.map((one) => one.variantId)).not.toContain(many.variantId)
})

test('each figure leads to a list that comes to exactly it, whenever its orders were placed', async () => {
  await using shop = await openTestShop()
  const bowls = await addProduct(shop, { stock: 60 })
  const [alice, { admin }] = [await shop.customer(), await shop.staff('admin')]
  // Placed the day before it is paid, and given back a day later.
  shop.clock.advance(12.9 * hours)
  const late = await order(alice, bowls, 2)
  shop.clock.advance(0.5 * hours)
  await alice.shop.orders.pay({ id: late.id, card: 'card_success' })
  const returned = await orderPaid(alice, bowls)
  await order(alice, bowls, 5)
  shop.clock.advance(24 * hours)
  await admin.orders.refund({ id: returned.id })
  await orderPaid(alice, bowls, 3)
  for (const [from, to] of [
    ['2026-11-22', '2026-11-22'],
    ['2026-11-23', '2026-11-23'],
    ['2026-11-24', '2026-11-24'],
    ['2026-11-22', '2026-11-24'],
  ] as const) {
    const figures = await admin.stats.overview({ from, to })
    const lists = {
      revenueCents: { paidFrom: from, paidTo: to },
      refundedCents: { refundedFrom: from, refundedTo: to },
    }
    for (const [figure, choice] of Object.entries(lists)) {
      const { items } = await admin.orders.list(choice)
      const sums = await admin.orders.sums(choice)
      expect(sums.totalCents).toBe(figures[figure as keyof typeof lists])
      expect(items.reduce((sum, { totalCents }) => sum + totalCents, 0)).toBe(sums.totalCents)
      expect(items).toHaveLength(sums.orders)
    }
    expect((await admin.orders.sums(lists.revenueCents)).orders).toBe(figures.paidOrders)
  }
  expect((await admin.stats.overview({ from: '2026-11-23', to: '2026-11-23' })).paidOrders).toBe(2)
})
