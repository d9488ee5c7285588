import type { Cents } from '../money.ts'
import { refuse } from '../problems.ts'
import type { Order, OrderAxes } from './order.ts'
import { type Before, isAllowed, type OrderAction, orderActions, statusOf } from './status.ts'

type To<A extends OrderAction> = (typeof orderActions)[A]['to']

/** Keeps a call from compiling when an axis of the order is known and the table forbids the action from it. */
export type Possible<O extends OrderAxes, A extends OrderAction> = [O['placement'] & Before<A>['placement']] extends [
  never,
]
  ? never
  : [O['payment'] & Before<A>['payment']] extends [never]
    ? never
    : [O['delivery'] & Before<A>['delivery']] extends [never]
      ? never
      : unknown

/** The order after an action, with what is then known of its axes. */
export type Stepped<O extends OrderAxes, A extends OrderAction> = Order & {
  [X in keyof OrderAxes]: X extends keyof To<A> ? To<A>[X] : O[X] & Before<A>[X]
}

function step<O extends Order, A extends OrderAction>(order: O, action: A, facts: Partial<Order>): Stepped<O, A> {
  if (!isAllowed(action, order)) return refuse('order_step_refused', { action, status: statusOf(order) })
  const moved: Order = { ...(order as Order), ...facts, ...orderActions[action].to }
  // The table was just asked: the axes are those it leads to, which a spread by a generic action cannot say.
  return { ...moved, status: statusOf(moved) } as Stepped<O, A>
}

/** Staff accept the order. Refuses: order_step_refused. */
export const validateOrder = <O extends Order>(order: O & Possible<O, 'validate'>, now: Date): Stepped<O, 'validate'> =>
  step<O, 'validate'>(order, 'validate', { validatedAt: now })

/** Whether a payment may be begun now. Refuses: order_expired (from `payBefore` on), order_step_refused. */
export function checkPayable(order: Order, now: Date): void {
  const late = order.cancelReason === 'expired' || now >= order.payBefore
  if (order.payment === 'unpaid' && late && (order.placement !== 'cancelled' || order.cancelReason === 'expired'))
    refuse('order_expired')
  if (!isAllowed('pay', order)) refuse('order_step_refused', { action: 'pay', status: statusOf(order) })
}

/**
 * Money has been captured: counts even past `payBefore`, as long as the order stands. RULES 4.6, 4.7.
 * Refuses: order_expired, order_step_refused, captured_amount_differs.
 */
export function markPaid<O extends Order>(
  order: O & Possible<O, 'pay'>,
  capturedCents: Cents,
  now: Date,
): Stepped<O, 'pay'> {
  const { cancelReason, totalCents }: Order = order
  if (cancelReason === 'expired') refuse('order_expired')
  if (isAllowed('pay', order) && capturedCents !== totalCents)
    refuse('captured_amount_differs', { totalCents, capturedCents })
  return step<O, 'pay'>(order, 'pay', { paidAt: now })
}

export interface Parcel {
  carrier: string
  trackingNumber: string
}

/** The parcel leaves. Refuses: order_not_paid, order_step_refused. */
export function shipOrder<O extends Order>(
  order: O & Possible<O, 'ship'>,
  { carrier, trackingNumber }: Parcel,
  now: Date,
): Stepped<O, 'ship'> {
  const axes: OrderAxes = order
  if (axes.payment === 'unpaid' && axes.placement !== 'cancelled') refuse('order_not_paid')
  return step<O, 'ship'>(order, 'ship', { carrier, trackingNumber, shippedAt: now })
}

/** The parcel has arrived. Refuses: order_step_refused. */
export const deliverOrder = <O extends Order>(order: O & Possible<O, 'deliver'>, now: Date): Stepped<O, 'deliver'> =>
  step<O, 'deliver'>(order, 'deliver', { deliveredAt: now })

/** A cancelled order: what was paid is given back. */
export type CancelledOrder = Order & { placement: 'cancelled'; payment: 'unpaid' | 'refunded'; delivery: 'none' }

/** Customer or staff call the order off before it leaves; a paid one is refunded whole. Refuses: order_already_shipped, order_step_refused. */
export function cancelOrder<O extends Order>(
  order: O & Possible<O, 'cancel'>,
  reason: 'customer' | 'staff',
  now: Date,
): CancelledOrder {
  const before: Order = order
  if (before.placement !== 'cancelled' && before.payment === 'paid' && before.delivery !== 'none')
    refuse('order_already_shipped')
  const after = step(before, 'cancel', { cancelReason: reason, cancelledAt: now })
  if (after.payment !== 'paid') return { ...after, payment: after.payment }
  return { ...after, payment: 'refunded', refundedAt: now }
}

/** All that was captured has been given back; goods and money are two facts. RULES 4.5, 4.6. Refuses: order_step_refused. */
export const refundOrder = <O extends Order>(order: O & Possible<O, 'refund'>, now: Date): Stepped<O, 'refund'> =>
  step<O, 'refund'>(order, 'refund', { refundedAt: now })

/** Nobody paid in time: from `payBefore` on, exactly. Refuses: order_step_refused. */
export function expireOrder<O extends Order>(order: O & Possible<O, 'expire'>, now: Date): Stepped<O, 'expire'> {
  const before: Order = order
  if (now < before.payBefore) refuse('order_step_refused', { action: 'expire', status: statusOf(before) })
  return step<O, 'expire'>(order, 'expire', { cancelReason: 'expired', cancelledAt: now })
}
