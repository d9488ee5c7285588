import * as support from '@comptoir/db/stores/support'
import { AdminThreadsInput, MessagesInput, PostMessageInput, ThreadIdInput } from '@comptoir/domain/support/inputs'
import type { TRPCRouterRecord } from '@trpc/server'
import { change } from '../../change.ts'
import { staff } from '../../trpc.ts'
import { closeThread } from './close-thread.ts'
import { followMessages } from './follow-messages.ts'
import { replyToThread } from './reply-to-thread.ts'
import { showThreadToStaff } from './show-thread.ts'
import { staffCall } from '../../staff-call.ts'
import { StaffThreadPageView, staffThreadSummaryView, StaffThreadView } from './thread-view.ts'

/** Conversations with customers, as the staff see them. */
export const supportForAdmin = {
  list: staff
    .input(AdminThreadsInput)
    .output(StaffThreadPageView)
    .query(async ({ ctx, input }) => {
      const { rows, nextCursor } = await support.list(ctx.db.read, { state: input.state }, input)
      return { items: rows.map(staffThreadSummaryView), nextCursor }
    }),

  get: staff
    .input(ThreadIdInput)
    .output(StaffThreadView)
    .query(({ ctx, input }) => showThreadToStaff(ctx.db.read, input.id)),

  reply: staff
    .input(PostMessageInput)
    .output(StaffThreadView)
    .mutation(({ ctx, input }) =>
      change(ctx, 'support.reply', input, async (tx, fresh) =>
        showThreadToStaff(tx, await replyToThread(tx, staffCall(ctx), input, fresh)),
      ),
    ),

  close: staff
    .input(ThreadIdInput)
    .output(StaffThreadView)
    .mutation(({ ctx, input }) =>
      change(ctx, 'support.close', input, async (tx, fresh) =>
        showThreadToStaff(tx, await closeThread(tx, staffCall(ctx), input.id, fresh)),
      ),
    ),

  onMessage: staff
    .input(MessagesInput)
    .subscription(({ ctx, input, signal }) => followMessages(ctx, 'staff', input, signal)),
} satisfies TRPCRouterRecord
