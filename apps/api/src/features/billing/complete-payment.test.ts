import type { Database } from '@comptoir/db'
import * as billing from '@comptoir/db/stores/billing'
import { cents, type Id } from '@comptoir/domain'
import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { ChargeResult, PaymentGateway } from '../../services/payments.ts'
import { addProduct, minute, order, problemCode } from '../../testing-orders.ts'
import { openTestShop } from '../../testing.ts'
import { bySystem } from '../order-steps/record-step.ts'
import { completePayments, settlePayment } from './complete-payment.ts'

const key = '5b0e7f1c-6a2d-4f38-9c41-000000000001'

test.each<[string, Partial<ChargeResult>]>([
  ['another amount', { amountCents: cents(1) }],
  ['another currency', { currency: 'USD' }],
])('money of %s does not pay the order', async (_, twist) => {
  await using shop = await openTestShop()
  const alice = await shop.customer()
  const { id } = await order(alice, await addProduct(shop))
  const gateway: PaymentGateway = {
    ...shop.services.gateway,
    charge: async (charge) => ({
      ...{ outcome: 'captured', reference: 'strange', reason: '' },
      ...{ amountCents: charge.amountCents, currency: charge.currency },
      ...twist,
    }),
  }
  const strange = shop.visit({ user: alice.bag.user }, { gateway })
  expect(await strange.shop.orders.pay({ id, card: 'card_success' })).toMatchObject({ reason: 'unmatched_money' })
  expect(await alice.shop.orders.get({ id })).toMatchObject({ status: 'created', invoiceNumber: null })
  const { ledgerEntries } = shop.db.read.tables
  expect(await shop.db.read.select().from(ledgerEntries)).toEqual([])
})

test('the same key after a time-out tells what the completer found out', async () => {
  await using shop = await openTestShop()
  const alice = (await shop.customer()).with(key)
  const { id } = await order(alice.with(null), await addProduct(shop))
  const pay = () => alice.shop.orders.pay({ id, card: 'card_timeout' })
  const first = await pay()
  expect(first.outcome).toBe('pending')
  shop.clock.advance(minute)
  await shop.jobs.runDue()
  expect(await pay()).toMatchObject({ outcome: 'paid', paymentId: first.paymentId })
  expect(await pay()).toEqual(await pay())
})

test('one attempt that the gateway cannot speak about does not hide the others', async () => {
  let stuck = ''
  await using shop = await openTestShop({
    fault: (at, call, of) => {
      if (call === 'find' && of === stuck) throw new Error('no answer for this one')
    },
  })
  const bowl = await addProduct(shop)
  const alice = await shop.customer()
  const orders = []
  for (let turn = 0; turn < 3; turn++) {
    const { id } = await order(alice, bowl)
    const { paymentId } = await alice.shop.orders.pay({ id, card: 'card_timeout' })
    orders.push({ id, paymentId })
  }
  stuck = orders[0]?.paymentId ?? ''
  shop.clock.advance(minute)
  await completePayments(shop.services, shop.clock.now())
  const statuses = await Promise.all(orders.map(async ({ id }) => (await alice.shop.orders.get({ id })).status))
  expect(statuses).toEqual(['created', 'paid', 'paid'])
  stuck = ''
  shop.clock.advance(minute)
  await completePayments(shop.services, shop.clock.now())
  expect((await alice.shop.orders.get({ id: orders[0]?.id ?? 'order_' })).status).toBe('paid')
})

test('an answer that comes twice, or after another, is booked once', async () => {
  await using shop = await openTestShop({ engine: 'postgres' })
  const alice = await shop.customer()
  const { id } = await order(alice, await addProduct(shop))
  await alice.shop.orders.pay({ id, card: 'card_timeout' })
  shop.clock.advance(minute)
  await Promise.all([1, 2, 3].map(() => completePayments(shop.services, shop.clock.now())))
  const { invoices, paymentEvents } = shop.db.read.tables
  expect((await alice.shop.orders.get({ id })).status).toBe('paid')
  expect(await shop.db.read.select().from(invoices)).toHaveLength(1)
  const events = await shop.db.read.select().from(paymentEvents)
  expect(events.map((one) => one.kind).toSorted()).toEqual(['captured', 'requested'])
})

test('a booking whose connection breaks at every COMMIT is told as unknown, and the same key tells the end', async () => {
  await using shop = await openTestShop()
  const alice = await shop.customer()
  const { id } = await order(alice, await addProduct(shop))
  let writes = 0
  const broken: Database = {
    ...shop.services.db,
    async write(work) {
      if (++writes > 1) throw Object.assign(new Error('the connection was lost at COMMIT'), { code: 'commit_unknown' })
      return shop.services.db.write(work)
    },
  }
  const onBadLine = shop.visit({ ...alice.bag, key }, { db: broken })
  expect(await problemCode(onBadLine.shop.orders.pay({ id, card: 'card_success' }))).toBe('outcome_unknown')
  expect(await alice.shop.orders.get({ id })).toMatchObject({ status: 'created', paymentPending: true })
  await completePayments(shop.services, new Date(shop.clock.now().getTime() + 1))
  const again = await alice.with(key).shop.orders.pay({ id, card: 'card_success' })
  expect(again).toMatchObject({ outcome: 'paid', order: { status: 'paid' } })
})

test('word that a code is awaited, which comes while the code is on its way, takes nothing back', async () => {
  await using shop = await openTestShop()
  const alice = await shop.customer()
  const { id } = await order(alice, await addProduct(shop))
  const { paymentId } = await alice.shop.orders.pay({ id, card: 'card_second_step' })
  const attempt = paymentId as Id<'payment'>
  const { gateway } = shop.services
  const meanwhile: (string | null | undefined)[] = []
  const slow: PaymentGateway = {
    ...gateway,
    async confirm(step) {
      const old = await gateway.find(step.key)
      if (old !== undefined) await settlePayment(shop.services, attempt, old, bySystem('callback'))
      meanwhile.push(old?.outcome ?? null, await problemCode(alice.shop.orders.cancel({ id })))
      return gateway.confirm(step)
    },
  }
  const confirming = shop.visit({ user: alice.bag.user }, { gateway: slow })
  const step = { id, paymentId: attempt, card: 'card_second_step', confirmation: '1234' }
  expect(await confirming.shop.orders.pay(step)).toMatchObject({ outcome: 'paid', paymentId })
  expect(meanwhile).toEqual(['action_required', 'payment_in_progress'])
  expect(await alice.shop.orders.get({ id })).toMatchObject({ status: 'paid' })
})

test('money of another amount pays no order: it goes on the list that a person works through', async () => {
  await using shop = await openTestShop()
  const bowl = await addProduct(shop)
  const guest = shop.guest()
  const { id } = await order(guest, bowl)
  const { gateway } = shop.services
  const short = {
    ...gateway,
    charge: async (asked: Parameters<typeof gateway.charge>[0]) =>
      gateway.charge({ ...asked, amountCents: cents(100) }),
  }
  const strange = shop.visit(guest.bag, { gateway: short })
  expect((await strange.shop.orders.pay({ id, card: 'card_success' })).outcome).toBe('declined')
  expect((await guest.shop.orders.get({ id })).payment).toBe('unpaid')
  const list = await shop.db.read.select().from(shop.db.read.tables.unmatchedMoney)
  expect(list).toMatchObject([{ orderId: id, amountCents: 100, currency: 'EUR' }])
})

test('money that the gateway took for an attempt that was given up is kept for a person to give back', async () => {
  const late: { now?: (key: string) => Promise<unknown> } = {}
  await using shop = await openTestShop({
    fault: async (at, call, key) => void (at === 'before' && call === 'close' && (await late.now?.(key))),
  })
  const alice = await shop.customer()
  const { id } = await order(alice, await addProduct(shop))
  const { paymentId } = await alice.shop.orders.pay({ id, card: 'card_second_step' })
  expect(await alice.shop.orders.pay({ id, card: 'card_success' })).toMatchObject({ outcome: 'paid' })
  const { gatewayCharges, unmatchedMoney } = shop.db.read.tables
  // The bank says yes a moment before it is told that nobody asks any more.
  late.now = (key) =>
    shop.db.write((tx) => tx.update(gatewayCharges).set({ state: 'captured' }).where(eq(gatewayCharges.key, key)))
  await shop.jobs.runDue()
  const { amountCents } = await billing.getPayment(shop.db.read, paymentId as Id<'payment'>)
  expect(await shop.db.read.select().from(unmatchedMoney)).toMatchObject([{ key: paymentId, orderId: id, amountCents }])
  expect(await alice.shop.orders.get({ id })).toMatchObject({ status: 'paid' })
})
