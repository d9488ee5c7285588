import * as people from '@comptoir/db/stores/people'
import { refuse } from '@comptoir/domain'
import { normaliseEmail } from '@comptoir/domain/people'
import type { LoginInput } from '@comptoir/domain/people/inputs'
import { changeWithSecret } from '../../change.ts'
import type { Context } from '../../context.ts'
import { forgetCalls } from '../../services/limits.ts'
import type { SessionKind } from '../../services/sessions.ts'
import { limitSignIn, mayEnter, provenAccount, signInBucket } from './prove-person.ts'
import { type Started, startSession } from './start-session.ts'

/**
 * Opens a session for e-mail and password. Known and unknown e-mails get the same answer after the same work.
 * Refuses: wrong_credentials, too_many_requests, shop_busy.
 */
export async function signIn(ctx: Context, input: LoginInput): Promise<Started> {
  const email = normaliseEmail(input.email)
  await limitSignIn(ctx, email)
  const account = await provenAccount(ctx, await people.findByEmail(ctx.db.read, email), input.password)
  if (account === null) refuse('wrong_credentials')
  const stronger = ctx.passwords.outdated(account.passwordHash) ? await ctx.passwords.hash(input.password) : null
  const tries = signInBucket(ctx, email)
  const started = await openProven(ctx, account, { kind: input.session, stronger, tries })
  return started ?? refuse('wrong_credentials')
}

/** Opens the session of an account that was proven a moment ago, and forgets its tries; null when its password or standing changed since. */
export const openProven = (
  ctx: Context,
  proven: people.Account,
  { kind, stronger = null, tries }: { kind: SessionKind; stronger?: string | null; tries?: string },
): Promise<Started | null> =>
  changeWithSecret(ctx, async (tx, fresh) => {
    const user = await people.take(tx, proven.id)
    if (user === undefined || user.passwordHash !== proven.passwordHash || !mayEnter(ctx.face, user)) return null
    if (stronger !== null) await people.movePassword(tx, user.id, user.passwordHash, stronger)
    if (tries !== undefined) await forgetCalls(tx, tries)
    return startSession(tx, ctx, { user, kind }, fresh)
  })
