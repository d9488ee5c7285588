import type { Id } from '@comptoir/domain'
import { type OrderStatus } from '@comptoir/domain/orders'
import { tracked } from '@trpc/server'
import type { Context } from '../../context.ts'
import { refuse } from '@comptoir/domain'
import type { ShopEvent } from '../../services/events.ts'
import { beginOf, followEvents } from '../../services/follow-events.ts'
import type { LiveSource } from '../../services/live-source.ts'
import { readOrder } from './read-order.ts'

/** A step of an order, as open pages hear of it. */
export interface OrderChangeView {
  orderId: string
  status: OrderStatus
  kind: string
  at: string
}

const changeView = ({ subjectId, data, at }: ShopEvent): OrderChangeView => ({
  orderId: subjectId,
  // Written by `recordStep` and `tellMoney` from the order itself.
  status: data['status'] as OrderStatus,
  kind: String(data['kind']),
  at: at.toISOString(),
})

type Asked = { id?: Id<'order'> | undefined; accessToken?: string | undefined; lastEventId?: string | null | undefined }

/**
 * Steps of one order (a guest opens it by its token) or of all the caller's own; refused before the stream opens.
 * Refuses: sign_in_first, order_not_found.
 */
export async function orderChanges(ctx: Context, input: Asked, signal: AbortSignal | undefined) {
  const { wants } = await orderSource(ctx, input)
  return tell(followEvents(ctx, { lastEventId: beginOf(ctx, input.lastEventId), wants, signal }))
}

/** Steps of all orders, for staff. */
export const allOrderChanges = (
  ctx: Context,
  { lastEventId }: Pick<Asked, 'lastEventId'>,
  signal: AbortSignal | undefined,
) => tell(followEvents(ctx, { lastEventId: beginOf(ctx, lastEventId), wants: allOrdersSource.wants, signal }))

async function* tell(events: AsyncIterable<ShopEvent>) {
  for await (const event of events) yield tracked(String(event.position), changeView(event))
}

/** What a shared stream tells of orders. */
export interface OrderNews {
  news: 'order'
  order: OrderChangeView
}
const tellOrder = async (event: ShopEvent): Promise<OrderNews> => ({ news: 'order', order: changeView(event) })

/** Steps of one order or of all the caller's own, for a shared stream. Refuses: sign_in_first, order_not_found. */
export async function orderSource(ctx: Context, input: Asked): Promise<LiveSource<OrderNews>> {
  const { id } = input
  if (id !== undefined) await readOrder(ctx, { ...input, id })
  else if (ctx.user === null) refuse('sign_in_first')
  const wants = (event: ShopEvent) =>
    event.topic === 'order.changed' && (id === undefined ? event.userId === ctx.user?.id : event.subjectId === id)
  return { wants, tell: tellOrder }
}

/** Money that fits no order, by the order that it was meant for: for staff's shared stream. */
export const moneySource: LiveSource<OrderNews> = {
  wants: ({ topic }) => topic === 'money.changed',
  tell: tellOrder,
}

/** Steps of all orders, for staff's shared stream. */
export const allOrdersSource: LiveSource<OrderNews> = {
  wants: ({ topic }) => topic === 'order.changed',
  tell: tellOrder,
}
