import type { Writer } from '@comptoir/db'
import * as people from '@comptoir/db/stores/people'
import { readSettings } from '@comptoir/db/stores/settings'
import * as tokens from '@comptoir/db/stores/tokens'
import { dayIn, dayPlus, type Id, refuse, startOfDay } from '@comptoir/domain'
import { mostTokenDays, mostTokens, type Role, scopesOf, type TokenKind } from '@comptoir/domain/people'
import type { CreateTokenInput } from '@comptoir/domain/people/inputs'
import type { Fresh } from '../../change.ts'
import type { Context, CurrentUser } from '../../context.ts'
import { limitCalls } from '../../services/limits.ts'
import { tokenHash, tokenSecret } from '../../services/tokens.ts'
import { type TokenView, tokenView } from './tokens-view.ts'

const quarterHour = 15 * 60_000

/** Whoever makes a token, or has the account erased, says their password again: an open browser is not enough. SAFETY S-40. Refuses: wrong_password, too_many_requests. */
export async function provePassword(
  ctx: Context & { user: CurrentUser },
  password: string,
  what: 'token' | 'erasure' = 'token',
): Promise<void> {
  await limitCalls(ctx, `${what}-password:${ctx.user.id}`, 10, quarterHour)
  const account = (await people.find(ctx.db.read, ctx.user.id)) ?? refuse('sign_in_first')
  if (!(await ctx.passwords.verify(account.passwordHash, password))) refuse('wrong_password')
}

/** The end of a token's last day, in the shop's time. Refuses: token_end_refused. */
async function endOf(tx: Writer, endsOn: string, mostDays: number, now: Date): Promise<Date> {
  const { timeZone } = await readSettings(tx)
  const from = dayIn(timeZone, now)
  const to = dayPlus(from, mostDays)
  if (endsOn < from || endsOn > to) refuse('token_end_refused', { from, to })
  return startOfDay(timeZone, dayPlus(endsOn, 1))
}

type Wanted = Omit<CreateTokenInput, 'password'>

/**
 * Makes a token for its holder, as a row without its secret; `seed` is what the secret follows from. Never wider than the holder's role of now.
 * Refuses: not_allowed, token_end_refused, tokens_full.
 */
export async function makeToken(
  tx: Writer,
  holder: { userId: Id<'user'>; role: Role; kind: TokenKind; createdById: Id<'user'> },
  { name, scopes, endsOn }: Wanted,
  { fresh, seed }: { fresh: Fresh; seed: string },
): Promise<TokenView> {
  const { userId, role, kind, createdById } = holder
  const { now } = fresh
  const offered = scopesOf(role, kind)
  if (!scopes.every((scope) => offered.includes(scope))) refuse('not_allowed')
  const endsAt = await endOf(tx, endsOn, mostTokenDays(role, kind), now)
  if ((await tokens.countStanding(tx, userId, now)) >= mostTokens) refuse('tokens_full', { most: mostTokens })
  const id = fresh.id('token')
  const secret = tokenSecret(kind, seed, id)
  const hint = `${secret.slice(0, 4)}…${secret.slice(-4)}`
  const row = { id, userId, kind, name, scopes: offered.filter((scope) => scopes.includes(scope)), hint, createdById }
  await tokens.insert(tx, { ...row, secretHash: tokenHash(secret), createdAt: now, endsAt })
  const made = { ...row, secretHash: '', createdAt: now, endsAt, revokedAt: null, usedAt: null }
  return tokenView(made, now)
}
