import type { Id } from '@comptoir/domain'
import type { Scope, TokenKind } from '@comptoir/domain/people'
import { and, count, desc, eq, gt, inArray, isNull, lt, or } from 'drizzle-orm'
import type { Reader, Writer } from '../database.ts'
import type { Account } from './people.ts'

/** A token as stored: never its secret, only the SHA-256 of it. */
export interface TokenRow {
  id: Id<'token'>
  userId: Id<'user'>
  kind: TokenKind
  name: string
  secretHash: string
  hint: string
  scopes: Scope[]
  createdById: Id<'user'>
  createdAt: Date
  endsAt: Date
  revokedAt: Date | null
}
export type UsedToken = TokenRow & { usedAt: Date | null }

/** A token with its holder, as both are at this moment. */
export async function find(
  db: Reader,
  by: { secretHash: string } | { id: Id<'token'> },
): Promise<{ token: TokenRow; account: Account; usedAt: Date | null } | undefined> {
  const { tokens, tokenUses, users } = db.tables
  const [row] = await db
    .select({ token: tokens, account: users, usedAt: tokenUses.usedAt })
    .from(tokens)
    .innerJoin(users, eq(users.id, tokens.userId))
    .leftJoin(tokenUses, eq(tokenUses.tokenId, tokens.id))
    .where('id' in by ? eq(tokens.id, by.id) : eq(tokens.secretHash, by.secretHash))
  return row
}

/** The tokens of these people that nobody revoked, the newest first, at most 500. */
export async function listOf(db: Reader, userIds: readonly Id<'user'>[]): Promise<UsedToken[]> {
  if (userIds.length === 0) return []
  const { tokens, tokenUses } = db.tables
  const rows = await db
    .select({ token: tokens, usedAt: tokenUses.usedAt })
    .from(tokens)
    .leftJoin(tokenUses, eq(tokenUses.tokenId, tokens.id))
    .where(and(inArray(tokens.userId, [...userIds]), isNull(tokens.revokedAt)))
    .orderBy(desc(tokens.id))
    .limit(500)
  return rows.map(({ token, usedAt }) => ({ ...token, usedAt }))
}

/** How many tokens of a person stand at `now`. */
export async function countStanding(db: Reader, userId: Id<'user'>, now: Date): Promise<number> {
  const { tokens } = db.tables
  const [row] = await db
    .select({ n: count().mapWith(Number) })
    .from(tokens)
    .where(and(eq(tokens.userId, userId), isNull(tokens.revokedAt), gt(tokens.endsAt, now)))
  return row?.n ?? 0
}

export async function insert(tx: Writer, row: Omit<TokenRow, 'revokedAt'>): Promise<void> {
  await tx.insert(tx.tables.tokens).values({ ...row, revokedAt: null })
}

/** Revokes a token of one kind, of this owner where one is given; answers it, or undefined when there is no such token. */
export async function revoke(
  tx: Writer,
  id: Id<'token'>,
  { kind, userId, now }: { kind: TokenKind; userId?: Id<'user'>; now: Date },
): Promise<TokenRow | undefined> {
  const { tokens } = tx.tables
  const own = userId === undefined ? undefined : eq(tokens.userId, userId)
  const which = and(eq(tokens.id, id), eq(tokens.kind, kind), own)
  const [found] = await tx.select().from(tokens).where(which)
  if (found === undefined || found.revokedAt !== null) return found
  await tx
    .update(tokens)
    .set({ revokedAt: now })
    .where(and(which, isNull(tokens.revokedAt)))
  return found
}

/** Revokes every token of a person. */
export async function revokeOfUser(tx: Writer, userId: Id<'user'>, now: Date): Promise<void> {
  const { tokens } = tx.tables
  await tx
    .update(tokens)
    .set({ revokedAt: now })
    .where(and(eq(tokens.userId, userId), isNull(tokens.revokedAt)))
}

/** Keeps when a token was last used. */
export async function saveUse(tx: Writer, tokenId: Id<'token'>, usedAt: Date): Promise<void> {
  const { tokenUses } = tx.tables
  await tx
    .insert(tokenUses)
    .values({ tokenId, usedAt })
    .onConflictDoUpdate({ target: tokenUses.tokenId, set: { usedAt } })
}

/** Drops tokens that ended or were revoked before `before`. */
export async function dropOld(tx: Writer, before: Date): Promise<void> {
  const { tokens, tokenUses } = tx.tables
  const over = tx
    .select({ id: tokens.id })
    .from(tokens)
    .where(or(lt(tokens.endsAt, before), lt(tokens.revokedAt, before)))
    .limit(200)
  await tx.delete(tokenUses).where(inArray(tokenUses.tokenId, over))
  await tx.delete(tokens).where(inArray(tokens.id, over))
}
