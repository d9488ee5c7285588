import { CheckBooksInput, SystemInput } from '@comptoir/domain/system/inputs'
import type { TRPCRouterRecord } from '@trpc/server'
import { change } from '../../change.ts'
import { noteDeed, staffCall } from '../../staff-call.ts'
import { staff } from '../../trpc.ts'
import { showSystem } from './show-system.ts'
import { SystemView } from './system-view.ts'

/** The shop as a whole, in the hands of admins. */
export const systemForAdmin = {
  get: staff
    .input(SystemInput)
    .output(SystemView)
    .query(({ ctx }) => showSystem(ctx)),

  /** Starts a check of the books, unless one is under way; `get` tells how far it is and what the newest one found. */
  checkBooks: staff
    .input(CheckBooksInput)
    .output(SystemView)
    .mutation(async ({ ctx, input }) => {
      let asked = false
      const { books } = ctx.upkeep
      // As it was when it was asked for: a repeat of the call starts nothing and hears the same.
      const answer = await change(ctx, 'system.checkBooks', input, async (tx, fresh) => {
        asked = true
        await noteDeed(tx, staffCall(ctx), { action: 'system.checkBooks', subjectId: 'books' }, fresh)
        return { ...(await showSystem(ctx, tx)), checking: books.progress ?? { done: 0, of: 0 } }
      })
      if (asked) books.start()
      return answer
    }),
} satisfies TRPCRouterRecord
