import * as support from '@comptoir/db/stores/support'
import {
  AboutOrderInput,
  CreateThreadInput,
  MessagesInput,
  OrderMessagesInput,
  PostMessageInput,
  ReadThreadInput,
  SupportCountsInput,
  ThreadIdInput,
  ThreadsListInput,
  WriteAboutOrderInput,
} from '@comptoir/domain/support/inputs'
import type { TRPCRouterRecord } from '@trpc/server'
import { change, isRepeat } from '../../change.ts'
import type { Context } from '../../context.ts'
import { anyone, signedIn } from '../../trpc.ts'
import { limitCalls, sourceOf } from '../../services/limits.ts'
import { AboutOrderView } from './about-order-view.ts'
import { createThread } from './create-thread.ts'
import { followMessages } from './follow-messages.ts'
import { followThreads } from './follow-threads.ts'
import { followOrderMessages } from './follow-order-messages.ts'
import { readThread } from './read-thread.ts'
import { showAboutOrder } from './show-about-order.ts'
import { UnreadView } from './support-counts-view.ts'
import { postMessage } from './post-message.ts'
import { showThread } from './show-thread.ts'
import { guestOwner, writeAboutOrder } from './write-about-order.ts'
import { ThreadPageView, threadSummaryView, ThreadView } from './thread-view.ts'

const hour = 3_600_000
const mostAnHour = 60

/** So many messages an hour; one that is sent again with its key is none. Refuses: too_many_requests. */
const limitMessages = async (ctx: Context, operation: string, bucket: string): Promise<void> => {
  if (!(await isRepeat(ctx, operation))) await limitCalls(ctx, bucket, mostAnHour, hour)
}

/** Conversations with the shop, as their customer sees them. */
export const supportForShop = {
  create: signedIn
    .input(CreateThreadInput)
    .output(ThreadView)
    .mutation(async ({ ctx, input }) => {
      await limitMessages(ctx, 'support.create', `support:${ctx.user.id}`)
      return change(ctx, 'support.create', input, async (tx, fresh) =>
        showThread(tx, await createThread(tx, ctx.user.id, input, fresh), ctx.user.id),
      )
    }),

  list: signedIn
    .input(ThreadsListInput)
    .output(ThreadPageView)
    .query(async ({ ctx, input }) => {
      const { rows, nextCursor } = await support.list(ctx.db.read, { userId: ctx.user.id }, input)
      return { items: rows.map(threadSummaryView), nextCursor }
    }),

  get: signedIn
    .input(ThreadIdInput)
    .output(ThreadView)
    .query(({ ctx, input }) => showThread(ctx.db.read, input.id, ctx.user.id)),

  post: signedIn
    .input(PostMessageInput)
    .output(ThreadView)
    .mutation(async ({ ctx, input }) => {
      await limitMessages(ctx, 'support.post', `support:${ctx.user.id}`)
      return change(ctx, 'support.post', input, async (tx, fresh) => {
        await postMessage(tx, ctx.user.id, input, fresh)
        return showThread(tx, input.id, ctx.user.id)
      })
    }),

  read: signedIn
    .input(ReadThreadInput)
    .output(ThreadView)
    .mutation(({ ctx, input }) =>
      change(ctx, 'support.read', input, async (tx) =>
        showThread(tx, await readThread(tx, ctx.user.id, input), ctx.user.id),
      ),
    ),

  counts: signedIn
    .input(SupportCountsInput)
    .output(UnreadView)
    .query(async ({ ctx }) => ({
      unread: await support.countUnread(ctx.db.read, 'customer', { userId: ctx.user.id }),
    })),

  /** What a guest and the shop wrote about the order in hand. Refuses: order_not_found. */
  aboutOrder: anyone
    .input(AboutOrderInput)
    .output(AboutOrderView)
    .query(({ ctx, input }) => showAboutOrder(ctx, input)),

  /** A guest writes about the order in hand; an account opens a conversation instead. Refuses: order_not_found, too_many_requests. */
  writeAboutOrder: anyone
    .input(WriteAboutOrderInput)
    .output(ThreadView)
    .mutation(async ({ ctx, input }) => {
      const owner = guestOwner(ctx, input)
      await limitMessages(ctx, 'support.writeAboutOrder', `support-of:${sourceOf(ctx.address)}`)
      return change(ctx, 'support.writeAboutOrder', input, async (tx, fresh) =>
        showThread(tx, await writeAboutOrder(tx, owner, input, fresh), { guestOrder: input.id }),
      )
    }),

  /** Messages about the order in hand, as they come. Refuses: order_not_found. */
  onOrderMessage: anyone
    .input(OrderMessagesInput)
    .subscription(({ ctx, input, signal }) => followOrderMessages(ctx, input, signal)),

  onChange: signedIn
    .input(MessagesInput)
    .subscription(({ ctx, input, signal }) => followThreads(ctx, ctx.user.id, input, signal)),

  onMessage: signedIn
    .input(MessagesInput)
    .subscription(({ ctx, input, signal }) => followMessages(ctx, ctx.user.id, input, signal)),
} satisfies TRPCRouterRecord
