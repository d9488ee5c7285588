import type { Writer } from '@comptoir/db'
import * as billing from '@comptoir/db/stores/billing'
import * as jobs from '@comptoir/db/stores/jobs'
import * as orders from '@comptoir/db/stores/orders'
import type { OrderOwner } from '@comptoir/db/stores/orders'
import type { ShopSettings } from '@comptoir/db/stores/settings'
import { type Id, refuse } from '@comptoir/domain'
import { isUnknown } from '@comptoir/domain/billing'
import { checkPayable, type Order } from '@comptoir/domain/orders'
import type { Fresh } from '../../change.ts'
import { type By, recordStep } from '../order-steps/record-step.ts'
import { bookCapture } from './book-capture.ts'

/** What is being asked at the gateway: an attempt, and the code of its second step when there is one. */
export interface PendingPayment {
  orderId: Id<'order'>
  paymentId: Id<'payment'> | null
  confirmation: string | null
}

/** The attempt as its intent wrote it, and what was ordered: they need not be read again. */
export interface BegunAttempt extends billing.Payment {
  goods: orders.PlacedGoods
}
export interface BegunPayment extends PendingPayment {
  attempt?: BegunAttempt
}

/** Attempts that an order may see: far more than a person needs, far fewer than a list holds. */
const mostAttempts = 30

export interface Paying {
  id: Id<'order'>
  card: string
  paymentId?: Id<'payment'> | undefined
  confirmation?: string | undefined
}

/**
 * Writes the intent to pay: a new attempt, or the second step of one that waits for it. Answers `paymentId: null` when nothing has
 * to be asked: the order is paid already. RULES 4.7. Refuses: order_not_found, order_expired, order_step_refused,
 * payment_not_found, refund_in_progress.
 */
export async function payOrder(
  tx: Writer,
  owner: OrderOwner | undefined,
  input: Paying,
  at: { by: By; fresh: Fresh; settings: ShopSettings },
): Promise<BegunPayment> {
  const order = await orders.takeOrder(tx, input.id, owner)
  if (order.payment === 'paid') return { orderId: order.id, paymentId: null, confirmation: null }
  checkPayable(order, at.fresh.now)
  const attempts = await billing.listPayments(tx, order.id)
  const asked = attempts.find((one) => isUnknown(one.state))
  if (asked !== undefined) return { orderId: order.id, paymentId: asked.id, confirmation: null }
  const waiting = attempts.find((one) => one.state === 'action_required')
  if (input.paymentId !== undefined) return confirm(tx, order, waiting, input, at)
  if (attempts.length >= mostAttempts) refuse('payment_attempts_spent', { most: mostAttempts })
  if (waiting !== undefined) await dropAttempt(tx, waiting, at.fresh)
  return begin(tx, order, input.card, at)
}

async function confirm(
  tx: Writer,
  order: Order,
  waiting: billing.Payment | undefined,
  { paymentId, confirmation }: Paying,
  { fresh }: { fresh: Fresh },
): Promise<PendingPayment> {
  if (waiting === undefined || waiting.id !== paymentId || confirmation === undefined)
    return refuse('payment_not_found')
  await billing.movePayment(tx, waiting, 'confirming', { eventId: fresh.id('event'), at: fresh.now })
  return { orderId: order.id, paymentId: waiting.id, confirmation }
}

/** Begins an attempt; an order of nothing is paid at once and never calls the gateway (INV-05). */
export async function begin(
  tx: Writer,
  order: Order,
  card: string,
  { by, fresh, settings }: { by: By; fresh: Fresh; settings: ShopSettings },
): Promise<BegunPayment> {
  const id = fresh.id('payment')
  const payment = {
    ...{ id, key: id, orderId: order.id, card, amountCents: order.totalCents, currency: order.currency },
    createdAt: fresh.now,
  }
  const attempt = await billing.insertPayment(tx, payment, fresh.id('event'))
  await recordStep(tx, { before: order, after: order, kind: 'payment_requested' }, by, { fresh, settings })
  const pending = { orderId: order.id, paymentId: id, confirmation: null }
  const { lines, groups } = order
  if (order.totalCents > 0) return { ...pending, attempt: { ...attempt, goods: { lines, groups } } }
  await bookCapture(tx, order, attempt, 'none', { by, fresh, settings })
  return pending
}

/** Gives up an attempt that waits for its second step; the gateway is told by a job. */
export async function dropAttempt(tx: Writer, payment: billing.Payment, fresh: Fresh): Promise<void> {
  await billing.movePayment(tx, payment, 'voided', { eventId: fresh.id('event'), at: fresh.now })
  await jobs.add(tx, { id: fresh.id('event'), kind: 'close_charge', data: { paymentId: payment.id }, runAt: fresh.now })
}
