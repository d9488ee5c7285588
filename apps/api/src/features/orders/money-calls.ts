import type { Reader, Writer } from '@comptoir/db'
import * as billing from '@comptoir/db/stores/billing'
import * as orders from '@comptoir/db/stores/orders'
import { readSettings } from '@comptoir/db/stores/settings'
import { isUnknown } from '@comptoir/domain/billing'
import type { Order } from '@comptoir/domain/orders'
import type { Around } from '../../change.ts'
import type { Context } from '../../context.ts'
import type { Booking } from '../billing/book-capture.ts'
import { completePayment, type Settled } from '../billing/complete-payment.ts'
import { checkRefund, completeRefund } from '../billing/complete-refund.ts'
import type { BegunAttempt, BegunPayment, PendingPayment } from '../billing/pay-order.ts'
import type { PendingRefund } from '../billing/refund-order.ts'
import { orderView } from './order-view.ts'
import type { PaymentOutcome, PaymentView } from './payment-view.ts'
import { type By } from '../order-steps/record-step.ts'
import { byShopper } from './shopper.ts'

const outcomes: Record<billing.Payment['state'], PaymentOutcome> = {
  requested: 'pending',
  confirming: 'pending',
  action_required: 'action_required',
  captured: 'paid',
  declined: 'declined',
  failed: 'declined',
  voided: 'declined',
}

async function paymentView(db: Reader, pending: PendingPayment): Promise<PaymentView> {
  const order = await orders.getOrder(db, pending.orderId)
  if (pending.paymentId === null)
    return { outcome: 'paid', paymentId: null, reason: '', order: await orderView(db, order, 'customer') }
  const { id, state } = await billing.getPayment(db, pending.paymentId)
  return settledView(db, { order, paymentId: id, state, reason: await billing.lastReason(db, id) })
}

// Another browser may have paid meanwhile, and this attempt was given up: what counts to the shopper is that the order is paid.
const outcomeOf = ({ order, state }: Settled): PaymentOutcome =>
  state === 'voided' && order.payment === 'paid' ? 'paid' : outcomes[state]

const settledView = async (db: Reader, settled: Settled): Promise<PaymentView> => ({
  ...{ outcome: outcomeOf(settled), paymentId: settled.paymentId, reason: settled.reason },
  order: await orderView(db, settled.order, 'customer'),
})

/** A payment around the gateway: intent, call, booking; the answer is what the books say then. */
export const aroundPayment = (
  ctx: Context,
  begin: (tx: Writer, at: Booking) => Promise<BegunPayment>,
): Around<PendingPayment, PaymentView, BegunAttempt> => ({
  async begin(tx, fresh) {
    const { attempt, ...pending } = await begin(tx, { by: byShopper(ctx), fresh, settings: await readSettings(tx) })
    if (pending.paymentId === null) return { answer: await paymentView(tx, pending) }
    return attempt === undefined ? { pending } : { pending, facts: attempt }
  },
  complete: (pending, attempt, keep) =>
    completePayment(ctx, { ...pending, ...(attempt && { attempt }) }, byShopper(ctx), async (tx, settled) =>
      keep(tx, await settledView(tx, settled)),
    ),
  async settled(db, { paymentId }) {
    return paymentId === null || !isUnknown((await billing.getPayment(db, paymentId)).state)
  },
  answer: paymentView,
})

/** Money going back around the gateway; the order is answered as it is then. Refuses: refund_failed. */
export const aroundRefund = <A>(
  ctx: Context,
  by: By,
  shown: (db: Reader, order: Order) => Promise<A>,
  begin: (tx: Writer, at: Booking) => Promise<PendingRefund>,
): Around<PendingRefund, A> => {
  const answer = async (db: Reader, { orderId, refundId }: PendingRefund) => {
    await checkRefund(db, refundId)
    return shown(db, await orders.getOrder(db, orderId))
  }
  return {
    async begin(tx, fresh) {
      const pending = await begin(tx, { by, fresh, settings: await readSettings(tx) })
      return pending.refundId === null ? { answer: await answer(tx, pending) } : { pending }
    },
    async complete(pending) {
      await completeRefund(ctx, pending.refundId)
      return null
    },
    async settled(db, { refundId }) {
      return refundId === null || (await billing.findRefund(db, refundId))?.state !== 'pending'
    },
    answer,
  }
}
