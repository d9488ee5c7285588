import { describe, expect, test } from 'vitest'
import type { Database } from '@comptoir/db'
import { engines } from '@comptoir/db/testing'
import { cents } from '@comptoir/domain'
import { addProduct, digestOf, minute, order, orderPaid, problemCode, stockOf } from '../../testing-orders.ts'
import { openTestShop, type TestShop } from '../../testing.ts'
import { completePayments } from './complete-payment.ts'

const rowsOf = async (shop: TestShop) => {
  const { gatewayCharges, payments, invoices } = shop.db.read.tables
  const charges = await shop.db.read.select().from(gatewayCharges)
  return {
    captured: charges.filter((one) => one.state === 'captured').length,
    attempts: (await shop.db.read.select().from(payments)).map((one) => one.state).toSorted(),
    invoices: (await shop.db.read.select().from(invoices)).length,
  }
}

test('a good card pays the order and issues its invoice', async () => {
  await using shop = await openTestShop()
  const alice = await shop.customer()
  const { id } = await order(alice, await addProduct(shop), 2)
  const paid = await alice.shop.orders.pay({ id, card: 'card_success' })
  expect(paid).toMatchObject({ outcome: 'paid', reason: '', order: { status: 'paid', invoiceNumber: 'F2026-000001' } })
  const { invoice, creditNotes } = await alice.shop.orders.invoice({ id })
  expect(invoice).toMatchObject({ totalCents: 2890, orderReference: paid.order.reference })
  expect(invoice.groups.reduce((sum, group) => sum + group.grossCents, 0)).toBe(2890)
  expect(creditNotes).toEqual([])
})

test('who was about to be asked for a code hears that the order is paid, when another browser paid it meanwhile', async () => {
  await using shop = await openTestShop()
  const alice = await shop.customer()
  const { id } = await order(alice, await addProduct(shop))
  let writes = 0
  const db: Database = {
    ...shop.services.db,
    async write(work) {
      if (++writes === 2) {
        await completePayments(shop.services, new Date(shop.clock.now().getTime() + minute))
        await alice.shop.orders.pay({ id, card: 'card_success' })
      }
      return shop.services.db.write(work)
    },
  }
  const other = shop.visit({ user: alice.bag.user }, { db })
  const answer = await other.shop.orders.pay({ id, card: 'card_second_step' })
  expect(answer).toMatchObject({ outcome: 'paid', order: { status: 'paid' } })
  expect(await rowsOf(shop)).toEqual({ captured: 1, attempts: ['captured', 'voided'], invoices: 1 })
})

test('a declined card leaves the order unpaid, stays on record, and another card pays', async () => {
  await using shop = await openTestShop()
  const alice = await shop.customer()
  const { id } = await order(alice, await addProduct(shop))
  expect(await alice.shop.orders.pay({ id, card: 'card_declined' })).toMatchObject({
    ...{ outcome: 'declined', reason: 'insufficient_funds', order: { status: 'created' } },
  })
  expect(await problemCode(alice.shop.orders.invoice({ id }))).toBe('invoice_not_found')
  expect(await alice.shop.orders.pay({ id, card: 'card_success' })).toMatchObject({ outcome: 'paid' })
  expect(await rowsOf(shop)).toEqual({ captured: 1, attempts: ['captured', 'declined'], invoices: 1 })
})

test('a card that asks for a second step is paid by the right code', async () => {
  await using shop = await openTestShop()
  const alice = await shop.customer()
  const { id } = await order(alice, await addProduct(shop))
  const asked = await alice.shop.orders.pay({ id, card: 'card_second_step' })
  expect(asked).toMatchObject({ outcome: 'action_required', order: { status: 'created', paymentPending: false } })
  const paymentId = asked.paymentId as `payment_${string}`
  const step = { id, card: 'card_second_step', paymentId }
  expect(await problemCode(alice.shop.orders.pay(step))).toBe('payment_not_found')
  expect(await alice.shop.orders.pay({ ...step, confirmation: '1234' })).toMatchObject({ outcome: 'paid', paymentId })
})

test('a wrong code declines the card, and the order can be paid by another', async () => {
  await using shop = await openTestShop()
  const alice = await shop.customer()
  const { id } = await order(alice, await addProduct(shop))
  const { paymentId } = await alice.shop.orders.pay({ id, card: 'card_second_step' })
  const step = { id, card: 'card_second_step', paymentId: paymentId as `payment_${string}`, confirmation: '0000' }
  expect(await alice.shop.orders.pay(step)).toMatchObject({ outcome: 'declined', reason: 'second_step_failed' })
  expect(await problemCode(alice.shop.orders.pay({ ...step, confirmation: '1234' }))).toBe('payment_not_found')
  expect(await alice.shop.orders.pay({ id, card: 'card_success' })).toMatchObject({ outcome: 'paid' })
})

test('the last attempt that an order may see can still be finished by its code; only another one is refused', async () => {
  await using shop = await openTestShop()
  const alice = await shop.customer()
  const { id } = await order(alice, await addProduct(shop))
  for (let i = 1; i < 30; i++) await alice.shop.orders.pay({ id, card: 'card_second_step' })
  const { paymentId } = await alice.shop.orders.pay({ id, card: 'card_second_step' })
  expect(await problemCode(alice.shop.orders.pay({ id, card: 'card_success' }))).toBe('payment_attempts_spent')
  const step = { id, card: 'card_second_step', paymentId: paymentId as `payment_${string}`, confirmation: '1234' }
  expect(await alice.shop.orders.pay(step)).toMatchObject({ outcome: 'paid', order: { status: 'paid' } })
})

test('another card gives up the second step of the first, also at the gateway', async () => {
  await using shop = await openTestShop()
  const alice = await shop.customer()
  const { id } = await order(alice, await addProduct(shop))
  const { paymentId } = await alice.shop.orders.pay({ id, card: 'card_second_step' })
  expect(await alice.shop.orders.pay({ id, card: 'card_success' })).toMatchObject({ outcome: 'paid' })
  await shop.jobs.runDue()
  expect(await shop.services.gateway.find(paymentId ?? '')).toMatchObject({ outcome: 'voided' })
  expect(await rowsOf(shop)).toEqual({ captured: 1, attempts: ['captured', 'voided'], invoices: 1 })
})

test('a gateway that does not answer leaves the payment pending; asking later books one capture', async () => {
  await using shop = await openTestShop()
  const alice = await shop.customer()
  const { id } = await order(alice, await addProduct(shop))
  const pending = await alice.shop.orders.pay({ id, card: 'card_timeout' })
  expect(pending).toMatchObject({ outcome: 'pending', order: { status: 'created', paymentPending: true, actions: [] } })
  await shop.jobs.runDue()
  expect((await alice.shop.orders.get({ id })).status).toBe('created')
  shop.clock.advance(minute)
  await shop.jobs.runDue()
  await shop.jobs.runDue()
  expect(await alice.shop.orders.get({ id })).toMatchObject({ status: 'paid', paymentPending: false })
  expect(await rowsOf(shop)).toEqual({ captured: 1, attempts: ['captured'], invoices: 1 })
})

test('paying again while the first answer is awaited asks about the same attempt and pays once', async () => {
  await using shop = await openTestShop()
  const alice = await shop.customer()
  const { id } = await order(alice, await addProduct(shop))
  const first = await alice.shop.orders.pay({ id, card: 'card_timeout' })
  const again = await alice.shop.orders.pay({ id, card: 'card_success' })
  expect(again).toMatchObject({ outcome: 'paid', paymentId: first.paymentId })
  expect(await rowsOf(shop)).toEqual({ captured: 1, attempts: ['captured'], invoices: 1 })
})

test('a charge that never reached the gateway is closed there and does not pay the order later', async () => {
  let broken = true
  await using shop = await openTestShop({
    fault: (at, call) => {
      if (broken && at === 'before' && call === 'charge') throw new Error('the line is cut')
    },
  })
  const alice = await shop.customer()
  const { id } = await order(alice, await addProduct(shop))
  const { paymentId } = await alice.shop.orders.pay({ id, card: 'card_success' })
  broken = false
  shop.clock.advance(minute)
  await shop.jobs.runDue()
  const after = await alice.shop.orders.get({ id })
  expect(after).toMatchObject({ status: 'created', paymentPending: false })
  expect(after.actions).toContain('pay')
  const late = { key: paymentId ?? '', amountCents: cents(1690), currency: 'EUR' as const, card: 'card_success' }
  expect(await shop.services.gateway.charge(late)).toMatchObject({ outcome: 'voided' })
  expect(await alice.shop.orders.pay({ id, card: 'card_success' })).toMatchObject({ outcome: 'paid' })
})

test('a crash between capture and booking is settled by the completer, once', async () => {
  let crash = true
  await using shop = await openTestShop({
    fault: (at, call) => {
      if (crash && at === 'after' && call === 'charge') throw new Error('the process died here')
    },
  })
  const alice = await shop.customer()
  const { id } = await order(alice, await addProduct(shop))
  expect(await alice.shop.orders.pay({ id, card: 'card_success' })).toMatchObject({ outcome: 'pending' })
  crash = false
  shop.clock.advance(minute)
  await shop.jobs.runDue()
  expect((await alice.shop.orders.get({ id })).status).toBe('paid')
  expect(await rowsOf(shop)).toEqual({ captured: 1, attempts: ['captured'], invoices: 1 })
})

test('an order past its time to pay is not paid any more', async () => {
  await using shop = await openTestShop()
  const alice = await shop.customer()
  const { id } = await order(alice, await addProduct(shop))
  shop.clock.advance(60 * minute)
  const before = await digestOf(shop)
  expect(await problemCode(alice.shop.orders.pay({ id, card: 'card_success' }))).toBe('order_expired')
  expect(await digestOf(shop)).toEqual(before)
})

test('someone else’s order is paid, cancelled, read and invoiced by nobody but its owner', async () => {
  await using shop = await openTestShop()
  const { id } = await orderPaid(await shop.customer(), await addProduct(shop))
  const bob = await shop.customer()
  for (const who of [bob, shop.guest(), await shop.staff('admin')]) {
    expect(await problemCode(who.shop.orders.get({ id }))).toBe('order_not_found')
    expect(await problemCode(who.shop.orders.invoice({ id }))).toBe('order_not_found')
    expect(await problemCode(who.shop.orders.cancel({ id }))).toBe('order_not_found')
    expect(await problemCode(who.shop.orders.pay({ id, card: 'card_success' }))).toBe('order_not_found')
  }
})

describe.each(engines)('at once (%s)', (engine) => {
  test('paying twice, in turn and at once, captures once and answers paid', async () => {
    await using shop = await openTestShop({ engine })
    const alice = await shop.customer()
    const { id } = await order(alice, await addProduct(shop))
    const pay = () => alice.shop.orders.pay({ id, card: 'card_success' })
    const answers = [...(await Promise.all([pay(), pay(), pay()])), await pay()]
    for (const answer of answers) expect(['paid', 'pending']).toContain(answer.outcome)
    expect(answers.at(-1)?.outcome).toBe('paid')
    expect(await rowsOf(shop)).toEqual({ captured: 1, attempts: ['captured'], invoices: 1 })
  })

  test('two different cards at once: one attempt, one capture', async () => {
    await using shop = await openTestShop({ engine })
    const alice = await shop.customer()
    const bowl = await addProduct(shop)
    const { id } = await order(alice, bowl)
    await Promise.all([
      alice.shop.orders.pay({ id, card: 'card_success' }),
      alice.shop.orders.pay({ id, card: 'card_timeout' }),
    ])
    shop.clock.advance(minute)
    await shop.jobs.runDue()
    expect((await alice.shop.orders.get({ id })).status).toBe('paid')
    expect(await rowsOf(shop)).toEqual({ captured: 1, attempts: ['captured'], invoices: 1 })
    expect(await stockOf(shop, bowl)).toEqual({ onHand: 10, allocated: 1 })
  })

  test('of pay and cancel at once one wins, and money is never kept silently', async () => {
    await using shop = await openTestShop({ engine })
    const alice = await shop.customer()
    const { id } = await order(alice, await addProduct(shop))
    await Promise.allSettled([alice.shop.orders.pay({ id, card: 'card_success' }), alice.shop.orders.cancel({ id })])
    const after = await alice.shop.orders.get({ id })
    expect(['paid', 'cancelled']).toContain(after.status)
    const { captured } = await rowsOf(shop)
    expect(captured - (after.creditNoteNumbers.length > 0 ? 1 : 0)).toBe(after.status === 'paid' ? 1 : 0)
  })
})
