import { and, desc, eq, lt, ne } from 'drizzle-orm'
import type { Id } from '@comptoir/domain'
import type { Reader, Writer } from '../database.ts'
import { prepared } from '../prepared.ts'
import type { Account } from './people.ts'

/** A session as stored: `id` is the SHA-256 of the secret, `expiresAt` the idle end, `endsAt` the absolute one. */
export interface SessionRow {
  id: string
  userId: Id<'user'>
  kind: 'cookie' | 'token'
  createdAt: Date
  expiresAt: Date
  endsAt: Date
  userAgent: string
}

const withAccount = prepared(({ tables: { sessions: s, users }, ...db }: Reader, hole) =>
  db
    .select({ session: s, account: users })
    .from(s)
    .innerJoin(users, eq(users.id, s.userId))
    .where(eq(s.id, hole('id', s.id))),
)

/** A session and its person, as they are at this moment. */
export async function find(db: Reader, id: string): Promise<{ session: SessionRow; account: Account } | undefined> {
  const [row] = await withAccount(db, { id })
  return row
}

/** The sessions of a person, those that end last first. */
export async function listOfUser(db: Reader, userId: Id<'user'>, most = 100): Promise<SessionRow[]> {
  const { sessions } = db.tables
  return db.select().from(sessions).where(eq(sessions.userId, userId)).orderBy(desc(sessions.expiresAt)).limit(most)
}

export async function insert(tx: Writer, row: SessionRow): Promise<void> {
  await tx.insert(tx.tables.sessions).values(row)
}

/** Moves the idle end. */
export async function saveEnd(tx: Writer, id: string, expiresAt: Date): Promise<void> {
  const { sessions } = tx.tables
  await tx.update(sessions).set({ expiresAt }).where(eq(sessions.id, id))
}

export async function remove(tx: Writer, id: string): Promise<void> {
  await tx.delete(tx.tables.sessions).where(eq(tx.tables.sessions.id, id))
}

/** Removes a person's sessions, all or all but one. */
export async function removeOfUser(tx: Writer, userId: Id<'user'>, exceptId?: string): Promise<void> {
  const { sessions } = tx.tables
  const others = exceptId === undefined ? undefined : ne(sessions.id, exceptId)
  await tx.delete(sessions).where(and(eq(sessions.userId, userId), others))
}

/** Removes sessions that are over; the idle end never passes the absolute one. */
export async function removeEnded(tx: Writer, now: Date): Promise<void> {
  const { sessions } = tx.tables
  await tx.delete(sessions).where(lt(sessions.expiresAt, now))
}
