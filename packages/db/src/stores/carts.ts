import { cents, type Id } from '@comptoir/domain'
import type { Cart } from '@comptoir/domain/cart'
import { and, asc, eq, notInArray, sql } from 'drizzle-orm'
import type { Reader, Writer } from '../database.ts'

/** Whose cart: an account's, or that of a guest who holds a token (stored as its SHA-256). */
export type CartOwner = { userId: Id<'user'> } | { tokenHash: string }

/** An open cart with the version that `take` counts up. */
export type OpenCart = Cart & { version: number }

const ownedBy = (db: Reader, owner: CartOwner) => {
  const { carts } = db.tables
  return and(
    eq(carts.state, 'open'),
    'userId' in owner ? eq(carts.ownerKey, owner.userId) : eq(carts.tokenHash, owner.tokenHash),
  )
}

/** The open cart of an owner, with its lines in order. */
export async function findOpen(db: Reader, owner: CartOwner): Promise<OpenCart | undefined> {
  const { carts } = db.tables
  const [row] = await db.select().from(carts).where(ownedBy(db, owner))
  return row && { id: row.id, userId: row.userId, version: row.version, lines: await linesOf(db, row.id) }
}

/** The same, locked until the transaction ends. */
export async function takeOpen(tx: Writer, owner: CartOwner): Promise<OpenCart | undefined> {
  const { carts } = tx.tables
  const [row] = await tx
    .update(carts)
    .set({ version: sql`${carts.version} + 1` })
    .where(ownedBy(tx, owner))
    .returning()
  return row && { id: row.id, userId: row.userId, version: row.version, lines: await linesOf(tx, row.id) }
}

/** A guest's cart by its token's hash, whatever became of it: a closed one stays findable for its order. */
export async function findByToken(db: Reader, tokenHash: string) {
  const { carts } = db.tables
  const [row] = await db.select().from(carts).where(eq(carts.tokenHash, tokenHash))
  return row
}

/**
 * The open cart of an owner, locked; opens an empty one where there is none. Two first adds at once share one cart. Undefined when the
 * token's cart is closed.
 */
export async function takeOrOpen(
  tx: Writer,
  owner: CartOwner,
  fresh: { id: Id<'cart'>; now: Date },
): Promise<OpenCart | undefined> {
  const known = await takeOpen(tx, owner)
  if (known !== undefined) return known
  await tx
    .insert(tx.tables.carts)
    .values({
      id: fresh.id,
      userId: 'userId' in owner ? owner.userId : null,
      ownerKey: 'userId' in owner ? owner.userId : null,
      tokenHash: 'tokenHash' in owner ? owner.tokenHash : null,
      state: 'open',
      orderId: null,
      mergedIntoId: null,
      createdAt: fresh.now,
      updatedAt: fresh.now,
      version: 0,
    })
    .onConflictDoNothing()
  return takeOpen(tx, owner)
}

/** Keeps the lines of a cart that was taken, as they shall be. */
export async function saveLines(tx: Writer, cart: Cart, now: Date): Promise<void> {
  const { carts, cartLines } = tx.tables
  const ids = cart.lines.map(({ id }) => id)
  await tx
    .delete(cartLines)
    .where(and(eq(cartLines.cartId, cart.id), ids.length > 0 ? notInArray(cartLines.id, ids) : undefined))
  if (ids.length > 0)
    await tx
      .insert(cartLines)
      .values(
        cart.lines.map(({ id, variantId, quantity, seenUnitCents }, position) => ({
          id,
          cartId: cart.id,
          variantId,
          quantity,
          seenUnitCents: cents(seenUnitCents),
          position,
        })),
      )
      .onConflictDoUpdate({
        target: cartLines.id,
        set: {
          quantity: sql`excluded.quantity`,
          seenUnitCents: sql`excluded.seen_unit_cents`,
          position: sql`excluded.position`,
        },
      })
  await tx.update(carts).set({ updatedAt: now }).where(eq(carts.id, cart.id))
}

/** Closes a cart that became an order; the account may open another one. */
export async function close(tx: Writer, cartId: Id<'cart'>, orderId: Id<'order'>): Promise<void> {
  const { carts } = tx.tables
  await tx.update(carts).set({ state: 'ordered', orderId, ownerKey: null }).where(eq(carts.id, cartId))
}

/** Closes a guest's cart whose lines are in an account's cart now. */
export async function closeMerged(tx: Writer, cartId: Id<'cart'>, intoId: Id<'cart'>): Promise<void> {
  const { carts } = tx.tables
  await tx.update(carts).set({ state: 'merged', mergedIntoId: intoId }).where(eq(carts.id, cartId))
}

async function linesOf(db: Reader, cartId: Id<'cart'>): Promise<Cart['lines']> {
  const { cartLines } = db.tables
  const rows = await db
    .select()
    .from(cartLines)
    .where(eq(cartLines.cartId, cartId))
    .orderBy(asc(cartLines.position), asc(cartLines.id))
  return rows.map(({ id, variantId, quantity, seenUnitCents }) => ({ id, variantId, quantity, seenUnitCents }))
}
