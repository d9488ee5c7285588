import type { Writer } from '@comptoir/db'
import * as billing from '@comptoir/db/stores/billing'
import * as orders from '@comptoir/db/stores/orders'
import type { OrderOwner } from '@comptoir/db/stores/orders'
import type { ShopSettings } from '@comptoir/db/stores/settings'
import { type Id, refuse } from '@comptoir/domain'
import { isUnknown, wholeRefund } from '@comptoir/domain/billing'
import { cancelOrder as decideCancel, type Order, refundOrder as decideRefund } from '@comptoir/domain/orders'
import type { Fresh } from '../../change.ts'
import { moveStock } from '../order-steps/order-stock.ts'
import { type By, recordStep, saveStep } from '../order-steps/record-step.ts'
import { settleRefund } from './complete-refund.ts'
import { dropAttempt } from './pay-order.ts'

interface At {
  by: By
  fresh: Fresh
  settings: ShopSettings
}
/** A refund being asked at the gateway; null when no money has to move. */
export interface PendingRefund {
  orderId: Id<'order'>
  refundId: Id<'refund'> | null
}

/** Refuses: payment_in_progress, refund_in_progress. Nothing else may happen to an order while money is on its way. */
export async function noMoneyMoving(tx: Writer, order: Order): Promise<billing.Payment[]> {
  const attempts = await billing.listPayments(tx, order.id)
  if (attempts.some((one) => isUnknown(one.state))) refuse('payment_in_progress')
  const refunds = await billing.listRefunds(tx, order.id)
  if (refunds.some((one) => one.state === 'pending')) refuse('refund_in_progress')
  return attempts
}

/**
 * Calls an order off before it leaves. Unpaid: at once, stock released. Paid: the refund's intent is written here and the order is
 * cancelled with it when the money has gone back: all or nothing. RULES 4.6, A16.
 * Refuses: order_not_found, order_already_shipped, order_step_refused, payment_in_progress, refund_in_progress.
 */
export async function cancelOrder(
  tx: Writer,
  owner: OrderOwner | undefined,
  { id, reason }: { id: Id<'order'>; reason: string },
  at: At,
): Promise<PendingRefund> {
  const order = await orders.takeOrder(tx, id, owner)
  const attempts = await noMoneyMoving(tx, order)
  const cancelled = decideCancel(order, at.by.actor === 'staff' ? 'staff' : 'customer', at.fresh.now)
  if (order.payment === 'paid') return intend(tx, order, { intent: 'cancel', reason, restock: true }, at)
  for (const one of attempts) if (one.state === 'action_required') await dropAttempt(tx, one, at.fresh)
  // Stock before figures, as placement does: rival orders lock in one order.
  await moveStock(tx, 'cancel', order, at)
  await saveStep(tx, { before: order, after: cancelled, kind: 'cancelled', data: { reason } }, at.by, at)
  return { orderId: id, refundId: null }
}

/**
 * Writes the intent to give all captured money back. RULES 4.5.
 * Refuses: order_not_found, order_step_refused, payment_in_progress, refund_in_progress.
 */
export async function refundOrder(
  tx: Writer,
  { id, reason, restock }: { id: Id<'order'>; reason: string; restock: boolean },
  at: At,
): Promise<PendingRefund> {
  const order = await orders.takeOrder(tx, id)
  await noMoneyMoving(tx, order)
  decideRefund(order, at.fresh.now)
  return intend(tx, order, { intent: 'refund', reason, restock }, at)
}

async function intend(
  tx: Writer,
  order: Order,
  { intent, reason, restock }: { intent: 'cancel' | 'refund'; reason: string; restock: boolean },
  { by, fresh, settings }: At,
): Promise<PendingRefund> {
  const captured = (await billing.listPayments(tx, order.id)).find((one) => one.state === 'captured')
  if (captured === undefined) throw new Error(`the paid order ${order.id} has no captured payment`)
  const amountCents = wholeRefund(order).grossCents
  const id = fresh.id('refund')
  const refund = {
    ...{
      id,
      orderId: order.id,
      paymentId: captured.id,
      intent,
      amountCents,
      currency: order.currency,
      restock,
      reason,
    },
    ...{ actor: by.actor, actorId: by.actorId, createdAt: fresh.now },
  }
  await billing.insertRefund(tx, refund)
  const data = { refundId: id, amountCents, intent }
  await recordStep(tx, { before: order, after: order, kind: 'refund_requested', data }, by, { fresh, settings })
  if (amountCents > 0) return { orderId: order.id, refundId: id }
  await settleRefund(tx, { ...refund, state: 'pending', settledAt: null }, { outcome: 'succeeded' }, fresh)
  return { orderId: order.id, refundId: null }
}
