import type { Writer } from '@comptoir/db'
import * as billing from '@comptoir/db/stores/billing'
import * as orders from '@comptoir/db/stores/orders'
import { readSettings } from '@comptoir/db/stores/settings'
import * as unmatchedMoney from '@comptoir/db/stores/unmatched-money'
import type { Id } from '@comptoir/domain'
import { isLive, isUnknown } from '@comptoir/domain/billing'
import { isAllowed, type Order } from '@comptoir/domain/orders'
import { freshFor, writeAgain } from '../../change.ts'
import type { Services } from '../../context.ts'
import type { ChargeResult } from '../../services/payments.ts'
import { type By, bySystem, recordStep } from '../order-steps/record-step.ts'
import { bookCapture, type Booking } from './book-capture.ts'
import { tellMoney } from './money-changes.ts'
import type { BegunAttempt, BegunPayment } from './pay-order.ts'

type Asking = Pick<Services, 'db' | 'gateway' | 'clock' | 'random' | 'log'>

/** What came of an attempt, with its order as it is then. */
export interface Settled {
  order: Order
  paymentId: Id<'payment'>
  state: billing.Payment['state']
  /** Why it was declined, in the gateway's code; empty otherwise. */
  reason: string
}
/** Goes with the booking, in its transaction. */
type Afterwards<T> = (tx: Writer, settled: Settled) => Promise<T>
const nothing = async (): Promise<null> => null

/**
 * Asks the gateway about an attempt and books what it says; `afterwards` runs with the booking, when this call is the one that books; answers
 * what it gave, else null. A time-out leaves the attempt unknown: the completer asks again.
 */
export async function completePayment<T>(
  services: Asking,
  pending: BegunPayment,
  by: By,
  afterwards: Afterwards<T>,
): Promise<T | null> {
  if (pending.paymentId === null) return null
  const payment: billing.Payment & Attempt =
    pending.attempt ?? (await billing.getPayment(services.db.read, pending.paymentId))
  if (!isUnknown(payment.state)) return null
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
  return result ? book(services, payment, result, { by, afterwards }) : null
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
  if (result) await book(services, payment, result, { by: bySystem('complete-payments'), afterwards: nothing })
}

/** Closes an attempt that was given up at the gateway; money that it had taken all the same is kept for a person to give back. INV-06. */
export async function closeCharge(services: Asking, paymentId: Id<'payment'>): Promise<void> {
  const { key } = await billing.getPayment(services.db.read, paymentId)
  await settlePayment(services, paymentId, await services.gateway.close(key), bySystem('close-charge'))
}

/** Books an answer of the gateway, once: whoever comes second finds the attempt settled. */
export async function settlePayment(
  services: Pick<Asking, 'db' | 'clock' | 'random' | 'log'>,
  paymentId: Id<'payment'>,
  result: ChargeResult,
  by: By,
): Promise<void> {
  await book(services, await billing.getPayment(services.db.read, paymentId), result, { by, afterwards: nothing })
}

/** Money that this booking put aside: the log names it after the commit, for a work that begins again would name it twice. */
type AsideMoney = { paymentId: Id<'payment'>; orderId: Id<'order'>; result: ChargeResult }
type BookingAside = Booking & { aside: AsideMoney[] }

type Attempt = Pick<billing.Payment, 'id' | 'orderId'> & Pick<Partial<BegunAttempt>, 'goods'>

async function book<T>(
  services: Pick<Asking, 'db' | 'clock' | 'random' | 'log'>,
  attempt: Attempt,
  result: ChargeResult,
  { by, afterwards }: { by: By; afterwards: Afterwards<T> },
): Promise<T | null> {
  const fresh = freshFor(services)
  let aside: AsideMoney[] = []
  const answer = await writeAgain(() =>
    services.db.write(async (tx) => {
      fresh.rewind()
      aside = []
      const settings = await readSettings(tx)
      const at = { by, fresh, settings, aside }
      const settled = await settle(tx, attempt, result, at)
      if (settled === null) await keepLate(tx, attempt, result, at)
      return settled && afterwards(tx, settled)
    }),
  )
  for (const money of aside) services.log.error(money, 'money that fits no order: a person must look at it')
  return answer
}

async function settle(
  tx: Writer,
  { id: paymentId, orderId, goods }: Attempt,
  result: ChargeResult,
  at: BookingAside,
): Promise<Settled | null> {
  const order = await orders.takeOrder(tx, orderId, undefined, goods)
  const payment = await billing.getPayment(tx, paymentId)
  if (!isUnknown(payment.state)) return null
  const settled = (state: Settled['state'], after = order, reason = ''): Settled => ({
    ...{ order: after, paymentId, state, reason },
  })
  const facts = { eventId: at.fresh.id('event'), at: at.fresh.now, reference: result.reference, reason: result.reason }
  const note = (kind: 'payment_declined' | 'payment_second_step', reason: string) =>
    recordStep(tx, { before: order, after: order, kind, data: { paymentId, reason } }, at.by, at)
  if (result.outcome === 'captured') {
    const strange = result.amountCents !== payment.amountCents || result.currency !== payment.currency
    // An attempt in flight keeps the order open (cancel and expiry wait for it), so money here always finds its order.
    if (strange || !isAllowed('pay', order)) {
      await keepAside(tx, payment, result, at)
      await billing.movePayment(tx, payment, 'failed', { ...facts, reason: 'unmatched_money' })
      return settled('failed', order, 'unmatched_money')
    }
    const paid = await bookCapture(tx, order, payment, result.reference, at)
    return paid === undefined ? null : settled('captured', paid)
  }
  if (result.outcome === 'action_required') {
    // The code is on its way: that it is awaited was so before, and says nothing of what becomes of it.
    if (payment.state === 'confirming') return null
    await billing.movePayment(tx, payment, 'action_required', facts)
    await note('payment_second_step', '')
    return settled('action_required', order, result.reason)
  }
  if (result.outcome === 'declined') {
    await billing.movePayment(tx, payment, 'declined', facts)
    await note('payment_declined', result.reason)
    return settled('declined', order, result.reason)
  }
  const reason = result.reason || 'not_completed'
  await billing.movePayment(tx, payment, 'failed', { ...facts, reason })
  await note('payment_declined', 'not_completed')
  return settled('failed', order, reason)
}

/** Money that was taken for an attempt after it had been given up or declined is never kept silently (F-24). */
async function keepLate(tx: Writer, { id }: Attempt, result: ChargeResult, at: BookingAside): Promise<void> {
  if (result.outcome !== 'captured') return
  const payment = await billing.getPayment(tx, id)
  if (payment.state !== 'captured' && !isLive(payment.state)) await keepAside(tx, payment, result, at)
}

/** Puts money that fits no order on the list that a person works through, and says so. INV-06. */
async function keepAside(tx: Writer, payment: billing.Payment, result: ChargeResult, { fresh, aside }: BookingAside) {
  const { id: paymentId, orderId } = payment
  const { amountCents, currency, reference } = result
  if (!(await unmatchedMoney.keep(tx, payment, { amountCents, currency, reference, at: fresh.now }))) return
  const { status } = await orders.getOrder(tx, orderId)
  await tellMoney(tx, 'money_aside', { orderId, status }, fresh)
  aside.push({ paymentId, orderId, result })
}
