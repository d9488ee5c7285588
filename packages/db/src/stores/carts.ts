import { cents, type Id } from '@comptoir/domain'
import type { Cart } from '@comptoir/domain/cart'
import { and, asc, eq, notInArray, sql } from 'drizzle-orm'
import type { Reader, Writer } from '../database.ts'
import { type Hole, holes, listed, prepared, rowHoles, rowValues } from '../prepared.ts'

/** Whose cart: an account's, or that of a guest who holds a token (stored as its SHA-256). */
export type CartOwner = { userId: Id<'user'> } | { tokenHash: string }

/** An open cart with the version that `take` counts up. */
export type OpenCart = Cart & { version: number }

const openOfUser = ({ carts }: Reader['tables'], hole: Hole) =>
  and(eq(carts.state, 'open'), eq(carts.ownerKey, hole('userId', carts.ownerKey)))
const openOfToken = ({ carts }: Reader['tables'], hole: Hole) =>
  and(eq(carts.state, 'open'), eq(carts.tokenHash, hole('tokenHash', carts.tokenHash)))
const finding = (owned: typeof openOfUser) =>
  prepared((db: Reader, hole) => db.select().from(db.tables.carts).where(owned(db.tables, hole)))
const findOf = { user: finding(openOfUser), token: finding(openOfToken) }
const taking = (owned: typeof openOfUser) =>
  prepared(({ tables, ...tx }: Writer, hole) =>
    tx
      .update(tables.carts)
      .set({ version: sql`${tables.carts.version} + 1` })
      .where(owned(tables, hole))
      .returning(),
  )
const takeOf = { user: taking(openOfUser), token: taking(openOfToken) }
const kindOf = (owner: CartOwner) => ('userId' in owner ? 'user' : 'token')

/** The open cart of an owner, with its lines in order. */
export async function findOpen(db: Reader, owner: CartOwner): Promise<OpenCart | undefined> {
  const [row] = await findOf[kindOf(owner)](db, owner)
  return row && { id: row.id, userId: row.userId, version: row.version, lines: await linesOf(db, row.id) }
}

/** The same, locked until the transaction ends. */
export async function takeOpen(tx: Writer, owner: CartOwner): Promise<OpenCart | undefined> {
  const [row] = await takeOf[kindOf(owner)](tx, owner)
  return row && { id: row.id, userId: row.userId, version: row.version, lines: await linesOf(tx, row.id) }
}

const byToken = prepared(({ tables: { carts }, ...db }: Reader, hole) =>
  db
    .select()
    .from(carts)
    .where(eq(carts.tokenHash, hole('tokenHash', carts.tokenHash))),
)

/** A guest's cart by its token's hash, whatever became of it: a closed one stays findable for its order. */
export async function findByToken(db: Reader, tokenHash: string) {
  const [row] = await byToken(db, { tokenHash })
  return row
}

const open = prepared(({ tables: { carts }, ...tx }: Writer, hole) =>
  tx
    .insert(carts)
    .values(rowHoles(carts, hole, 1))
    .onConflictDoNothing(),
)

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
  const cart = {
    id: fresh.id,
    userId: 'userId' in owner ? owner.userId : null,
    ownerKey: 'userId' in owner ? owner.userId : null,
    tokenHash: 'tokenHash' in owner ? owner.tokenHash : null,
    state: 'open' as const,
    orderId: null,
    mergedIntoId: null,
    createdAt: fresh.now,
    updatedAt: fresh.now,
    version: 0,
  }
  await open(tx, rowValues(tx.tables.carts, [cart]))
  return takeOpen(tx, owner)
}

const dropOthers = prepared(({ tables: { cartLines: l }, ...tx }: Writer, hole, size) => {
  const others = size > 0 ? notInArray(l.id, holes(hole, l.id, size)) : undefined
  return tx.delete(l).where(and(eq(l.cartId, hole('cartId', l.cartId)), others))
})
const keepLines = prepared(({ tables: { cartLines }, ...tx }: Writer, hole, size) =>
  tx
    .insert(cartLines)
    .values(rowHoles(cartLines, hole, size))
    .onConflictDoUpdate({
      target: cartLines.id,
      set: {
        quantity: sql`excluded.quantity`,
        seenUnitCents: sql`excluded.seen_unit_cents`,
        position: sql`excluded.position`,
      },
    }),
)
const touch = prepared(({ tables: { carts }, ...tx }: Writer, hole) =>
  tx
    .update(carts)
    .set({ updatedAt: hole('now', carts.updatedAt) })
    .where(eq(carts.id, hole('id', carts.id))),
)

/** Keeps the lines of a cart that was taken, as they shall be. */
export async function saveLines(tx: Writer, cart: Cart, now: Date): Promise<void> {
  const rows = cart.lines.map(({ id, variantId, quantity, seenUnitCents }, position) => ({
    ...{ id, cartId: cart.id, variantId, quantity, seenUnitCents: cents(seenUnitCents), position },
  }))
  await dropOthers(tx, { cartId: cart.id, ...listed(rows.map(({ id }) => id)) }, rows.length)
  if (rows.length > 0) await keepLines(tx, rowValues(tx.tables.cartLines, rows), rows.length)
  await touch(tx, { id: cart.id, now })
}

const closeInto = prepared(({ tables: { carts }, ...tx }: Writer, hole) =>
  tx
    .update(carts)
    .set({ state: 'ordered', orderId: hole('orderId', carts.orderId), ownerKey: null })
    .where(eq(carts.id, hole('cartId', carts.id))),
)

/** Closes a cart that became an order; the account may open another one. */
export async function close(tx: Writer, cartId: Id<'cart'>, orderId: Id<'order'>): Promise<void> {
  await closeInto(tx, { cartId, orderId })
}

/** Closes a guest's cart whose lines are in an account's cart now. */
export async function closeMerged(tx: Writer, cartId: Id<'cart'>, intoId: Id<'cart'>): Promise<void> {
  const { carts } = tx.tables
  await tx.update(carts).set({ state: 'merged', mergedIntoId: intoId }).where(eq(carts.id, cartId))
}

const linesOfCart = prepared(({ tables: { cartLines: l }, ...db }: Reader, hole) =>
  db
    .select()
    .from(l)
    .where(eq(l.cartId, hole('cartId', l.cartId)))
    .orderBy(asc(l.position), asc(l.id)),
)

async function linesOf(db: Reader, cartId: Id<'cart'>): Promise<Cart['lines']> {
  const rows = await linesOfCart(db, { cartId })
  return rows.map(({ id, variantId, quantity, seenUnitCents }) => ({ id, variantId, quantity, seenUnitCents }))
}
