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
      await change(ctx, 'system.checkBooks', input, (tx, fresh) =>
        noteDeed(tx, staffCall(ctx), { action: 'system.checkBooks', subjectId: 'books' }, fresh),
      )
      ctx.upkeep.books.start()
      return showSystem(ctx)
    }),
} satisfies TRPCRouterRecord
