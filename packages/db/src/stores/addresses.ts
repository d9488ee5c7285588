import type { Id } from '@comptoir/domain'
import type { SavedAddress } from '@comptoir/domain/people'
import { and, asc, eq } from 'drizzle-orm'
import type { Reader, Writer } from '../database.ts'

/** The address book of a person, in the order of its places. */
export async function list(db: Reader, userId: Id<'user'>): Promise<SavedAddress[]> {
  const { addresses } = db.tables
  const rows = await db
    .select()
    .from(addresses)
    .where(eq(addresses.userId, userId))
    .orderBy(asc(addresses.place))
    .limit(20)
  return rows.map(({ userId: _, defaultOf, createdAt: __, ...row }) => ({ ...row, isDefault: defaultOf !== null }))
}

export async function insert(
  tx: Writer,
  userId: Id<'user'>,
  { isDefault: _, ...address }: SavedAddress,
  createdAt: Date,
): Promise<void> {
  await tx.insert(tx.tables.addresses).values({ ...address, userId, defaultOf: null, createdAt })
}

/** Keeps the words of an address of this person. */
export async function save(
  tx: Writer,
  userId: Id<'user'>,
  { id, place: _, isDefault: __, ...words }: SavedAddress,
): Promise<void> {
  const { addresses } = tx.tables
  await tx
    .update(addresses)
    .set(words)
    .where(and(eq(addresses.id, id), eq(addresses.userId, userId)))
}

export async function remove(tx: Writer, userId: Id<'user'>, id: Id<'address'>): Promise<void> {
  const { addresses } = tx.tables
  await tx.delete(addresses).where(and(eq(addresses.id, id), eq(addresses.userId, userId)))
}

/** Makes an address the default of its person; the one before is none any more. */
export async function moveDefault(tx: Writer, userId: Id<'user'>, id: Id<'address'>): Promise<void> {
  const { addresses } = tx.tables
  await tx.update(addresses).set({ defaultOf: null }).where(eq(addresses.defaultOf, userId))
  await tx
    .update(addresses)
    .set({ defaultOf: userId })
    .where(and(eq(addresses.id, id), eq(addresses.userId, userId)))
}
