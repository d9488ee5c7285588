import * as people from '@comptoir/db/stores/people'
import * as staff from '@comptoir/db/stores/staff'
import * as tokens from '@comptoir/db/stores/tokens'
import { refuse } from '@comptoir/domain'
import { checkPassword } from '@comptoir/domain/people'
import type { AcceptInviteInput } from '@comptoir/domain/people/inputs'
import { changeWithSecret } from '../../change.ts'
import type { Context } from '../../context.ts'
import { limitCalls, sourceOf } from '../../services/limits.ts'
import { endOtherSessions } from '../../services/sessions.ts'
import { noteDeed } from '../../staff-call.ts'
import { linkHash } from './invite-colleague.ts'
import { limitGuesses, provenAccount } from './prove-person.ts'
import { openProven } from './sign-in.ts'
import { type Started, startSession } from './start-session.ts'

const hour = 3_600_000

/**
 * A colleague chooses a password with the one-time link and enters; every session of theirs from before ends. A repeat with the same
 * password signs in afresh. Refuses: link_not_found, password_too_short, password_too_long, password_too_common, too_many_requests.
 */
export async function acceptInvite(
  ctx: Context,
  { token, name, password, session }: AcceptInviteInput,
): Promise<Started> {
  await limitCalls(ctx, `invite:${sourceOf(ctx.address)}`, 30, hour)
  const tokenHash = linkHash(token)
  const found = (await staff.findLink(ctx.db.read, tokenHash)) ?? refuse('link_not_found')
  const { account } = found
  if (found.link.expiresAt <= ctx.clock() || account.disabled) refuse('link_not_found')
  checkPassword(password, account.role)
  if (found.link.usedAt !== null) return again(account)
  const hash = await ctx.passwords.hash(password)
  const started = await changeWithSecret(ctx, async (tx, fresh) => {
    const user = await people.take(tx, account.id)
    if (user === undefined || user.disabled || !(await staff.moveLink(tx, tokenHash, fresh.now))) return null
    await people.movePassword(tx, user.id, user.passwordHash, hash)
    const named = { ...user, name: name || user.name }
    await people.saveProfile(tx, named)
    await endOtherSessions(tx, user.id)
    await tokens.revokeOfUser(tx, user.id, fresh.now)
    const by = { actorId: user.id, address: ctx.address, requestId: ctx.requestId }
    await noteDeed(tx, by, { action: 'auth.acceptInvite', subjectId: user.id }, fresh)
    return startSession(tx, ctx, { user: named, kind: session }, fresh)
  })
  // Another call was quicker.
  return started ?? again((await people.find(ctx.db.read, account.id)) ?? account)

  async function again(used: people.Account): Promise<Started> {
    await limitGuesses(ctx, used.email)
    const proven = await provenAccount(ctx, used, password)
    return (proven && (await openProven(ctx, proven, { kind: session }))) ?? refuse('link_not_found')
  }
}
