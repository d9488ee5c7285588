import { refuse } from '@comptoir/domain'
import { AdminLiveInput, type AdminTopic } from '@comptoir/domain/live/inputs'
import { may, type Permission } from '@comptoir/domain/people'
import type { TRPCRouterRecord } from '@trpc/server'
import type { Context } from '../../context.ts'
import type { LiveSource } from '../../services/live-source.ts'
import { signedIn } from '../../trpc.ts'
import { allOrdersSource, moneySource, type OrderNews } from '../orders/order-changes.ts'
import { type MessageNews, messageSource } from '../support/follow-messages.ts'
import { allThreadsSource, type ThreadNews } from '../support/follow-threads.ts'
import { followTopics } from './follow-topics.ts'

type StaffNews = OrderNews | MessageNews | ThreadNews

/** What the stream of each topic alone asks for. */
const needs = {
  orders: 'orders:read',
  messages: 'support:read',
  threads: 'support:read',
  money: 'orders:refund',
} as const satisfies Record<AdminTopic['about'], Permission>

const sourceOf = async (ctx: Context, { about }: AdminTopic): Promise<LiveSource<StaffNews>> =>
  about === 'messages'
    ? messageSource(ctx, 'staff', undefined)
    : { orders: allOrdersSource, threads: allThreadsSource, money: moneySource }[about]

/** One stream per tab of the console. */
export const liveForAdmin = {
  /** Refuses: not_allowed, where the caller's role does not read one of the topics. */
  follow: signedIn.input(AdminLiveInput).subscription(async ({ ctx, input: { topics, lastEventId }, signal }) => {
    for (const { about } of topics) if (!may(ctx.user.role, needs[about])) refuse('not_allowed')
    const sources: LiveSource<StaffNews>[] = []
    for (const topic of topics) sources.push(await sourceOf(ctx, topic))
    return followTopics(ctx, sources, { lastEventId, signal })
  }),
} satisfies TRPCRouterRecord
