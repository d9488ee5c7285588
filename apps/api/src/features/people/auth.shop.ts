import * as people from '@comptoir/db/stores/people'
import { KeepOrderInput, MeInput, RegisterInput } from '@comptoir/domain/people/inputs'
import type { TRPCRouterRecord } from '@trpc/server'
import { anyone } from '../../trpc.ts'
import { authForBoth } from './auth.admin.ts'
import { keepOrder } from './keep-order.ts'
import { MeView, profileView } from './profile-view.ts'
import { register } from './register.ts'
import { SessionView } from './session-view.ts'
import { handOver } from './start-session.ts'

/** The same as at the console, and registration. */
export const authForShop = {
  ...authForBoth,
  /** Who is calling, if anybody: a page may ask without being refused. */
  me: anyone
    .input(MeInput)
    .output(MeView)
    .query(async ({ ctx }) => {
      const user = ctx.user === null ? undefined : await people.find(ctx.db.read, ctx.user.id)
      return { user: user === undefined ? null : profileView(user) }
    }),

  register: anyone
    .input(RegisterInput)
    .output(SessionView)
    .mutation(async ({ ctx, input }) => handOver(ctx, await register(ctx, input))),

  /** Makes an account of a guest's order. Refuses: order_not_found, email_taken and what register does. */
  keepOrder: anyone
    .input(KeepOrderInput)
    .output(SessionView)
    .mutation(async ({ ctx, input }) => handOver(ctx, await keepOrder(ctx, input))),
} satisfies TRPCRouterRecord
