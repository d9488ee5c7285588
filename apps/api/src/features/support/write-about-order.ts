import type { Writer } from '@comptoir/db'
import * as orders from '@comptoir/db/stores/orders'
import * as support from '@comptoir/db/stores/support'
import { type Id, refuse } from '@comptoir/domain'
import type { WriteAboutOrderInput } from '@comptoir/domain/support/inputs'
import type { Fresh } from '../../change.ts'
import type { Context } from '../../context.ts'
import { ownerOfOrder } from '../orders/shopper.ts'
import { openThread } from './create-thread.ts'
import { post } from './post-message.ts'

/** Who holds a guest's order by its token: no account and no look-up writes in a guest's name. Refuses: order_not_found. */
export function guestOwner(
  ctx: Pick<Context, 'user' | 'orderTokens'>,
  input: { id: Id<'order'>; accessToken?: string | undefined },
): { accessTokenHash: string } {
  const owner = ownerOfOrder(ctx, input)
  return 'accessTokenHash' in owner ? owner : refuse('order_not_found')
}

/**
 * A guest's message about the order in hand, in the one conversation that the order has; the order's row is held, so two first
 * messages never make two of them. Refuses: order_not_found, also for an order that an account has taken.
 */
export async function writeAboutOrder(
  tx: Writer,
  owner: { accessTokenHash: string },
  { id: orderId, body }: WriteAboutOrderInput,
  fresh: Fresh,
): Promise<Id<'thread'>> {
  const order = await orders.takeOrder(tx, orderId, owner)
  if (order.userId !== null) refuse('order_not_found')
  const id = await support.findOfGuestOrder(tx, orderId)
  if (id === undefined) return openThread(tx, { userId: null, orderId, subject: order.reference }, body, fresh)
  const writing = { author: 'customer', authorId: null, body } as const
  await post(tx, { id, owner: { guestOrder: orderId } }, writing, fresh)
  return id
}
