import type { Reader } from '@comptoir/db'
import * as tokens from '@comptoir/db/stores/tokens'
import { type Id, refuse } from '@comptoir/domain'
import { isStaff } from '@comptoir/domain/people'
import { CreateTokenInput, TokenIdInput, TokensInput } from '@comptoir/domain/people/inputs'
import type { TRPCRouterRecord } from '@trpc/server'
import { change } from '../../change.ts'
import type { CurrentUser } from '../../context.ts'
import { takeStanding } from '../../services/take-standing.ts'
import { tokenSecret } from '../../services/tokens.ts'
import { noteDeed, staffCall } from '../../staff-call.ts'
import { signedIn } from '../../trpc.ts'
import { linkSeed } from './invite-colleague.ts'
import { makeToken, provePassword } from './make-token.ts'
import { NewTokenView, TokensView, tokensView } from './tokens-view.ts'

const own = async (db: Reader, { id, role }: CurrentUser, now: Date) =>
  tokensView(await tokens.listOf(db, [id]), role, now)

/** What the programs of one person call with. No token makes, lists or revokes tokens. */
export const tokensForShop = {
  list: signedIn
    .input(TokensInput)
    .output(TokensView)
    .query(({ ctx }) => own(ctx.db.read, ctx.user, ctx.clock())),

  /**
   * Makes a token and answers its secret, once; a repeat with the same key gets it again.
   * Refuses: wrong_password, not_allowed, token_end_refused, tokens_full, too_many_requests.
   */
  create: signedIn
    .input(CreateTokenInput)
    .output(NewTokenView)
    .mutation(async ({ ctx, input: { password, ...wanted } }) => {
      await provePassword(ctx, password)
      const seed = linkSeed(ctx)
      const token = await change(ctx, 'tokens.create', wanted, async (tx, fresh) => {
        // Locked, so that two calls at once do not pass the most that one may have; the role is that of now.
        const { id, role } = await takeStanding(tx, ctx.user.id)
        const holder = { userId: id, role, kind: 'personal' as const, createdById: id }
        const made = await makeToken(tx, holder, wanted, { fresh, seed })
        const { name, scopes, endsAt } = made
        if (isStaff(role))
          await noteDeed(
            tx,
            staffCall(ctx),
            { action: 'tokens.create', subjectId: made.id, after: { name, scopes, endsAt } },
            fresh,
          )
        return made
      })
      return { secret: tokenSecret('personal', seed, token.id as Id<'token'>), token }
    }),

  /** From the next call on the token opens nothing. Refuses: token_not_found. */
  revoke: signedIn
    .input(TokenIdInput)
    .output(TokensView)
    .mutation(({ ctx, input }) =>
      change(ctx, 'tokens.revoke', input, async (tx, fresh) => {
        const { now } = fresh
        const found = await tokens.revoke(tx, input.id, { kind: 'personal', userId: ctx.user.id, now })
        if (found === undefined) refuse('token_not_found')
        if (isStaff(ctx.user.role) && found.revokedAt === null)
          await noteDeed(tx, staffCall(ctx), { action: 'tokens.revoke', subjectId: found.id }, fresh)
        return own(tx, ctx.user, now)
      }),
    ),
} satisfies TRPCRouterRecord
