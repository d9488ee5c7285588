import { type Id, idFloor } from '@comptoir/domain'
import type { Order } from '@comptoir/domain/orders'
import { and, desc, eq, gte, inArray, lt, type SQL, sql } from 'drizzle-orm'
import type { Reader } from '../database.ts'

/** What a list shows of an order. */
export interface OrderRow extends Pick<
  Order,
  | 'id'
  | 'reference'
  | 'status'
  | 'placement'
  | 'payment'
  | 'delivery'
  | 'email'
  | 'userId'
  | 'totalCents'
  | 'currency'
  | 'placedAt'
  | 'address'
> {
  pieces: number
}

export interface OrderFilter {
  userId?: Id<'user'> | undefined
  email?: string | undefined
  reference?: string | undefined
  status?: Order['status'] | undefined
  placement?: Order['placement'] | undefined
  payment?: Order['payment'] | undefined
  delivery?: Order['delivery'] | undefined
  from?: Date | undefined
  to?: Date | undefined
  paidFrom?: Date | undefined
  paidTo?: Date | undefined
  refundedFrom?: Date | undefined
  refundedTo?: Date | undefined
}

const wantedOf = (db: Reader, filter: OrderFilter): (SQL | undefined)[] => {
  const { orders: o } = db.tables
  // Nothing is paid or given back before it was placed, and ids sort by that: a bound that an index knows.
  const until = [filter.to, filter.paidTo, filter.refundedTo].filter((end) => end !== undefined)
  return [
    filter.userId && eq(o.userId, filter.userId),
    filter.email === undefined ? undefined : eq(o.email, filter.email),
    filter.reference === undefined ? undefined : eq(o.reference, filter.reference),
    filter.status && eq(o.status, filter.status),
    filter.placement && eq(o.placement, filter.placement),
    filter.payment && eq(o.payment, filter.payment),
    filter.delivery && eq(o.delivery, filter.delivery),
    filter.from && gte(o.id, idFloor('order', filter.from)),
    ...until.map((end) => lt(o.id, idFloor('order', end))),
    filter.paidFrom && gte(o.paidAt, filter.paidFrom),
    filter.paidTo && lt(o.paidAt, filter.paidTo),
    filter.refundedFrom && gte(o.refundedAt, filter.refundedFrom),
    filter.refundedTo && lt(o.refundedAt, filter.refundedTo),
  ]
}

/** How many orders a filter means, and what they come to together. */
export async function sumOrders(db: Reader, filter: OrderFilter): Promise<{ orders: number; totalCents: number }> {
  const { orders: o } = db.tables
  const [row] = await db
    .select({
      orders: sql<number>`count(*)`.mapWith(Number),
      totalCents: sql<number>`coalesce(sum(${o.totalCents}), 0)`.mapWith(Number),
    })
    .from(o)
    .where(and(...wantedOf(db, filter)))
  return row ?? { orders: 0, totalCents: 0 }
}

/** Orders, the newest first (ids sort by age), after `beforeId`; reads `limit` + 1 rows to know whether more follow. */
export async function listOrders(
  db: Reader,
  filter: OrderFilter,
  { beforeId, limit }: { beforeId: Id<'order'> | null; limit: number },
): Promise<{ rows: OrderRow[]; more: boolean }> {
  const { orders: o, orderLines } = db.tables
  const found = await db
    .select({
      ...{ id: o.id, reference: o.reference, status: o.status, placement: o.placement, payment: o.payment },
      ...{ delivery: o.delivery, email: o.email, userId: o.userId, totalCents: o.totalCents, currency: o.currency },
      ...{ placedAt: o.placedAt, address: o.address },
    })
    .from(o)
    .where(and(...wantedOf(db, filter), beforeId ? lt(o.id, beforeId) : undefined))
    .orderBy(desc(o.id))
    .limit(limit + 1)
  const rows = found.slice(0, limit)
  const ids = rows.map((row) => row.id)
  const lines =
    ids.length === 0
      ? []
      : await db
          .select({ orderId: orderLines.orderId, quantity: orderLines.quantity })
          .from(orderLines)
          .where(inArray(orderLines.orderId, ids))
  const pieces = Map.groupBy(lines, (line) => line.orderId)
  return {
    rows: rows.map((row) => ({
      ...row,
      pieces: (pieces.get(row.id) ?? []).reduce((sum, line) => sum + line.quantity, 0),
    })),
    more: found.length > limit,
  }
}
