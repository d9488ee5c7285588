import { type Id, refuse } from '@comptoir/domain'
import type { Order } from '@comptoir/domain/orders'
import { and, asc, eq, inArray, isNull, lte, notExists, type SQL, sql } from 'drizzle-orm'
import type { Reader, Writer } from '../database.ts'
import type { Actor, OrderEventKind } from '../tables/orders.ts'

/** Whose orders a caller may see: an account's own, or the one that a guest's access token opens. */
export type OrderOwner = { userId: Id<'user'> } | { accessTokenHash: string }

const ownedBy = (db: Reader, owner: OrderOwner): SQL =>
  'userId' in owner
    ? eq(db.tables.orders.userId, owner.userId)
    : eq(db.tables.orders.accessTokenHash, owner.accessTokenHash)

type OrderRow = Reader['tables']['orders']['$inferSelect']

async function whole(db: Reader, row: OrderRow): Promise<Order> {
  const { orderLines, orderTaxes, deliveries } = db.tables
  const lines = await db
    .select()
    .from(orderLines)
    .where(eq(orderLines.orderId, row.id))
    .orderBy(asc(orderLines.position))
  const taxes = await db.select().from(orderTaxes).where(eq(orderTaxes.orderId, row.id))
  const [parcel] = await db.select().from(deliveries).where(eq(deliveries.orderId, row.id))
  const { accessTokenHash: _, ...order } = row
  return {
    ...order,
    lines: lines.map(({ vatCategory, rateBp, orderId: __, ...line }) => ({
      ...line,
      vat: { category: vatCategory, rateBp },
    })),
    groups: taxes
      .map(({ vatCategory, rateBp, netCents, taxCents, grossCents }) => ({
        vat: { category: vatCategory, rateBp },
        netCents,
        taxCents,
        grossCents,
      }))
      .toSorted((a, b) => b.vat.rateBp - a.vat.rateBp || (a.vat.category < b.vat.category ? 1 : -1)),
    carrier: parcel?.carrier ?? null,
    trackingNumber: parcel?.trackingNumber ?? null,
  }
}

/** The order with its lines, or undefined; with an owner, someone else's is undefined too. */
export async function findOrder(db: Reader, id: Id<'order'>, owner?: OrderOwner): Promise<Order | undefined> {
  const { orders } = db.tables
  const [row] = await db
    .select()
    .from(orders)
    .where(and(eq(orders.id, id), owner && ownedBy(db, owner)))
  return row && whole(db, row)
}

/** Refuses: order_not_found. */
export async function getOrder(db: Reader, id: Id<'order'>, owner?: OrderOwner): Promise<Order> {
  return (await findOrder(db, id, owner)) ?? refuse('order_not_found')
}

/** Locks and reads the order: the first statement of every step on it. Refuses: order_not_found. */
export async function takeOrder(tx: Writer, id: Id<'order'>, owner?: OrderOwner): Promise<Order> {
  const { orders } = tx.tables
  const [row] = await tx
    .update(orders)
    .set({ version: sql`${orders.version} + 1` })
    .where(and(eq(orders.id, id), owner && ownedBy(tx, owner)))
    .returning()
  return row ? whole(tx, row) : refuse('order_not_found')
}

/** The order of a number and a normalised e-mail, both. */
export async function findByReference(db: Reader, reference: string, email: string): Promise<Order | undefined> {
  const { orders } = db.tables
  const [row] = await db
    .select()
    .from(orders)
    .where(and(eq(orders.reference, reference), eq(orders.email, email)))
  return row && whole(db, row)
}

/** Gives a guest's order to an account; answers whether it was a guest's still. */
export async function moveToAccount(tx: Writer, id: Id<'order'>, userId: Id<'user'>): Promise<boolean> {
  const { orders } = tx.tables
  const rows = await tx
    .update(orders)
    .set({ userId, version: sql`${orders.version} + 1` })
    .where(and(eq(orders.id, id), isNull(orders.userId)))
    .returning({ id: orders.id })
  return rows.length === 1
}

/** The order that a cart became. */
export async function findOrderOfCart(db: Reader, cartId: Id<'cart'>): Promise<Order | undefined> {
  const { orders } = db.tables
  const [row] = await db.select().from(orders).where(eq(orders.cartId, cartId))
  return row && whole(db, row)
}

/** Writes a new order with its lines and taxes; `accessTokenHash` opens it to a guest. */
export async function insertOrder(tx: Writer, order: Order, accessTokenHash: string | null): Promise<void> {
  const { orders, orderLines, orderTaxes } = tx.tables
  const { lines, groups, carrier: _, trackingNumber: __, ...row } = order
  await tx.insert(orders).values({ ...row, accessTokenHash })
  await tx
    .insert(orderLines)
    .values(
      lines.map(({ vat, ...line }) => ({ ...line, orderId: order.id, vatCategory: vat.category, rateBp: vat.rateBp })),
    )
  if (groups.length > 0)
    await tx.insert(orderTaxes).values(
      groups.map(({ vat, ...amounts }) => ({
        ...amounts,
        orderId: order.id,
        vatCategory: vat.category,
        rateBp: vat.rateBp,
      })),
    )
}

/** Saves where an order has come to; amounts and lines never change after placement (INV-08). */
export async function saveOrder(tx: Writer, order: Order): Promise<void> {
  const { placement, payment, delivery, status, cancelReason } = order
  const { validatedAt, paidAt, shippedAt, deliveredAt, cancelledAt, refundedAt } = order
  const { orders } = tx.tables
  await tx
    .update(orders)
    .set({
      ...{ placement, payment, delivery, status, cancelReason },
      ...{ validatedAt, paidAt, shippedAt, deliveredAt, cancelledAt, refundedAt },
    })
    .where(eq(orders.id, order.id))
}

/** Writes the parcel of a shipped order, or when it arrived. */
export async function saveDelivery(tx: Writer, order: Order, id: Id<'delivery'>): Promise<void> {
  const { deliveries } = tx.tables
  const { carrier, trackingNumber, shippedAt, deliveredAt } = order
  if (carrier === null || trackingNumber === null || shippedAt === null) throw new RangeError('a parcel has a number')
  await tx
    .insert(deliveries)
    .values({ id, orderId: order.id, carrier, trackingNumber, shippedAt, deliveredAt })
    .onConflictDoUpdate({ target: deliveries.orderId, set: { deliveredAt } })
}

export type { Actor, OrderEventKind }
export interface OrderEvent {
  id: Id<'event'>
  kind: OrderEventKind
  fromStatus: Order['status'] | null
  toStatus: Order['status']
  actor: Actor
  actorId: Id<'user'> | null
  data: Record<string, string | number | boolean | null>
  requestId: string
  at: Date
}

/** Adds to the order's history; the order is locked, so the running number cannot be taken twice. */
export async function addOrderEvent(tx: Writer, orderId: Id<'order'>, event: OrderEvent): Promise<void> {
  const { orderEvents } = tx.tables
  const [last] = await tx
    .select({ seq: sql<number>`coalesce(max(${orderEvents.seq}), 0)`.mapWith(Number) })
    .from(orderEvents)
    .where(eq(orderEvents.orderId, orderId))
  await tx.insert(orderEvents).values({ ...event, orderId, seq: (last?.seq ?? 0) + 1 })
}

/** The history in order, at most 200 rows. */
export async function listOrderEvents(db: Reader, orderId: Id<'order'>) {
  const { orderEvents } = db.tables
  return db.select().from(orderEvents).where(eq(orderEvents.orderId, orderId)).orderBy(asc(orderEvents.seq)).limit(200)
}

/** Unpaid orders whose time has passed, the oldest first; one whose payment is being asked about waits for its answer. */
export async function listExpired(db: Reader, now: Date, most: number): Promise<Id<'order'>[]> {
  const { orders, payments } = db.tables
  const asked = db
    .select({ id: payments.id })
    .from(payments)
    .where(and(eq(payments.orderId, orders.id), inArray(payments.state, ['requested', 'confirming'])))
  const rows = await db
    .select({ id: orders.id })
    .from(orders)
    .where(and(inArray(orders.status, ['created', 'validated']), lte(orders.payBefore, now), notExists(asked)))
    .orderBy(asc(orders.payBefore))
    .limit(most)
  return rows.map((row) => row.id)
}
