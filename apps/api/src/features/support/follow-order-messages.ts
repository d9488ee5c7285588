import { refuse } from '@comptoir/domain'
import type { AboutOrderInput, OrderMessagesInput } from '@comptoir/domain/support/inputs'
import type { Context } from '../../context.ts'
import { beginOf, followEvents } from '../../services/follow-events.ts'
import type { LiveSource } from '../../services/live-source.ts'
import { readOrder } from '../orders/read-order.ts'
import { type MessageNews, messageNews, tellMessages } from './follow-messages.ts'

/** New messages about a guest's order, for whoever holds it. Refuses: order_not_found. */
export async function followOrderMessages(
  ctx: Context,
  { lastEventId, ...input }: OrderMessagesInput,
  signal: AbortSignal | undefined,
) {
  const { wants } = await orderMessageSource(ctx, input)
  return tellMessages(ctx, followEvents(ctx, { lastEventId: beginOf(ctx, lastEventId), signal, wants }))
}

/** The same for a shared stream. Refuses: order_not_found. */
export async function orderMessageSource(ctx: Context, input: AboutOrderInput): Promise<LiveSource<MessageNews>> {
  const { order, readOnly } = await readOrder(ctx, input)
  if (readOnly) refuse('order_not_found')
  return {
    wants: ({ topic, userId, data }) => topic === 'message.posted' && userId === null && data['orderId'] === order.id,
    tell: (event) => messageNews(ctx.db, event),
  }
}
