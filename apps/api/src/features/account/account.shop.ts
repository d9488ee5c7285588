import { EraseAccountInput, ExportAccountInput } from '@comptoir/domain/people/inputs'
import type { TRPCRouterRecord } from '@trpc/server'
import { change } from '../../change.ts'
import { signedIn } from '../../trpc.ts'
import { provePassword } from '../people/make-token.ts'
import { AccountExportView, ErasureView } from './account-view.ts'
import { eraseAccount } from './erase-account.ts'
import { exportOwnAccount } from './export-account.ts'

/** What the law lets everybody do with what a shop holds about them. */
export const accountForShop = {
  /** Refuses: too_many_requests. */
  export: signedIn
    .input(ExportAccountInput)
    .output(AccountExportView)
    .query(({ ctx }) => exportOwnAccount(ctx)),

  /** Asks for the password again. Refuses: wrong_password, too_many_requests, shop_busy. */
  erase: signedIn
    .input(EraseAccountInput)
    .output(ErasureView)
    .mutation(async ({ ctx, input }) => {
      await provePassword(ctx, input.password, 'erasure')
      const nobodys = await ctx.passwords.hash(Buffer.from(ctx.random(32)).toString('base64url'))
      const { user, requestId } = ctx
      const erasure = await change(ctx, 'account.erase', {}, (tx, fresh) =>
        eraseAccount(tx, user, { requestId, nobodys }, fresh),
      )
      if (erasure.outcome === 'erased' && user.sessionKind === 'cookie') {
        ctx.reply.clearCookie('session')
        ctx.reply.clearCookie('orders')
      }
      return erasure
    }),
} satisfies TRPCRouterRecord
