import * as answers from '@comptoir/db/stores/saved-answers'
import * as support from '@comptoir/db/stores/support'
import {
  AdminThreadsInput,
  AnswerIdInput,
  AssignableInput,
  AssignThreadInput,
  MessagesInput,
  PostMessageInput,
  ReadThreadInput,
  SaveAnswerInput,
  SavedAnswersInput,
  SupportCountsInput,
  ThreadIdInput,
} from '@comptoir/domain/support/inputs'
import { permissions } from '@comptoir/domain/people'
import type { TRPCRouterRecord } from '@trpc/server'
import { change } from '../../change.ts'
import { staff } from '../../trpc.ts'
import { AssignableView } from './assignable-view.ts'
import { assignThread } from './assign-thread.ts'
import { closeThread, reopenThread } from './close-thread.ts'
import { followMessages } from './follow-messages.ts'
import { followThreads } from './follow-threads.ts'
import { readThread } from './read-thread.ts'
import { removeAnswer, saveAnswer } from './save-answer.ts'
import { SavedAnswersView, savedAnswersView, SupportCountsView } from './support-counts-view.ts'
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
      const { rows, nextCursor } = await support.list(
        ctx.db.read,
        {
          ...{ state: input.state, unreadByStaff: input.unread },
          assigneeId: input.assigned === undefined ? undefined : input.assigned === 'me' ? ctx.user.id : null,
        },
        input,
      )
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

  reopen: staff
    .input(ThreadIdInput)
    .output(StaffThreadView)
    .mutation(({ ctx, input }) =>
      change(ctx, 'support.reopen', input, async (tx, fresh) =>
        showThreadToStaff(tx, await reopenThread(tx, staffCall(ctx), input.id, fresh)),
      ),
    ),

  /** Whom a conversation may be given to. */
  assignable: staff
    .input(AssignableInput)
    .output(AssignableView)
    .query(async ({ ctx }) => ({ items: await support.listAssignable(ctx.db.read, permissions['support:write']) })),

  /** To a colleague who may answer, or with null to nobody. Refuses: thread_not_found, colleague_not_found. */
  assign: staff
    .input(AssignThreadInput)
    .output(StaffThreadView)
    .mutation(({ ctx, input }) =>
      change(ctx, 'support.assign', input, async (tx, fresh) =>
        showThreadToStaff(tx, await assignThread(tx, staffCall(ctx), input, fresh)),
      ),
    ),

  /** The staff have read it: one mark for all of them. */
  read: staff
    .input(ReadThreadInput)
    .output(StaffThreadView)
    .mutation(({ ctx, input }) =>
      change(ctx, 'support.read', input, async (tx) => showThreadToStaff(tx, await readThread(tx, 'staff', input))),
    ),

  counts: staff
    .input(SupportCountsInput)
    .output(SupportCountsView)
    .query(async ({ ctx }) => ({
      unread: await support.countUnread(ctx.db.read, 'staff', {}),
      mine: await support.countUnread(ctx.db.read, 'staff', { assigneeId: ctx.user.id }),
    })),

  answers: staff
    .input(SavedAnswersInput)
    .output(SavedAnswersView)
    .query(async ({ ctx }) => savedAnswersView(await answers.list(ctx.db.read))),

  /** Refuses: saved_answer_not_found, saved_answers_full. */
  saveAnswer: staff
    .input(SaveAnswerInput)
    .output(SavedAnswersView)
    .mutation(({ ctx, input }) =>
      change(ctx, 'support.saveAnswer', input, async (tx, fresh) => {
        await saveAnswer(tx, staffCall(ctx), input, fresh)
        return savedAnswersView(await answers.list(tx))
      }),
    ),

  /** One that is gone already is as good as removed. */
  removeAnswer: staff
    .input(AnswerIdInput)
    .output(SavedAnswersView)
    .mutation(({ ctx, input }) =>
      change(ctx, 'support.removeAnswer', input, async (tx, fresh) => {
        await removeAnswer(tx, staffCall(ctx), input.id, fresh)
        return savedAnswersView(await answers.list(tx))
      }),
    ),

  onChange: staff
    .input(MessagesInput)
    .subscription(({ ctx, input, signal }) => followThreads(ctx, 'staff', input, signal)),

  onMessage: staff
    .input(MessagesInput)
    .subscription(({ ctx, input, signal }) => followMessages(ctx, 'staff', input, signal)),
} satisfies TRPCRouterRecord
