import { saveSettings } from '@comptoir/db/stores/settings'
import { engines } from '@comptoir/db/testing'
import { cents } from '@comptoir/domain'
import { vatOf } from '@comptoir/domain/catalog'
import { describe, expect, test } from 'vitest'
import { addProduct, digestOf, minute, order, orderPaid, problemCode, stockOf } from '../../testing-orders.ts'
import { openTestShop } from '../../testing.ts'

test('cancelling an unpaid order gives its pieces back and asks nobody for money', async () => {
  await using shop = await openTestShop()
  const bowl = await addProduct(shop)
  const alice = await shop.customer()
  const { id } = await order(alice, bowl, 3)
  const cancelled = await alice.shop.orders.cancel({ id })
  expect(cancelled).toMatchObject({ status: 'cancelled', payment: 'unpaid', cancelReason: 'customer', actions: [] })
  expect(await stockOf(shop, bowl)).toEqual({ onHand: 10, allocated: 0 })
  expect(await problemCode(alice.shop.orders.pay({ id, card: 'card_success' }))).toBe('order_step_refused')
})

test('cancelling a paid order gives the money back with a credit note, and the pieces to the shelf', async () => {
  await using shop = await openTestShop()
  const bowl = await addProduct(shop)
  const alice = await shop.customer()
  const { id, totalCents } = await orderPaid(alice, bowl, 2)
  const cancelled = await alice.shop.orders.cancel({ id })
  expect(cancelled).toMatchObject({ status: 'cancelled', payment: 'refunded', refundedCents: totalCents })
  expect(await stockOf(shop, bowl)).toEqual({ onHand: 10, allocated: 0 })
  const { invoice, creditNotes } = await alice.shop.orders.invoice({ id })
  expect(creditNotes).toMatchObject([{ correctsNumber: invoice.number, totalCents, netCents: invoice.netCents }])
})

const forNothing = {
  ...{ code: 'standard', names: { fr: 'Livraison', en: 'Delivery' }, freeFromCents: null },
  ...{ amountCents: cents(0), vat: vatOf('standard') },
}
describe.each(engines)('an order of nothing that was paid (%s)', (engine) => {
  test.each(['cancelled', 'refunded'] as const)(
    'can be %s: its credit note is of nothing, and no gateway is asked',
    async (status) => {
      const asked: string[] = []
      await using shop = await openTestShop({ engine, fault: (_, call) => void asked.push(call) })
      await shop.db.write((tx) => saveSettings(tx, { delivery: forNothing }))
      const sample = await addProduct(shop, { priceCents: 0 })
      const alice = await shop.customer()
      const { id } = await orderPaid(alice, sample, 2)
      if (status === 'cancelled') await alice.shop.orders.cancel({ id })
      else await (await shop.staff('finance')).admin.orders.refund({ id })
      expect(await alice.shop.orders.get({ id })).toMatchObject({ status, payment: 'refunded', refundPending: false })
      const { invoice, creditNotes } = await alice.shop.orders.invoice({ id })
      expect(creditNotes).toMatchObject([{ number: 'A2026-000001', correctsNumber: invoice.number, totalCents: 0 }])
      expect(creditNotes[0]?.groups).toEqual(invoice.groups)
      expect(await stockOf(shop, sample)).toEqual({ onHand: 10, allocated: 0 })
      expect(asked).toEqual([])
    },
  )
})

test('a card number in a colleague’s reason is hidden before anything keeps it', async () => {
  await using shop = await openTestShop()
  const bowl = await addProduct(shop)
  const { admin } = await shop.staff()
  const alice = await shop.customer()
  const reason = 'à rendre sur 4242 4242 4242 4242'
  await admin.orders.cancel({ id: (await order(alice, bowl)).id, reason })
  await admin.orders.cancel({ id: (await orderPaid(alice, bowl)).id, reason })
  const { refunds } = await admin.orders.refund({ id: (await orderPaid(alice, bowl)).id, reason })
  expect(refunds).toMatchObject([{ reason: 'à rendre sur ••••' }])
  await admin.products.adjustStock({ variantId: bowl.variantId, change: 1, reason })
  for (const [name, table] of Object.entries(shop.db.read.tables))
    expect(JSON.stringify(await shop.db.read.select().from(table)), name).not.toContain('4242')
})

test('staff cancel too, and the order says so', async () => {
  await using shop = await openTestShop()
  const { id } = await order(await shop.customer(), await addProduct(shop))
  const colleague = await shop.staff('support')
  const cancelled = await colleague.admin.orders.cancel({ id, reason: 'rupture' })
  expect(cancelled).toMatchObject({ status: 'cancelled', cancelReason: 'staff' })
})

test('a gateway that refuses the refund changes nothing but the history, and a later try may succeed', async () => {
  await using shop = await openTestShop()
  const bowl = await addProduct(shop)
  const alice = await shop.customer()
  const { id } = await orderPaid(alice, bowl)
  const { gatewayCharges } = shop.db.read.tables
  await shop.db.write(async (tx) => void (await tx.update(gatewayCharges).set({ state: 'voided' })))
  const before = await digestOf(shop)
  expect(await problemCode(alice.shop.orders.cancel({ id }))).toBe('refund_failed')
  const after = await digestOf(shop)
  for (const table of ['ledgerEntries', 'creditNotes', 'variants', 'stockMovements', 'salesDays', 'invoices'])
    expect(after[table], table).toEqual(before[table])
  expect(await alice.shop.orders.get({ id })).toMatchObject({ status: 'paid', refundPending: false, refundedCents: 0 })
  expect((await alice.shop.orders.get({ id })).timeline.at(-1)?.kind).toBe('refund_failed')
  await shop.db.write(async (tx) => void (await tx.update(gatewayCharges).set({ state: 'captured' })))
  expect((await alice.shop.orders.cancel({ id })).status).toBe('cancelled')
})

test('a refund that fails is refused again for the same key, and nothing is stored for it', async () => {
  await using shop = await openTestShop()
  const alice = await shop.customer()
  const { id } = await orderPaid(alice, await addProduct(shop))
  const { gatewayCharges } = shop.db.read.tables
  await shop.db.write(async (tx) => void (await tx.update(gatewayCharges).set({ state: 'voided' })))
  const keyed = alice.with('b7c0a6a2-0000-4000-8000-000000000001')
  expect(await problemCode(keyed.shop.orders.cancel({ id }))).toBe('refund_failed')
  await shop.db.write(async (tx) => void (await tx.update(gatewayCharges).set({ state: 'captured' })))
  expect((await keyed.shop.orders.cancel({ id })).status).toBe('cancelled')
})

test('a crash during a refund is finished later: one refund, one credit note', async () => {
  let crash = true
  await using shop = await openTestShop({
    fault: (at, call) => {
      if (crash && at === 'after' && call === 'refund') throw new Error('the process died here')
    },
  })
  const bowl = await addProduct(shop)
  const alice = await shop.customer()
  const { id, totalCents } = await orderPaid(alice, bowl)
  expect(await alice.shop.orders.cancel({ id })).toMatchObject({ status: 'paid', refundPending: true, actions: [] })
  expect(await problemCode(alice.shop.orders.cancel({ id }))).toBe('refund_in_progress')
  const admin = await shop.staff('admin')
  expect(await problemCode(admin.admin.orders.ship({ id }))).toBe('refund_in_progress')
  crash = false
  shop.clock.advance(minute)
  await shop.jobs.runDue()
  await shop.jobs.runDue()
  expect(await alice.shop.orders.get({ id })).toMatchObject({ status: 'cancelled', refundedCents: totalCents })
  const { gatewayRefunds } = shop.db.read.tables
  expect(await shop.db.read.select().from(gatewayRefunds)).toHaveLength(1)
  expect(await stockOf(shop, bowl)).toEqual({ onHand: 10, allocated: 0 })
})

test.each([
  { restock: true, onHand: 10 },
  { restock: false, onHand: 8 },
])('a refund after delivery puts pieces back when staff say so (restock: $restock)', async ({ restock, onHand }) => {
  await using shop = await openTestShop()
  const bowl = await addProduct(shop)
  const alice = await shop.customer()
  const { id, totalCents } = await orderPaid(alice, bowl, 2)
  const { admin } = await shop.staff('admin')
  await admin.orders.ship({ id })
  await admin.orders.deliver({ id })
  expect(await stockOf(shop, bowl)).toEqual({ onHand: 8, allocated: 0 })
  const refunded = await admin.orders.refund({ id, reason: 'rétractation', restock })
  expect(refunded).toMatchObject({ status: 'refunded', refundedCents: totalCents, actions: [] })
  expect(refunded.refunds).toMatchObject([{ state: 'succeeded', restock, amountCents: totalCents }])
  expect(await stockOf(shop, bowl)).toEqual({ onHand, allocated: 0 })
  expect(await problemCode(admin.orders.refund({ id }))).toBe('order_step_refused')
})
