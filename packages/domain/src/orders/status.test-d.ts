import type { Order } from './order.ts'
import type { PlacedOrder } from './place-order.ts'
import { type After, type Before, isAllowed } from './status.ts'
import { cancelOrder, deliverOrder, expireOrder, markPaid, refundOrder, shipOrder, validateOrder } from './steps.ts'
import { type Cents } from '../money.ts'

// Compiled, never run: where an order's axes are known, a step that the table forbids is no program.
export function whatCompiles(placed: PlacedOrder, unknown: Order, total: Cents, now: Date): void {
  const parcel = { carrier: 'Colis', trackingNumber: 'CT1' }
  const paid = markPaid(validateOrder(placed, now), total, now)
  const shipped = shipOrder(paid, parcel, now)
  const delivered = deliverOrder(shipped, now)
  const refunded = refundOrder(delivered, now)
  const cancelled = cancelOrder(paid, 'customer', now)
  expireOrder(placed, now)

  // @ts-expect-error an unpaid order is not shipped
  shipOrder(placed, parcel, now)
  // @ts-expect-error a paid order is not validated again
  validateOrder(validateOrder(placed, now), now)
  // @ts-expect-error a paid order is not paid again
  markPaid(paid, total, now)
  // @ts-expect-error a paid order does not expire
  expireOrder(paid, now)
  // @ts-expect-error a parcel that has not left does not arrive
  deliverOrder(paid, now)
  // @ts-expect-error a shipped order is not cancelled
  cancelOrder(shipped, 'staff', now)
  // @ts-expect-error an unpaid order has nothing to refund
  refundOrder(placed, now)
  // @ts-expect-error a refunded order is final
  refundOrder(refunded, now)
  // @ts-expect-error a cancelled order is final
  markPaid(cancelled, total, now)

  // Where nothing is known it compiles, and the table answers when it runs.
  shipOrder(unknown, parcel, now)
  if (isAllowed('ship', unknown)) unknown.payment satisfies 'paid'

  'shipped' satisfies After<'ship'>['delivery']
  'paid' satisfies Before<'ship'>['payment']
  // @ts-expect-error shipping does not come after shipping
  'shipped' satisfies Before<'ship'>['delivery']
}
