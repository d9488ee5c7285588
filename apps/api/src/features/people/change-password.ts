import * as people from '@comptoir/db/stores/people'
import * as staff from '@comptoir/db/stores/staff'
import * as tokens from '@comptoir/db/stores/tokens'
import { refuse } from '@comptoir/domain'
import { checkPassword } from '@comptoir/domain/people'
import type { ChangePasswordInput } from '@comptoir/domain/people/inputs'
import { changeWithSecret } from '../../change.ts'
import type { Context, CurrentUser } from '../../context.ts'
import { limitCalls } from '../../services/limits.ts'
import { endOtherSessions } from '../../services/sessions.ts'
import { openProven } from './sign-in.ts'
import { type Started, startSession } from './start-session.ts'

const quarterHour = 15 * 60_000

/**
 * Replaces the caller's password, ends every session and access token of theirs and opens a new session. A repeat finds the new password in place and
 * signs in afresh. Refuses: wrong_password, password_too_short, password_too_long, password_too_common, too_many_requests.
 */
export async function changePassword(
  ctx: Context & { user: CurrentUser },
  { current, next }: ChangePasswordInput,
): Promise<Started> {
  const { id, role, sessionKind } = ctx.user
  await limitCalls(ctx, `change-password:${id}`, 10, quarterHour)
  checkPassword(next, role)
  return (await replace()) ?? (await replace()) ?? refuse('shop_busy')

  /** Null when another change came between. */
  async function replace(): Promise<Started | null> {
    const account = await people.find(ctx.db.read, id)
    if (account === undefined) return refuse('sign_in_first')
    if (!(await ctx.passwords.verify(account.passwordHash, current))) {
      if (!(await ctx.passwords.verify(account.passwordHash, next))) refuse('wrong_password')
      return openProven(ctx, account, { kind: sessionKind })
    }
    const hash = await ctx.passwords.hash(next)
    return changeWithSecret(ctx, async (tx, fresh) => {
      if (!(await people.movePassword(tx, id, account.passwordHash, hash))) return null
      await endOtherSessions(tx, id)
      await tokens.revokeOfUser(tx, id, fresh.now)
      await staff.dropLinks(tx, id, { handedOut: false })
      return startSession(tx, ctx, { user: account, kind: sessionKind }, fresh)
    })
  }
}
