import type { Writer } from '@comptoir/db'
import * as billing from '@comptoir/db/stores/billing'
import * as orders from '@comptoir/db/stores/orders'
import { readSettings } from '@comptoir/db/stores/settings'
import type { Id } from '@comptoir/domain'
import { isUnknown } from '@comptoir/domain/billing'
import { isAllowed } from '@comptoir/domain/orders'
import { freshFor, writeAgain } from '../../change.ts'
import type { Services } from '../../context.ts'
import type { ChargeResult } from '../../services/payments.ts'
import { type By, bySystem, recordStep } from '../order-steps/record-step.ts'
import { bookCapture, type Booking } from './book-capture.ts'
import type { PendingPayment } from './pay-order.ts'

type Asking = Pick<Services, 'db' | 'gateway' | 'clock' | 'random' | 'log'>

/** Asks the gateway about an attempt and books what it says. A time-out leaves the attempt unknown: the completer asks again. */
export async function completePayment(services: Asking, pending: PendingPayment, by: By): Promise<void> {
  if (pending.paymentId === null) return
  const payment = await billing.getPayment(services.db.read, pending.paymentId)
  if (!isUnknown(payment.state)) return
  const { key, amountCents, currency, card } = payment
  const asked =
    payment.state === 'requested'
      ? services.gateway.charge({ key, amountCents, currency, card })
      : pending.confirmation === null
        ? services.gateway.find(key)
        : services.gateway.confirm({ key, confirmation: pending.confirmation })
  const result = await asked.catch((error: unknown) => {
    services.log.warn({ err: error, paymentId: payment.id, requestId: by.requestId }, 'the gateway did not answer')
    return null
  })
  if (result) await settlePayment(services, payment.id, result, by)
}

/** Asks about every attempt that a crash or a time-out left unknown; one that never arrived is closed at the gateway first. */
export async function completePayments(services: Asking, before: Date): Promise<number> {
  const left = await billing.listUnknownPayments(services.db.read, before, 100)
  for (const payment of left)
    await askAgain(services, payment).catch(async (err: unknown) => {
      services.log.warn(
        { err, paymentId: payment.id },
        'a payment could not be completed; it is asked about again later',
      )
      // To the back of the queue: one stuck attempt must not hide the others.
      await services.db.write((tx) => billing.touchPayment(tx, payment.id, services.clock()))
    })
  return left.length
}

async function askAgain(services: Asking, payment: billing.Payment): Promise<void> {
  const known = await services.gateway.find(payment.key)
  const waits = known === undefined || known.outcome === 'action_required'
  const unanswered = waits && (payment.state === 'confirming' || known === undefined)
  const result = unanswered ? await services.gateway.close(payment.key) : known
  if (result) await settlePayment(services, payment.id, result, bySystem('complete-payments'))
}

/** Books an answer of the gateway, once: whoever comes second finds the attempt settled. */
export async function settlePayment(
  services: Pick<Asking, 'db' | 'clock' | 'random' | 'log'>,
  paymentId: Id<'payment'>,
  result: ChargeResult,
  by: By,
): Promise<void> {
  const fresh = freshFor(services)
  await writeAgain(() =>
    services.db.write(async (tx) => {
      fresh.rewind()
      const settings = await readSettings(tx)
      await settle(tx, paymentId, result, { by, fresh, settings }, services.log)
    }),
  )
}

async function settle(
  tx: Writer,
  paymentId: Id<'payment'>,
  result: ChargeResult,
  at: Booking,
  log: Services['log'],
): Promise<void> {
  const { orderId } = await billing.getPayment(tx, paymentId)
  const order = await orders.takeOrder(tx, orderId)
  const payment = await billing.getPayment(tx, paymentId)
  if (!isUnknown(payment.state)) return
  const facts = { eventId: at.fresh.id('event'), at: at.fresh.now, reference: result.reference, reason: result.reason }
  const note = (kind: 'payment_declined' | 'payment_second_step', reason: string) =>
    recordStep(tx, { before: order, after: order, kind, data: { paymentId, reason } }, at.by, at)
  if (result.outcome === 'captured') {
    const strange = result.amountCents !== payment.amountCents || result.currency !== payment.currency
    // An attempt in flight keeps the order open (cancel and expiry wait for it), so money here always finds its order.
    if (strange || !isAllowed('pay', order)) {
      log.error({ paymentId, orderId, result }, 'money that fits no order: a person must look at it')
      const { amountCents, currency, reference } = result
      await billing.keepUnmatched(tx, payment, { amountCents, currency, reference, at: at.fresh.now })
      await billing.movePayment(tx, payment, 'failed', { ...facts, reason: 'unmatched_money' })
      return
    }
    await bookCapture(tx, order, payment, result.reference, at)
  } else if (result.outcome === 'action_required') {
    // The code is on its way: that it is awaited was so before, and says nothing of what becomes of it.
    if (payment.state === 'confirming') return
    await billing.movePayment(tx, payment, 'action_required', facts)
    await note('payment_second_step', '')
  } else if (result.outcome === 'declined') {
    await billing.movePayment(tx, payment, 'declined', facts)
    await note('payment_declined', result.reason)
  } else {
    await billing.movePayment(tx, payment, 'failed', { ...facts, reason: result.reason || 'not_completed' })
    await note('payment_declined', 'not_completed')
  }
}
