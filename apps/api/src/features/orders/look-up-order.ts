import { createHash } from 'node:crypto'
import type { Writer } from '@comptoir/db'
import * as access from '@comptoir/db/stores/order-access'
import * as orders from '@comptoir/db/stores/orders'
import { refuse } from '@comptoir/domain'
import type { Order } from '@comptoir/domain/orders'
import type { LookUpOrderInput } from '@comptoir/domain/orders/inputs'
import { normaliseEmail } from '@comptoir/domain/people'
import type { Fresh } from '../../change.ts'
import { hashOf } from './shopper.ts'

/** How long a looked-up order stays open to who looked it up. */
const openMs = 2 * 3_600_000

/** The key that a look-up hands out: from the call's own key, so that a repeat gets it again. */
export const lookUpToken = (seed: string, orderId: Order['id']): string =>
  createHash('sha256').update(`order-look-up:${seed}:${orderId}`).digest('base64url')

/**
 * Opens an order for reading to whoever gives its number and e-mail, both. One look into the books whatever is wrong, and one
 * answer. Refuses: order_look_up_missed.
 */
export async function lookUpOrder(
  tx: Writer,
  { reference, email }: LookUpOrderInput,
  seed: string,
  { now }: Fresh,
): Promise<Order> {
  const order = await orders.findByReference(tx, reference.toUpperCase(), normaliseEmail(email))
  if (order === undefined) refuse('order_look_up_missed')
  const tokenHash = hashOf(lookUpToken(seed, order.id))
  await access.insert(tx, { tokenHash, orderId: order.id, expiresAt: new Date(now.getTime() + openMs) }, now)
  return order
}
