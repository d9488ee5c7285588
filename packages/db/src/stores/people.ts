import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Id, Locale } from '@comptoir/domain'
import { personWords, type Role, type User } from '@comptoir/domain/people'
import type { Reader, Writer } from '../database.ts'
import { prepared } from '../prepared.ts'

/** A person's whole row; the password's hash stays between the store and the sign-in. */
export interface Account extends User {
  passwordHash: string
  disabled: boolean
  /** When the person had the account erased. */
  erasedAt: Date | null
  version: number
}
export interface NewAccount {
  id: Id<'user'>
  /** Normalised by `normaliseEmail`. */
  email: string
  name: string
  phone: string
  locale: Locale
  role: Role
  passwordHash: string
  createdAt: Date
}

/** The account of an id; undefined when there is none. */
export async function find(db: Reader, id: Id<'user'>): Promise<Account | undefined> {
  const [row] = await byId(db, { id })
  return row
}
const byId = prepared(({ tables: { users }, ...db }: Reader, hole) =>
  db
    .select()
    .from(users)
    .where(eq(users.id, hole('id', users.id))),
)

/** The account of a normalised e-mail; undefined when there is none. */
export async function findByEmail(db: Reader, email: string): Promise<Account | undefined> {
  const [row] = await byEmail(db, { email })
  return row
}
const byEmail = prepared(({ tables: { users }, ...db }: Reader, hole) =>
  db
    .select()
    .from(users)
    .where(eq(users.email, hole('email', users.email))),
)

/** Locks and reads an account; undefined when there is none. */
export async function take(tx: Writer, id: Id<'user'>): Promise<Account | undefined> {
  const { users } = tx.tables
  const [row] = await tx
    .update(users)
    .set({ version: sql`${users.version} + 1` })
    .where(eq(users.id, id))
    .returning()
  return row
}

/** Makes an account; undefined when the e-mail already has one (INV-63). */
export async function insert(tx: Writer, account: NewAccount): Promise<Account | undefined> {
  const { users } = tx.tables
  const [row] = await tx
    .insert(users)
    .values({ ...account, disabled: false, version: 1 })
    .onConflictDoNothing()
    .returning()
  if (row !== undefined) await saveWords(tx, row)
  return row
}

/** Keeps what a person is found by. */
async function saveWords(tx: Writer, { id: userId, ...person }: Pick<User, 'id' | 'email' | 'name'>): Promise<void> {
  const { userWords } = tx.tables
  await tx.delete(userWords).where(eq(userWords.userId, userId))
  const words = personWords(person).map((word) => ({ word, userId }))
  if (words.length > 0) await tx.insert(userWords).values(words)
}

/** Keeps what a person may change of their profile. */
export async function saveProfile(
  tx: Writer,
  { id, email, name, phone, locale }: Pick<User, 'id' | 'email' | 'name' | 'phone' | 'locale'>,
): Promise<void> {
  const { users } = tx.tables
  await tx.update(users).set({ name, phone, locale }).where(eq(users.id, id))
  await saveWords(tx, { id, email, name })
}

/** Replaces the password's hash, unless another change replaced it since it was read; answers whether it did. */
export async function movePassword(tx: Writer, id: Id<'user'>, from: string, to: string): Promise<boolean> {
  const { users } = tx.tables
  const rows = await tx
    .update(users)
    .set({ passwordHash: to, version: sql`${users.version} + 1` })
    .where(and(eq(users.id, id), eq(users.passwordHash, from)))
    .returning({ id: users.id })
  return rows.length === 1
}

/** Changes the role or closes and reopens an account; it holds from the next call on. */
export async function saveStanding(
  tx: Writer,
  id: Id<'user'>,
  standing: { role?: Role; disabled?: boolean },
): Promise<void> {
  const { users } = tx.tables
  await tx.update(users).set(standing).where(eq(users.id, id))
}

/** What people are called beside what they did: their name, else their e-mail. */
export async function namesOf(db: Reader, ids: readonly Id<'user'>[]): Promise<Map<Id<'user'>, string>> {
  if (ids.length === 0) return new Map()
  const { users } = db.tables
  const rows = await db
    .select({ id: users.id, name: users.name, email: users.email })
    .from(users)
    .where(inArray(users.id, [...new Set(ids)]))
  return new Map(rows.map(({ id, name, email }) => [id, name || email]))
}
