import { type Id, type IdKind, refuse } from '@comptoir/domain'
import {
  adjustStock,
  type MovementKind,
  type StockEffect,
  type StockLevel,
  stockStateOf,
} from '@comptoir/domain/catalog'
import { and, eq, exists, ne, sql } from 'drizzle-orm'
import type { Writer } from '../database.ts'
import { prepared } from '../prepared.ts'
import * as outbox from './outbox.ts'

/** Why stock changes: whose order, which staff, which call; `ids` hands out ids that were drawn before the transaction. */
export interface Cause {
  orderId: Id<'order'> | null
  actorId: Id<'user'> | null
  requestId: string
  reason: string
  at: Date
  ids: <K extends IdKind>(kind: K) => Id<K>
}

/** Pieces of a variant; `name` is what a refusal calls it. */
export interface Demand {
  variantId: Id<'variant'>
  quantity: number
  name: string
}

/** A difference to one variant's stock, with the kind of movement when the shelf changes. */
export interface NamedEffect extends StockEffect {
  name: string
}

/** Gives pieces to an order. Refuses: variant_not_found, out_of_stock with the name and what is left. RULES 4.8. */
export const allocate = (tx: Writer, demands: readonly Demand[], cause: Cause): Promise<void> =>
  apply(
    tx,
    demands.map((of) => effect(of, 0, of.quantity, null)),
    cause,
  )

/** Takes pieces back from an order that never left: the shelf stays as it is. */
export const release = (tx: Writer, demands: readonly Demand[], cause: Cause): Promise<void> =>
  apply(
    tx,
    demands.map((of) => effect(of, 0, -of.quantity, null)),
    cause,
  )

/** The pieces of an order leave the house: a sale. */
export const ship = (tx: Writer, demands: readonly Demand[], cause: Cause): Promise<void> =>
  apply(
    tx,
    demands.map((of) => effect(of, -of.quantity, -of.quantity, 'sale')),
    cause,
  )

/** Pieces that were sold are back on the shelf. */
export const returnToShelf = (tx: Writer, demands: readonly Demand[], cause: Cause): Promise<void> =>
  apply(
    tx,
    demands.map((of) => effect(of, of.quantity, 0, 'return')),
    cause,
  )

/** Corrects the shelf by a difference. Refuses: variant_not_found, stock_too_low. */
export async function adjust(
  tx: Writer,
  { variantId, change, kind = 'adjustment' }: { variantId: Id<'variant'>; change: number; kind?: MovementKind },
  cause: Cause,
): Promise<void> {
  await apply(tx, [{ variantId, onHand: change, allocated: 0, movement: kind, name: '' }], cause)
}

/**
 * Applies what the domain's `stockEffects` decided, or several of the above at once: one guarded update per variant on the
 * summed difference, variants in id order, then movements, the products' `inStock` and one `stock.changed` per product.
 * Refuses: variant_not_found, out_of_stock, stock_too_low. RULES 4.8.
 */
export async function apply(tx: Writer, effects: readonly NamedEffect[], cause: Cause): Promise<void> {
  const touched = new Map<Id<'product'>, { crossed: boolean; shown: boolean }>()
  for (const one of summed(effects)) {
    const { productId, before, after } = await move(tx, one)
    const known = touched.get(productId)
    const free = (level: StockLevel) => level.onHand - level.allocated
    touched.set(productId, {
      crossed: known?.crossed || free(before) > 0 !== free(after) > 0,
      shown: known?.shown || shownOf(free(before)) !== shownOf(free(after)),
    })
    if (one.movement !== null && one.onHand !== 0) await record(tx, one, cause)
  }
  for (const [productId, { crossed, shown }] of [...touched].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
    if (crossed) await keepInStock(tx, productId, cause.at)
    await outbox.add(tx, {
      id: cause.ids('event'),
      topic: 'stock.changed',
      subjectId: productId,
      userId: null,
      data: { shown },
      at: cause.at,
    })
  }
}

const effect = (
  { variantId, name }: Demand,
  onHand: number,
  allocated: number,
  movement: MovementKind | null,
): NamedEffect => ({ variantId, name, onHand, allocated, movement })

/** What a shopper can tell apart: the state, and the number when few are left. */
const shownOf = (available: number) => {
  const state = stockStateOf(available)
  return state === 'few_left' ? available : state
}

// One order of locking for everyone: rows are taken in the order of their ids.
function summed(effects: readonly NamedEffect[]): NamedEffect[] {
  const sums = new Map<string, NamedEffect>()
  for (const one of effects) {
    if (![one.onHand, one.allocated].every(Number.isSafeInteger)) throw new RangeError('stock counts whole pieces')
    const key = `${one.variantId} ${one.movement}`
    const known = sums.get(key)
    sums.set(
      key,
      known ? { ...known, onHand: known.onHand + one.onHand, allocated: known.allocated + one.allocated } : one,
    )
  }
  return [...sums].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one)
}

const shift = prepared(({ tables: { variants: v }, ...tx }: Writer, hole) => {
  const onHand = sql`${v.onHand} + ${hole('onHand', v.onHand)}`
  const allocated = sql`${v.allocated} + ${hole('allocated', v.allocated)}`
  const possible = sql`${onHand} >= 0 and ${allocated} >= 0 and ${allocated} <= ${onHand}`
  return tx
    .update(v)
    .set({ onHand, allocated })
    .where(and(eq(v.id, hole('variantId', v.id)), possible))
    .returning({ productId: v.productId, onHand: v.onHand, allocated: v.allocated })
})

async function move(tx: Writer, one: NamedEffect) {
  const [row] = await shift(tx, { ...one })
  if (row === undefined) return refuseMove(tx, one)
  const before = { onHand: row.onHand - one.onHand, allocated: row.allocated - one.allocated }
  return { productId: row.productId, before, after: { onHand: row.onHand, allocated: row.allocated } }
}

async function refuseMove(tx: Writer, one: NamedEffect): Promise<never> {
  const { variants } = tx.tables
  const [level] = await tx
    .select({ onHand: variants.onHand, allocated: variants.allocated })
    .from(variants)
    .where(eq(variants.id, one.variantId))
  if (level === undefined) return refuse('variant_not_found')
  if (one.allocated > 0) refuse('out_of_stock', { name: one.name, left: Math.max(0, level.onHand - level.allocated) })
  adjustStock(level, one.onHand)
  throw new RangeError(
    `the stock of ${one.variantId} cannot change by ${one.onHand} on hand, ${one.allocated} allocated`,
  )
}

async function record(tx: Writer, one: NamedEffect, cause: Cause): Promise<void> {
  await tx.insert(tx.tables.stockMovements).values({
    id: cause.ids('movement'),
    variantId: one.variantId,
    kind: one.movement ?? 'adjustment',
    quantity: one.onHand,
    orderId: cause.orderId,
    reason: cause.reason,
    actorId: cause.actorId,
    requestId: cause.requestId,
    at: cause.at,
  })
}

/** Brings a product's `inStock` in line with its variants. */
export async function keepInStock(tx: Writer, productId: Id<'product'>, at: Date): Promise<void> {
  const { products, variants } = tx.tables
  // Two sales of a product's last two variants meet here: the row is locked first, then read with fresh eyes.
  await tx.update(products).set({ updatedAt: at }).where(eq(products.id, productId))
  const some = exists(
    tx
      .select({ id: variants.id })
      .from(variants)
      .where(
        and(
          eq(variants.productId, productId),
          eq(variants.archived, false),
          sql`${variants.onHand} > ${variants.allocated}`,
        ),
      ),
  )
  await tx
    .update(products)
    .set({ inStock: sql`${some}` })
    .where(and(eq(products.id, productId), ne(products.inStock, sql`${some}`)))
}
