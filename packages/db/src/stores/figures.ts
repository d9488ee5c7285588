import { type Cents, type Id, zero } from '@comptoir/domain'
import type { Order, OrderStatus } from '@comptoir/domain/orders'
import { and, desc, eq, gte, inArray, lte, sql } from 'drizzle-orm'
import type { Reader, Writer } from '../database.ts'
import { prepared, rowHoles, rowValues } from '../prepared.ts'

const enter = prepared(({ tables: { statusDays: t }, ...tx }: Writer, hole) =>
  tx
    .insert(t)
    .values(rowHoles(t, hole, 1))
    .onConflictDoUpdate({ target: [t.day, t.status], set: { orders: sql`${t.orders} + 1` } }),
)
const leave = prepared(({ tables: { statusDays: t }, ...tx }: Writer, hole) =>
  tx
    .update(t)
    .set({ orders: sql`${t.orders} - 1` })
    .where(and(eq(t.day, hole('day', t.day)), eq(t.status, hole('from', t.status)))),
)

/** An order enters a status, leaving another: counted under the day on which it was placed. */
export async function countStatus(tx: Writer, day: string, from: OrderStatus | null, to: OrderStatus): Promise<void> {
  if (from === to) return
  const { statusDays } = tx.tables
  // The row that grows comes first and always exists after; days are touched in one order by all writes.
  await enter(tx, rowValues(statusDays, [{ day, status: to, orders: 1 }]))
  if (from !== null) await leave(tx, { day, from })
}

const addMoney = prepared(({ tables: { salesDays: s }, ...tx }: Writer, hole) =>
  tx
    .insert(s)
    .values(rowHoles(s, hole, 1))
    .onConflictDoUpdate({
      target: s.day,
      set: {
        paidOrders: sql`${s.paidOrders} + excluded.paid_orders`,
        revenueCents: sql`${s.revenueCents} + excluded.revenue_cents`,
        refundedCents: sql`${s.refundedCents} + excluded.refunded_cents`,
      },
    }),
)

/** Money came in or went back on a day. */
export async function countMoney(
  tx: Writer,
  day: string,
  {
    paidOrders = 0,
    revenueCents = zero,
    refundedCents = zero,
  }: { paidOrders?: number; revenueCents?: Cents; refundedCents?: Cents },
): Promise<void> {
  await addMoney(tx, rowValues(tx.tables.salesDays, [{ day, paidOrders, revenueCents, refundedCents }]))
}

const addSold = prepared(({ tables: { productDays: p }, ...tx }: Writer, hole) =>
  tx
    .insert(p)
    .values(rowHoles(p, hole, 1))
    .onConflictDoUpdate({
      target: [p.day, p.productId],
      set: {
        quantity: sql`${p.quantity} + excluded.quantity`,
        grossCents: sql`${p.grossCents} + excluded.gross_cents`,
      },
    }),
)

/** Products sold on a day, in id order so that rival writes lock alike. */
export async function countSold(tx: Writer, day: string, order: Pick<Order, 'lines'>): Promise<void> {
  const { productDays: p } = tx.tables
  const sold = [...Map.groupBy(order.lines, (line) => line.productId)].toSorted(([a], [b]) => (a < b ? -1 : 1))
  for (const [productId, lines] of sold) {
    const quantity = lines.reduce((sum, line) => sum + line.quantity, 0)
    const grossCents = lines.reduce((sum, line) => sum + line.grossCents, 0) as Cents
    await addSold(tx, rowValues(p, [{ day, productId, quantity, grossCents }]))
  }
}

const total = (column: Parameters<typeof sql>[1]) => sql<number>`coalesce(sum(${column}), 0)`.mapWith(Number)

/** The figures of a range of days, from the kept counts. */
export async function readFigures(db: Reader, from: string, to: string) {
  const { salesDays: s, statusDays: t, productDays: p } = db.tables
  const days = await db
    .select()
    .from(s)
    .where(and(gte(s.day, from), lte(s.day, to)))
    .orderBy(s.day)
    .limit(3700)
  const statuses = await db
    .select({ status: t.status, orders: total(t.orders) })
    .from(t)
    .where(and(gte(t.day, from), lte(t.day, to)))
    .groupBy(t.status)
  const top = await db
    .select({ productId: p.productId, quantity: total(p.quantity), grossCents: total(p.grossCents) })
    .from(p)
    .where(and(gte(p.day, from), lte(p.day, to)))
    .groupBy(p.productId)
    .orderBy(desc(total(p.quantity)), p.productId)
    .limit(10)
  return { days, statuses, top }
}

/** Products on the shelf that sold since a day, the most wanted first. */
export async function listBestSold(db: Reader, from: string, most: number): Promise<Id<'product'>[]> {
  const { productDays: p, products } = db.tables
  const rows = await db
    .select({ productId: p.productId })
    .from(p)
    .innerJoin(products, eq(products.id, p.productId))
    .where(and(gte(p.day, from), eq(products.state, 'published'), eq(products.inStock, true)))
    .groupBy(p.productId)
    .orderBy(desc(total(p.quantity)), p.productId)
    .limit(most)
  return rows.map(({ productId }) => productId)
}

/** Names of products in a language, for lists of figures. */
export async function productNames(db: Reader, ids: readonly Id<'product'>[], language: 'fr' | 'en') {
  const { productTexts } = db.tables
  if (ids.length === 0) return new Map<Id<'product'>, string>()
  const rows = await db
    .select()
    .from(productTexts)
    .where(inArray(productTexts.productId, [...ids]))
  const named = new Map(rows.map((row) => [row.productId, row.name]))
  for (const row of rows) if (row.language === language) named.set(row.productId, row.name)
  return named
}

/** Variants on sale with few pieces free, the scarcest first. */
export async function listLowStock(db: Reader, atMost: number, most: number) {
  const { variants: v, products } = db.tables
  const available = sql<number>`${v.onHand} - ${v.allocated}`.mapWith(Number)
  return db
    .select({ variantId: v.id, productId: v.productId, values: v.values, available })
    .from(v)
    .innerJoin(products, eq(products.id, v.productId))
    .where(and(eq(products.state, 'published'), eq(v.archived, false), lte(available, atMost)))
    .orderBy(available, v.id)
    .limit(most)
}
