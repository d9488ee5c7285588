import { engines } from '@comptoir/db/testing'
import { describe, expect, test } from 'vitest'
import { addProduct, minute, order, orderPaid, problemCode, stockOf } from '../../testing-orders.ts'
import { openTestShop, type TestShop } from '../../testing.ts'
import { expireOrders } from './expire-orders.ts'

/** Runs two rivals at once; answers how many got their way, and why the others did not. */
async function rivals(...work: Promise<unknown>[]) {
  const ends = await Promise.allSettled(work)
  const refusals = ends.filter((one) => one.status === 'rejected')
  return {
    won: ends.length - refusals.length,
    lost: await Promise.all(refusals.map((one) => problemCode(Promise.reject(one.reason as Error)))),
  }
}
const rowsOf = async (shop: TestShop) => {
  const { gatewayRefunds, creditNotes, deliveries } = shop.db.read.tables
  return {
    refunds: (await shop.db.read.select().from(gatewayRefunds)).length,
    notes: (await shop.db.read.select().from(creditNotes)).length,
    parcels: (await shop.db.read.select().from(deliveries)).length,
  }
}

describe.each(engines)('two who want different things of one order at the same time (%s)', (engine) => {
  test('ship and cancel: the parcel leaves or the money goes back, never both', async () => {
    await using shop = await openTestShop({ engine })
    const bowl = await addProduct(shop)
    const alice = await shop.customer()
    const { admin } = await shop.staff('admin')
    const { id } = await orderPaid(alice, bowl, 2)
    const { won, lost } = await rivals(admin.orders.ship({ id }), alice.shop.orders.cancel({ id }))
    const { status } = await alice.shop.orders.get({ id })
    expect(won).toBe(1)
    const shipped = { refunds: 0, notes: 0, parcels: 1 }
    expect(await rowsOf(shop)).toEqual(status === 'shipped' ? shipped : { refunds: 1, notes: 1, parcels: 0 })
    expect(await stockOf(shop, bowl)).toEqual({ onHand: status === 'shipped' ? 8 : 10, allocated: 0 })
    expect(['order_already_shipped', 'refund_in_progress', 'order_step_refused']).toContain(lost[0])
  })

  test('two colleagues who refund: one refund, one credit note', async () => {
    await using shop = await openTestShop({ engine })
    const bowl = await addProduct(shop)
    const { id } = await orderPaid(await shop.customer(), bowl)
    const [one, two] = [await shop.staff('admin'), await shop.staff('finance')]
    await one.admin.orders.ship({ id })
    const { won, lost } = await rivals(one.admin.orders.refund({ id }), two.admin.orders.refund({ id }))
    expect(won).toBe(1)
    expect(['refund_in_progress', 'order_step_refused']).toContain(lost[0])
    expect(await rowsOf(shop)).toEqual({ refunds: 1, notes: 1, parcels: 1 })
    expect(await stockOf(shop, bowl)).toEqual({ onHand: 10, allocated: 0 })
  })

  test('customer and colleague who cancel: the pieces come back once', async () => {
    await using shop = await openTestShop({ engine })
    const bowl = await addProduct(shop)
    const alice = await shop.customer()
    const { admin } = await shop.staff('admin')
    const { id } = await order(alice, bowl, 4)
    const { won } = await rivals(alice.shop.orders.cancel({ id }), admin.orders.cancel({ id, reason: '' }))
    expect(won).toBe(1)
    expect(await stockOf(shop, bowl)).toEqual({ onHand: 10, allocated: 0 })
    expect((await alice.shop.orders.get({ id })).timeline.filter((step) => step.kind === 'cancelled')).toHaveLength(1)
  })

  test('a payment begun in time and the expiry: the order is paid', async () => {
    await using shop = await openTestShop({ engine })
    const bowl = await addProduct(shop)
    const alice = await shop.customer()
    const { id } = await order(alice, bowl)
    shop.clock.advance(60 * minute - 1)
    const paying = alice.shop.orders.pay({ id, card: 'card_success' })
    shop.clock.advance(1)
    const [paid] = await Promise.allSettled([paying, expireOrders(shop.services)])
    const after = await alice.shop.orders.get({ id })
    if (paid.status === 'fulfilled') expect(after).toMatchObject({ status: 'paid' })
    else expect(after).toMatchObject({ status: 'cancelled', cancelReason: 'expired', payment: 'unpaid' })
    expect(await stockOf(shop, bowl)).toEqual({ onHand: 10, allocated: after.status === 'paid' ? 1 : 0 })
  })

  test('many orders over the same two products in crossed order never lock each other out', async () => {
    await using shop = await openTestShop({ engine })
    const [bowl, plate] = [await addProduct(shop, { stock: 99 }), await addProduct(shop, { stock: 99 })]
    const visits = await Promise.all(
      Array.from({ length: 12 }, async (_, i) => {
        const guest = shop.guest()
        for (const product of i % 2 === 0 ? [bowl, plate] : [plate, bowl])
          await guest.shop.cart.add({ variantId: product.variantId })
        return guest
      }),
    )
    const placed = await Promise.all(
      visits.map(async (guest) => {
        const cart = await guest.shop.cart.get()
        const address = { name: 'Camille', line1: '1 rue', postcode: '69003', city: 'Lyon' }
        const quote = { hash: cart.quote.hash, totalCents: cart.quote.totalCents }
        const input = { email: 'camille@email.test', address, quote, termsVersion: cart.termsVersion }
        const { order: made } = await guest.shop.orders.checkout(input)
        const id = made.id as `order_${string}`
        await guest.shop.orders.pay({ id, card: 'card_success' })
        return guest.shop.orders.cancel({ id })
      }),
    )
    expect(placed.map((one) => one.status)).toEqual(visits.map(() => 'cancelled'))
    expect(await stockOf(shop, bowl)).toEqual({ onHand: 99, allocated: 0 })
    expect(await stockOf(shop, plate)).toEqual({ onHand: 99, allocated: 0 })
  })
})
