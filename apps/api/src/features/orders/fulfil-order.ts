import type { Writer } from '@comptoir/db'
import * as orders from '@comptoir/db/stores/orders'
import type { ShopSettings } from '@comptoir/db/stores/settings'
import type { Id } from '@comptoir/domain'
import {
  deliverOrder as decideDelivery,
  type Order,
  shipOrder as decideShipping,
  trackingNumber,
  validateOrder as decideValidation,
} from '@comptoir/domain/orders'
import type { Fresh } from '../../change.ts'
import { noMoneyMoving } from '../billing/refund-order.ts'
import { moveStock } from '../order-steps/order-stock.ts'
import { type By, saveStep } from '../order-steps/record-step.ts'

interface At {
  by: By
  fresh: Fresh
  settings: ShopSettings
}

/** Staff accept an order. Refuses: order_not_found, order_step_refused. */
export async function validateOrder(tx: Writer, id: Id<'order'>, at: At): Promise<Order> {
  const order = await orders.takeOrder(tx, id)
  const after = decideValidation(order, at.fresh.now)
  await saveStep(tx, { before: order, after, kind: 'validated' }, at.by, at)
  return after
}

/** The parcel leaves with a fresh tracking number. Refuses: order_not_found, order_not_paid, order_step_refused, refund_in_progress. */
export async function shipOrder(
  tx: Writer,
  { id, carrier }: { id: Id<'order'>; carrier: string },
  at: At,
): Promise<Order> {
  const order = await orders.takeOrder(tx, id)
  await noMoneyMoving(tx, order)
  const parcel = { carrier, trackingNumber: trackingNumber(at.fresh.random(12)) }
  const after = decideShipping(order, parcel, at.fresh.now)
  await orders.saveDelivery(tx, after, at.fresh.id('delivery'))
  await moveStock(tx, 'ship', order, at)
  await saveStep(tx, { before: order, after, kind: 'shipped', data: { ...parcel } }, at.by, at)
  return after
}

/** The parcel has arrived. Refuses: order_not_found, order_step_refused, refund_in_progress. */
export async function deliverOrder(tx: Writer, id: Id<'order'>, at: At): Promise<Order> {
  const order = await orders.takeOrder(tx, id)
  await noMoneyMoving(tx, order)
  const after = decideDelivery(order, at.fresh.now)
  await orders.saveDelivery(tx, after, at.fresh.id('delivery'))
  await saveStep(tx, { before: order, after, kind: 'delivered' }, at.by, at)
  return after
}
