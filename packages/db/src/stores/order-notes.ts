import type { Id } from '@comptoir/domain'
import { desc, eq } from 'drizzle-orm'
import type { Reader, Writer } from '../database.ts'

/** What a colleague noted about an order, for colleagues only. */
export interface OrderNote {
  id: Id<'note'>
  orderId: Id<'order'>
  authorId: Id<'user'>
  body: string
  at: Date
}

export async function insert(tx: Writer, note: OrderNote): Promise<void> {
  await tx.insert(tx.tables.orderNotes).values(note)
}

/** The newest notes about an order, newest first. */
export async function list(db: Reader, orderId: Id<'order'>, most = 100): Promise<OrderNote[]> {
  const { orderNotes } = db.tables
  return db.select().from(orderNotes).where(eq(orderNotes.orderId, orderId)).orderBy(desc(orderNotes.id)).limit(most)
}
