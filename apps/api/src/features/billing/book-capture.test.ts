import { expect, test } from 'vitest'
import { addProduct, order, orderPaid } from '../../testing-orders.ts'
import { openTestShop, type TestShop } from '../../testing.ts'

const day = 24 * 3600 * 1000

async function numbersOf(shop: TestShop, series: 'invoices' | 'creditNotes') {
  const table = shop.db.read.tables[series]
  const rows = await shop.db.read
    .select({ year: table.year, serial: table.serial, number: table.number, issuedAt: table.issuedAt })
    .from(table)
  return rows.toSorted((a, b) => a.year - b.year || a.serial - b.serial)
}
const upTo = (count: number) => Array.from({ length: count }, (_, i) => i + 1)

test('64 payments and then 16 refunds at once: none fails, numbers have no gap, dates never go back', async () => {
  await using shop = await openTestShop({ engine: 'postgres' })
  const bowl = await addProduct(shop, { stock: 200 })
  const { admin } = await shop.staff('admin')
  const orders = await Promise.all(
    upTo(64).map(async () => {
      const alice = shop.guest()
      return { alice, id: (await order(alice, bowl)).id }
    }),
  )
  const paid = await Promise.all(
    orders.map(({ alice, id }, one) => {
      // Each call reads its instant when it begins: they come to the counter in another order.
      shop.clock.advance(one % 2 === 0 ? 7 : -5)
      return alice.shop.orders.pay({ id, card: 'card_success' })
    }),
  )
  expect(paid.map((one) => one.outcome)).toEqual(orders.map(() => 'paid'))
  const invoices = await numbersOf(shop, 'invoices')
  expect(invoices.map((one) => one.serial)).toEqual(upTo(64))
  expect(invoices.map((one) => one.issuedAt)).toEqual(invoices.map((one) => one.issuedAt).toSorted((a, b) => +a - +b))

  const back = await Promise.all(orders.slice(0, 16).map(({ id }) => admin.orders.refund({ id })))
  expect(back.map((one) => one.status)).toEqual(upTo(16).map(() => 'refunded'))
  const notes = await numbersOf(shop, 'creditNotes')
  expect(notes.map((one) => one.serial)).toEqual(upTo(16))
}, 120_000)

test('a clock that goes back does not date an invoice before the last one', async () => {
  await using shop = await openTestShop()
  const bowl = await addProduct(shop)
  const alice = await shop.customer()
  await orderPaid(alice, bowl)
  shop.clock.advance(-3600_000)
  await orderPaid(alice, bowl)
  const [first, second] = await numbersOf(shop, 'invoices')
  expect([first?.serial, second?.serial]).toEqual([1, 2])
  expect(second?.issuedAt).toEqual(first?.issuedAt)
})

test('a declined card, an expired order and a refused checkout take no number', async () => {
  await using shop = await openTestShop()
  const bowl = await addProduct(shop)
  const alice = await shop.customer()
  const { id } = await order(alice, bowl)
  await alice.shop.orders.pay({ id, card: 'card_declined' })
  await orderPaid(alice, bowl)
  expect((await numbersOf(shop, 'invoices')).map((one) => one.number)).toEqual(['F2026-000001'])
})

test('each year has its own series, by the calendar of the shop', async () => {
  await using shop = await openTestShop()
  const bowl = await addProduct(shop)
  const alice = await shop.customer()
  // 31 December, 23:30 UTC: in Paris the new year has begun.
  shop.clock.advance(Date.UTC(2026, 11, 31, 22, 30) - shop.clock.now().getTime())
  await orderPaid(alice, bowl)
  shop.clock.advance(day / 24)
  await orderPaid(alice, bowl)
  expect((await numbersOf(shop, 'invoices')).map((one) => one.number)).toEqual(['F2026-000001', 'F2027-000001'])
})
