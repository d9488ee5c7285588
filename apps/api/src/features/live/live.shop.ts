import { type Id, refuse } from '@comptoir/domain'
import { ShopLiveInput, type ShopTopic } from '@comptoir/domain/live/inputs'
import type { TRPCRouterRecord } from '@trpc/server'
import type { Context } from '../../context.ts'
import type { LiveSource } from '../../services/live-source.ts'
import { anyone } from '../../trpc.ts'
import { type StockNews, stockSource } from '../catalog/stock-changes.ts'
import { type OrderNews, orderSource } from '../orders/order-changes.ts'
import { type MessageNews, messageSource } from '../support/follow-messages.ts'
import { orderMessageSource } from '../support/follow-order-messages.ts'
import { followTopics } from './follow-topics.ts'

type ShopNews = StockNews | OrderNews | MessageNews

const signedIn = ({ user }: Context): Id<'user'> => (user === null ? refuse('sign_in_first') : user.id)

function sourceOf(ctx: Context, topic: ShopTopic): Promise<LiveSource<ShopNews>> {
  if (topic.about === 'stock') return stockSource(ctx, topic.productId)
  if (topic.about === 'order') return orderSource(ctx, topic)
  if (topic.about === 'orders') return orderSource(ctx, {})
  if (topic.about === 'order_messages') return orderMessageSource(ctx, topic)
  return messageSource(ctx, signedIn(ctx), topic.id)
}

/** One stream per tab, whatever its pages listen to. */
export const liveForShop = {
  /** Refuses: sign_in_first, product_not_found, order_not_found, thread_not_found, as the streams of their own do. */
  follow: anyone.input(ShopLiveInput).subscription(async ({ ctx, input: { topics, lastEventId }, signal }) => {
    const sources: LiveSource<ShopNews>[] = []
    for (const topic of topics) sources.push(await sourceOf(ctx, topic))
    return followTopics(ctx, sources, { lastEventId, signal })
  }),
} satisfies TRPCRouterRecord
