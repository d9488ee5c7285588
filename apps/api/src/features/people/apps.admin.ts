import type { Reader } from '@comptoir/db'
import * as appStore from '@comptoir/db/stores/apps'
import * as tokens from '@comptoir/db/stores/tokens'
import { type Id, refuse } from '@comptoir/domain'
import {
  AppRoleInput,
  AppsInput,
  CloseAppInput,
  CreateAppInput,
  CreateAppTokenInput,
  TokenIdInput,
} from '@comptoir/domain/people/inputs'
import type { TRPCRouterRecord } from '@trpc/server'
import { change } from '../../change.ts'
import { tokenSecret } from '../../services/tokens.ts'
import { noteDeed, staffCall } from '../../staff-call.ts'
import { staff } from '../../trpc.ts'
import { activeAdmin, changeStanding } from './change-standing.ts'
import { createApp, getApp } from './create-app.ts'
import { linkSeed } from './invite-colleague.ts'
import { makeToken, provePassword } from './make-token.ts'
import { AppsView, appsView, NewTokenView } from './tokens-view.ts'

async function everyApp(db: Reader, now: Date): Promise<AppsView> {
  const apps = await appStore.list(db)
  const ids = apps.map(({ id }) => id)
  return appsView(apps, await tokens.listOf(db, ids), now)
}

/** Programs that work for the shop, in the hands of admins: each with a role, and tokens never wider than it. */
export const appsForAdmin = {
  list: staff
    .input(AppsInput)
    .output(AppsView)
    .query(({ ctx }) => everyApp(ctx.db.read, ctx.clock())),

  /** Refuses: not_allowed. */
  create: staff
    .input(CreateAppInput)
    .output(AppsView)
    .mutation(async ({ ctx, input }) => {
      const passwordHash = await ctx.passwords.hash(Buffer.from(ctx.random(32)).toString('base64url'))
      return change(ctx, 'apps.create', input, async (tx, fresh) => {
        await createApp(tx, staffCall(ctx), input, { fresh, passwordHash })
        return everyApp(tx, fresh.now)
      })
    }),

  /** Refuses: wrong_password, app_not_found, not_allowed, token_end_refused, tokens_full, too_many_requests. */
  addToken: staff
    .input(CreateAppTokenInput)
    .output(NewTokenView)
    .mutation(async ({ ctx, input: { password, ...wanted } }) => {
      await provePassword(ctx, password)
      const seed = linkSeed(ctx)
      const token = await change(ctx, 'apps.addToken', wanted, async (tx, fresh) => {
        await activeAdmin(tx, staffCall(ctx))
        const app = await getApp(tx, wanted.appId)
        if (app.disabled) refuse('not_allowed')
        const holder = { userId: app.id, role: app.role, kind: 'app' as const, createdById: ctx.user.id }
        const made = await makeToken(tx, holder, wanted, { fresh, seed })
        const { id, name, scopes, endsAt } = made
        const after = { id, name, scopes, endsAt }
        await noteDeed(tx, staffCall(ctx), { action: 'apps.addToken', subjectId: app.id, after }, fresh)
        return made
      })
      return { secret: tokenSecret('app', seed, token.id as Id<'token'>), token }
    }),

  /** Refuses: token_not_found. */
  revokeToken: staff
    .input(TokenIdInput)
    .output(AppsView)
    .mutation(({ ctx, input }) =>
      change(ctx, 'apps.revokeToken', input, async (tx, fresh) => {
        const found = await tokens.revoke(tx, input.id, { kind: 'app', now: fresh.now })
        if (found === undefined) refuse('token_not_found')
        const before = { id: found.id, name: found.name }
        if (found.revokedAt === null)
          await noteDeed(tx, staffCall(ctx), { action: 'apps.revokeToken', subjectId: found.userId, before }, fresh)
        return everyApp(tx, fresh.now)
      }),
    ),

  /** Its tokens are as wide as the new role from the next call on. Refuses: not_allowed, app_not_found. */
  setRole: staff
    .input(AppRoleInput)
    .output(AppsView)
    .mutation(({ ctx, input }) =>
      change(ctx, 'apps.setRole', input, async (tx, fresh) => {
        await getApp(tx, input.id)
        await changeStanding(tx, staffCall(ctx), { ...input, action: 'apps.setRole' }, fresh)
        return everyApp(tx, fresh.now)
      }),
    ),

  /** Closes an app and revokes its tokens, or opens it again, without any. Refuses: not_allowed, app_not_found. */
  close: staff
    .input(CloseAppInput)
    .output(AppsView)
    .mutation(({ ctx, input: { id, closed } }) =>
      change(ctx, 'apps.close', { id, closed }, async (tx, fresh) => {
        await getApp(tx, id)
        await changeStanding(tx, staffCall(ctx), { id, disabled: closed, action: 'apps.close' }, fresh)
        return everyApp(tx, fresh.now)
      }),
    ),
} satisfies TRPCRouterRecord
