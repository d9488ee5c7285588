import type { Id } from '@comptoir/domain'
import { staffRoles } from '@comptoir/domain/people'
import { and, asc, eq, gt, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import { decodeCursor, pageOf } from '../cursor.ts'
import type { Reader, Writer } from '../database.ts'
import type { Account } from './people.ts'

/** A one-time link that lets a colleague choose a password; only its hash is kept. */
export interface StaffLink {
  userId: Id<'user'>
  tokenHash: string
  createdById: Id<'user'>
  createdAt: Date
  expiresAt: Date
  usedAt: Date | null
}
/** A colleague, and until when a link waits for them. */
export type Colleague = Account & { linkEndsAt: Date | null }

/** Everybody who may enter the console, in the order of their arrival, a page of them; apps are nobody. Refuses: cursor_invalid. */
export async function list(db: Reader, { cursor, limit }: { cursor?: string | undefined; limit: number }) {
  const after = decodeCursor('staff', ['string'], cursor)
  const rows = await colleagues(db, after && gt(db.tables.users.id, after[0] as Id<'user'>), limit + 1)
  return pageOf(rows, limit, 'staff', ({ id }) => [id])
}

/** A colleague by their id; undefined for anybody else. */
export const find = async (db: Reader, id: Id<'user'>): Promise<Colleague | undefined> =>
  (await colleagues(db, eq(db.tables.users.id, id), 1))[0]

async function colleagues(db: Reader, which: SQL | undefined, limit: number): Promise<Colleague[]> {
  const { users, staffLinks, apps } = db.tables
  const rows = await db
    .select({ account: users, linkEndsAt: staffLinks.expiresAt })
    .from(users)
    .leftJoin(staffLinks, and(eq(staffLinks.userId, users.id), isNull(staffLinks.usedAt)))
    .leftJoin(apps, eq(apps.userId, users.id))
    .where(and(inArray(users.role, staffRoles), isNull(apps.userId), which))
    .orderBy(asc(users.id))
    .limit(limit)
  return rows.map(({ account, linkEndsAt }) => ({ ...account, linkEndsAt }))
}

/** Locks the admins who may act, so that none of them is demoted meanwhile; answers their ids. */
export async function takeAdmins(tx: Writer): Promise<Id<'user'>[]> {
  const { users } = tx.tables
  const rows = await tx
    .update(users)
    .set({ version: sql`${users.version} + 1` })
    .where(and(eq(users.role, 'admin'), eq(users.disabled, false)))
    .returning({ id: users.id })
  return rows.map(({ id }) => id)
}

/** Keeps a colleague's link; the one before opens nothing any more. */
export async function saveLink(tx: Writer, link: Omit<StaffLink, 'usedAt'>): Promise<void> {
  const { userId: target } = tx.tables.staffLinks
  const fresh = { ...link, usedAt: null }
  await tx.insert(tx.tables.staffLinks).values(fresh).onConflictDoUpdate({ target, set: fresh })
}

/** Drops the link that waits for this person and, with `handedOut`, those that this person handed out and nobody used yet. */
export async function dropLinks(tx: Writer, id: Id<'user'>, { handedOut }: { handedOut: boolean }): Promise<void> {
  const { staffLinks } = tx.tables
  const theirs = handedOut ? or(eq(staffLinks.userId, id), eq(staffLinks.createdById, id)) : eq(staffLinks.userId, id)
  await tx.delete(staffLinks).where(and(theirs, isNull(staffLinks.usedAt)))
}

/** A link and its person, used or not; undefined when there is none. */
export async function findLink(
  db: Reader,
  tokenHash: string,
): Promise<{ link: StaffLink; account: Account } | undefined> {
  const { staffLinks, users } = db.tables
  const [row] = await db
    .select({ link: staffLinks, account: users })
    .from(staffLinks)
    .innerJoin(users, eq(users.id, staffLinks.userId))
    .where(eq(staffLinks.tokenHash, tokenHash))
  return row
}

/** Uses a link, once: answers whether it was fresh. */
export async function moveLink(tx: Writer, tokenHash: string, now: Date): Promise<boolean> {
  const { staffLinks } = tx.tables
  const rows = await tx
    .update(staffLinks)
    .set({ usedAt: now })
    .where(and(eq(staffLinks.tokenHash, tokenHash), isNull(staffLinks.usedAt), gt(staffLinks.expiresAt, now)))
    .returning({ userId: staffLinks.userId })
  return rows.length === 1
}
