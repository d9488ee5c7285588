import type { Id } from '@comptoir/domain'
import { and, eq, gt, lte } from 'drizzle-orm'
import type { Reader, Writer } from '../database.ts'

/** A key to one order, for reading and for a while; the buyer's own token is another one and stays. */
export interface OrderAccess {
  tokenHash: string
  orderId: Id<'order'>
  expiresAt: Date
}

/** Keeps a key; the same one again changes nothing. Keys that are over at `now` go. */
export async function insert(tx: Writer, access: OrderAccess, now: Date): Promise<void> {
  const { orderAccess } = tx.tables
  await tx.delete(orderAccess).where(lte(orderAccess.expiresAt, now))
  await tx.insert(orderAccess).values(access).onConflictDoNothing()
}

/** Whether a key opens this very order at `now`. */
export async function opens(
  db: Reader,
  { tokenHash, orderId, now }: Omit<OrderAccess, 'expiresAt'> & { now: Date },
): Promise<boolean> {
  const { orderAccess: one } = db.tables
  const rows = await db
    .select({ orderId: one.orderId })
    .from(one)
    .where(and(eq(one.tokenHash, tokenHash), eq(one.orderId, orderId), gt(one.expiresAt, now)))
  return rows.length > 0
}
