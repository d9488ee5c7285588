import { createHash } from 'node:crypto'
import { crc32 } from 'node:zlib'
import type { Database, Reader } from '@comptoir/db'
import * as tokens from '@comptoir/db/stores/tokens'
import { type Id, refuse } from '@comptoir/domain'
import type { Scope, TokenKind } from '@comptoir/domain/people'
import type { Context, CurrentUser, Services } from '../context.ts'

const prefixes = { personal: 'cpt_', app: 'cpa_' } as const satisfies Record<TokenKind, string>
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** A number in 62 digits, `length` of them. */
function base62(value: bigint, length: number): string {
  let text = ''
  for (let rest = value; text.length < length; rest /= 62n) text = digits.charAt(Number(rest % 62n)) + text
  return text
}

// Six digits that follow from the others: who searches text for secrets knows a real token from a word that looks like one.
const checksumOf = (body: string): string => base62(BigInt(crc32(body)), 6)

/**
 * The secret of a token: its prefix, 176 bits in 30 characters and a checksum. It follows from `seed`, which only the call knows, and the token's
 * id, so that a repeat of the call gets it again and nobody keeps it.
 */
export function tokenSecret(kind: TokenKind, seed: string, id: Id<'token'>): string {
  const chance = createHash('sha256').update(`token:${kind}:${seed}:${id}`).digest('hex').slice(0, 44)
  const body = prefixes[kind] + base62(BigInt(`0x${chance}`), 30)
  return body + checksumOf(body)
}

/** Whether a bearer secret is meant to be an access token and not a session. */
export const looksLikeToken = (secret: string): boolean => /^cp[ta]_/.test(secret)
const isTokenSecret = (secret: string): boolean =>
  /^cp[ta]_[0-9A-Za-z]{36}$/.test(secret) && checksumOf(secret.slice(0, -6)) === secret.slice(-6)

/** The hash under which a secret is stored; the secret itself is never kept (INV-64). */
export const tokenHash = (secret: string): string => createHash('sha256').update(secret).digest('hex')

type Found = NonNullable<Awaited<ReturnType<typeof tokens.find>>>
const stands = ({ token, account }: Found, now: Date): boolean =>
  token.revokedAt === null && token.endsAt > now && !account.disabled

/** So long a token's last use is not written again. */
const useEveryMs = 60_000

/**
 * Who holds this token: null when it is malformed, over, revoked, or its holder is disabled. Role and person are read at each call; the last use
 * is written at most once a minute. SAFETY S-42, INV-62.
 */
export async function findToken(
  { db, clock, log }: { db: Database; clock: Services['clock']; log: Services['log'] },
  secret: string,
): Promise<CurrentUser | null> {
  if (!isTokenSecret(secret)) return null
  const now = clock()
  const found = await tokens.find(db.read, { secretHash: tokenHash(secret) })
  if (found === undefined || !stands(found, now)) return null
  const { token, account, usedAt } = found
  if (usedAt === null || Math.abs(now.getTime() - usedAt.getTime()) >= useEveryMs)
    await db
      .write((tx) => tokens.saveUse(tx, token.id, now))
      // A call is not refused because its time could not be noted.
      .catch((err: unknown) => log.warn({ err }, 'the last use of a token was not kept'))
  const { id, email, role, locale } = account
  const { id: tokenId, scopes } = token
  return { id, email, role, locale, sessionId: token.secretHash, sessionKind: 'token', token: { id: tokenId, scopes } }
}

/** Whether a stream that a token opened may go on: same token, same holder, same role. */
export async function tokenStands(
  db: Reader,
  now: Date,
  { role, token }: { role: CurrentUser['role']; token: Pick<tokens.TokenRow, 'id'> },
): Promise<boolean> {
  const found = await tokens.find(db, { id: token.id })
  return found !== undefined && stands(found, now) && found.account.role === role
}

/** Lets a token pass that was made for this; whoever signed in passes. Refuses: token_refused, scope_missing. */
export function allowScope({ user }: Pick<Context, 'user'>, scope: Scope | null | undefined): void {
  if (user === null || user.token === null) return
  if (scope == null) return refuse('token_refused')
  if (!user.token.scopes.includes(scope)) refuse('scope_missing', { scope })
}
