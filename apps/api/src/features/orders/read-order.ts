import * as access from '@comptoir/db/stores/order-access'
import * as orders from '@comptoir/db/stores/orders'
import { type Id, refuse } from '@comptoir/domain'
import type { Order } from '@comptoir/domain/orders'
import type { Context } from '../../context.ts'
import { type OrderView, orderView } from './order-view.ts'
import { hashOf, ownerOfOrder } from './shopper.ts'

/** Under which name a browser keeps the key of a looked-up order: it never stands before the buyer's own. */
export const readingName = (id: Id<'order'>): string => `read-${id}`

type Needs = Pick<Context, 'db' | 'clock' | 'user' | 'orderTokens'>
type Asked = { id: Id<'order'>; accessToken?: string | undefined }

/**
 * An order for its buyer, or for whoever looked it up a while ago and may only read it (`readOnly`). Refuses: order_not_found.
 */
export async function readOrder(ctx: Needs, input: Asked): Promise<{ order: Order; readOnly: boolean }> {
  const { read } = ctx.db
  const held = input.accessToken ?? ctx.orderTokens.get(readingName(input.id))
  const known = input.accessToken !== undefined || ctx.orderTokens.has(input.id) || ctx.user !== null
  const own = known ? await orders.findOrder(read, input.id, ownerOfOrder(ctx, input)) : undefined
  if (own !== undefined) return { order: own, readOnly: false }
  const opened =
    held !== undefined && (await access.opens(read, { tokenHash: hashOf(held), orderId: input.id, now: ctx.clock() }))
  return opened ? { order: await orders.getOrder(read, input.id), readOnly: true } : refuse('order_not_found')
}

/** The same, as it is shown: who may only read it is offered no steps. */
export async function showOrder(ctx: Needs, input: Asked): Promise<OrderView> {
  const { order, readOnly } = await readOrder(ctx, input)
  const view = await orderView(ctx.db.read, order, 'customer')
  return readOnly ? { ...view, actions: [] } : view
}
