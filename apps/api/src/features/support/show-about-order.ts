import * as support from '@comptoir/db/stores/support'
import type { AboutOrderInput } from '@comptoir/domain/support/inputs'
import type { Context } from '../../context.ts'
import { readOrder } from '../orders/read-order.ts'
import type { AboutOrderView } from './about-order-view.ts'
import { showThread } from './show-thread.ts'

/** What stands about an order on its page: a guest who holds it reads their conversation. Refuses: order_not_found. */
export async function showAboutOrder(
  ctx: Pick<Context, 'db' | 'clock' | 'user' | 'orderTokens'>,
  input: AboutOrderInput,
): Promise<AboutOrderView> {
  const { order, readOnly } = await readOrder(ctx, input)
  if (readOnly || order.userId !== null) return { open: false, thread: null }
  const { read } = ctx.db
  const id = await support.findOfGuestOrder(read, order.id)
  return { open: true, thread: id === undefined ? null : await showThread(read, id, { guestOrder: order.id }) }
}
