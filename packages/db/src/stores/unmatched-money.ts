import type { Cents, Id } from '@comptoir/domain'
import type { OrderStatus } from '@comptoir/domain/orders'
import { and, desc, eq, isNotNull, isNull, lt } from 'drizzle-orm'
import { decodeCursor, pageOf } from '../cursor.ts'
import type { Reader, Writer } from '../database.ts'
import type { Payment } from './billing.ts'

/** Money that a gateway took and that fits no order; `key` is the attempt it came by, `note` what became of it. INV-06. */
export type UnmatchedMoney = Reader['tables']['unmatchedMoney']['$inferSelect']
/** The same with the number of the order that it was meant for, and where that order is. */
export type UnmatchedMoneyOfOrder = UnmatchedMoney & { orderReference: string | null; orderStatus: OrderStatus | null }

/** Puts money that fits no order on the list that a person works through; answers false when it was there before. */
export async function keep(
  tx: Writer,
  payment: Pick<Payment, 'id' | 'orderId'>,
  money: { amountCents: Cents; currency: string; reference: string; at: Date },
): Promise<boolean> {
  const { unmatchedMoney } = tx.tables
  const [kept] = await tx
    .insert(unmatchedMoney)
    .values({ key: payment.id, orderId: payment.orderId, ...money })
    .onConflictDoNothing()
    .returning({ key: unmatchedMoney.key })
  return kept !== undefined
}

const withOrder = ({ tables: { unmatchedMoney: u, orders: o }, ...db }: Reader) =>
  db.select({ money: u, orderReference: o.reference, orderStatus: o.status }).from(u).leftJoin(o, eq(o.id, u.orderId))
type Row = Awaited<ReturnType<typeof withOrder>>[number]
const flat = ({ money, ...order }: Row): UnmatchedMoneyOfOrder => ({ ...money, ...order })

/** What waits for a person, or what was settled; the newest first, a page of it. Refuses: cursor_invalid. */
export async function list(
  db: Reader,
  { settled, cursor, limit }: { settled: boolean; cursor?: string | undefined; limit: number },
): Promise<{ rows: UnmatchedMoneyOfOrder[]; nextCursor: string | null }> {
  const { unmatchedMoney: u } = db.tables
  const name = settled ? 'unmatched:settled' : 'unmatched:open'
  const after = decodeCursor(name, ['string'], cursor)
  const rows = await withOrder(db)
    .where(and((settled ? isNotNull : isNull)(u.settledAt), after && lt(u.key, after[0] as Id<'payment'>)))
    .orderBy(desc(u.key))
    .limit(limit + 1)
  return pageOf(rows.map(flat), limit, name, ({ key }) => [key])
}

export async function find(db: Reader, key: Id<'payment'>): Promise<UnmatchedMoneyOfOrder | undefined> {
  const [row] = await withOrder(db).where(eq(db.tables.unmatchedMoney.key, key))
  return row && flat(row)
}

/** What waits for a person and was meant for one order, the oldest first. */
export async function openOfOrder(db: Reader, orderId: Id<'order'>): Promise<UnmatchedMoney[]> {
  const { unmatchedMoney: u } = db.tables
  return db
    .select()
    .from(u)
    .where(and(isNull(u.settledAt), eq(u.orderId, orderId)))
    .orderBy(u.key)
}

const mostCounted = 100

/** How much waits for a person, counted up to a hundred. */
export async function countOpen(db: Reader): Promise<number> {
  const { unmatchedMoney: u } = db.tables
  return (await db.select({ key: u.key }).from(u).where(isNull(u.settledAt)).limit(mostCounted)).length
}

/** Notes what became of it; answers false when somebody did so before. */
export async function settle(
  tx: Writer,
  key: Id<'payment'>,
  by: { settledBy: Id<'user'>; settledAt: Date; note: string },
): Promise<boolean> {
  const { unmatchedMoney: u } = tx.tables
  const [settled] = await tx
    .update(u)
    .set(by)
    .where(and(eq(u.key, key), isNull(u.settledAt)))
    .returning({ key: u.key })
  return settled !== undefined
}
