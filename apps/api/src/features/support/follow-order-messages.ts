import { refuse } from '@comptoir/domain'
import type { OrderMessagesInput } from '@comptoir/domain/support/inputs'
import type { Context } from '../../context.ts'
import type { ShopEvent } from '../../services/events.ts'
import { beginOf, followEvents } from '../../services/follow-events.ts'
import { readOrder } from '../orders/read-order.ts'
import { tellMessages } from './follow-messages.ts'

/** New messages about a guest's order, for whoever holds it. Refuses: order_not_found. */
export async function followOrderMessages(ctx: Context, input: OrderMessagesInput, signal: AbortSignal | undefined) {
  const { order, readOnly } = await readOrder(ctx, input)
  if (readOnly) refuse('order_not_found')
  const wants = ({ topic, userId, data }: ShopEvent) =>
    topic === 'message.posted' && userId === null && data['orderId'] === order.id
  return tellMessages(ctx, followEvents(ctx, { lastEventId: beginOf(ctx, input.lastEventId), signal, wants }))
}
