import { type Id, refuse } from '@comptoir/domain'
import type { Vat } from '@comptoir/domain/cart'
import type { Order } from '@comptoir/domain/orders'
import { and, asc, eq, inArray, isNull, lte, notExists, type SQL, sql } from 'drizzle-orm'
import type { Reader, Writer } from '../database.ts'
import { type Hole, insertRows, prepared, rowHoles, rowValues } from '../prepared.ts'
import type { Actor, OrderEventKind } from '../tables/orders.ts'

/** Whose orders a caller may see: an account's own, or the one that a guest's access token opens. */
export type OrderOwner = { userId: Id<'user'> } | { accessTokenHash: string }

type Condition = (tables: Reader['tables'], hole: Hole) => SQL | undefined
const byId: Condition = ({ orders }, hole) => eq(orders.id, hole('id', orders.id))
const ofUser: Condition = ({ orders }, hole) => eq(orders.userId, hole('userId', orders.userId))
const ofToken: Condition = ({ orders: o }, hole) => eq(o.accessTokenHash, hole('accessTokenHash', o.accessTokenHash))

const finding = (...conditions: Condition[]) =>
  prepared(({ tables, ...db }: Reader, hole) =>
    db
      .select()
      .from(tables.orders)
      .where(and(...conditions.map((one) => one(tables, hole)))),
  )
const findOf = { anyone: finding(byId), user: finding(byId, ofUser), token: finding(byId, ofToken) }
const taking = (...conditions: Condition[]) =>
  prepared(({ tables, ...tx }: Writer, hole) =>
    tx
      .update(tables.orders)
      .set({ version: sql`${tables.orders.version} + 1` })
      .where(and(...conditions.map((one) => one(tables, hole))))
      .returning(),
  )
const takeOf = { anyone: taking(byId), user: taking(byId, ofUser), token: taking(byId, ofToken) }
const kindOf = (owner: OrderOwner | undefined) =>
  owner === undefined ? 'anyone' : 'userId' in owner ? 'user' : 'token'

type OrderRow = Reader['tables']['orders']['$inferSelect']

const linesOf = prepared(({ tables: { orderLines: l }, ...db }: Reader, hole) =>
  db
    .select()
    .from(l)
    .where(eq(l.orderId, hole('id', l.orderId)))
    .orderBy(asc(l.position)),
)
const taxesOf = prepared(({ tables: { orderTaxes: t }, ...db }: Reader, hole) =>
  db
    .select()
    .from(t)
    .where(eq(t.orderId, hole('id', t.orderId))),
)
const parcelOf = prepared(({ tables: { deliveries: d }, ...db }: Reader, hole) =>
  db
    .select()
    .from(d)
    .where(eq(d.orderId, hole('id', d.orderId))),
)

/** What of an order never changes after its placement (INV-08): whoever has read it need not read it again. */
export type PlacedGoods = Pick<Order, 'lines' | 'groups'>

async function goodsOf(db: Reader, id: Id<'order'>): Promise<PlacedGoods> {
  const lines = await linesOf(db, { id })
  const taxes = await taxesOf(db, { id })
  return {
    lines: lines.map(({ vatCategory, rateBp, orderId: _, ...line }) => ({
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
  }
}

async function whole(db: Reader, row: OrderRow, known?: PlacedGoods): Promise<Order> {
  const { lines, groups } = known ?? (await goodsOf(db, row.id))
  const [parcel] = row.shippedAt === null ? [] : await parcelOf(db, { id: row.id })
  const { accessTokenHash: _, ...order } = row
  return {
    ...{ ...order, lines, groups },
    carrier: parcel?.carrier ?? null,
    trackingNumber: parcel?.trackingNumber ?? null,
  }
}

/** The order with its lines, or undefined; with an owner, someone else's is undefined too. */
export async function findOrder(db: Reader, id: Id<'order'>, owner?: OrderOwner): Promise<Order | undefined> {
  const [row] = await findOf[kindOf(owner)](db, { id, ...owner })
  return row && whole(db, row)
}

/** Refuses: order_not_found. */
export async function getOrder(db: Reader, id: Id<'order'>, owner?: OrderOwner): Promise<Order> {
  return (await findOrder(db, id, owner)) ?? refuse('order_not_found')
}

/** Locks and reads the order: the first statement of every step on it. `known` is not read again. Refuses: order_not_found. */
export async function takeOrder(tx: Writer, id: Id<'order'>, owner?: OrderOwner, known?: PlacedGoods): Promise<Order> {
  const [row] = await takeOf[kindOf(owner)](tx, { id, ...owner })
  return row ? whole(tx, row, known) : refuse('order_not_found')
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
  const ofOrder = <T>({ vat, ...rest }: T & { vat: Vat }) => ({
    ...{ ...rest, orderId: order.id, vatCategory: vat.category, rateBp: vat.rateBp },
  })
  await insertRows(tx, orders, [{ ...row, accessTokenHash }])
  await insertRows(
    tx,
    orderLines,
    lines.map((line) => ofOrder(line)),
  )
  await insertRows(
    tx,
    orderTaxes,
    groups.map((group) => ofOrder(group)),
  )
}

const save = prepared(({ tables: { orders: o }, ...tx }: Writer, hole) =>
  tx
    .update(o)
    .set({
      ...{ placement: hole('placement', o.placement), payment: hole('payment', o.payment) },
      ...{ delivery: hole('delivery', o.delivery), status: hole('status', o.status) },
      ...{ cancelReason: hole('cancelReason', o.cancelReason), validatedAt: hole('validatedAt', o.validatedAt) },
      ...{ paidAt: hole('paidAt', o.paidAt), shippedAt: hole('shippedAt', o.shippedAt) },
      ...{ deliveredAt: hole('deliveredAt', o.deliveredAt), cancelledAt: hole('cancelledAt', o.cancelledAt) },
      refundedAt: hole('refundedAt', o.refundedAt),
    })
    .where(eq(o.id, hole('id', o.id))),
)

/** Saves where an order has come to; amounts and lines never change after placement (INV-08). */
export async function saveOrder(tx: Writer, order: Order): Promise<void> {
  await save(tx, { ...order })
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

const addEvent = prepared((tx: Writer, hole) => {
  const { orderEvents: e } = tx.tables
  const [row] = rowHoles(e, hole, 1)
  const orderId = hole('0.orderId', e.orderId)
  const seq = sql`(select coalesce(max(${e.seq}), 0) + 1 from ${e} where ${eq(e.orderId, orderId)})`
  return tx.insert(e).values({ ...row, seq } as never)
})

/** Adds to the order's history; the order is locked, so the running number cannot be taken twice. */
export async function addOrderEvent(tx: Writer, orderId: Id<'order'>, event: OrderEvent): Promise<void> {
  await addEvent(tx, rowValues(tx.tables.orderEvents, [{ ...event, orderId, seq: 0 }]))
}

const eventsOf = prepared(({ tables: { orderEvents: e }, ...db }: Reader, hole) =>
  db
    .select()
    .from(e)
    .where(eq(e.orderId, hole('orderId', e.orderId)))
    .orderBy(asc(e.seq))
    .limit(200),
)

/** The history in order, at most 200 rows. */
export const listOrderEvents = (db: Reader, orderId: Id<'order'>) => eventsOf(db, { orderId })

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
