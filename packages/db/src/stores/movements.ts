import type { Id } from '@comptoir/domain'
import { and, desc, eq, inArray, lt } from 'drizzle-orm'
import { decodeCursor, pageOf } from '../cursor.ts'
import type { Reader } from '../database.ts'

const list = 'movements:newest'

/** The history of variants' shelves, newest first: who, why, for which order. Refuses: cursor_invalid. */
export async function listHistory(
  db: Reader,
  variantIds: readonly Id<'variant'>[],
  { cursor, limit }: { cursor?: string | undefined; limit: number },
) {
  const { stockMovements: m, users, orders, variants } = db.tables
  const after = decodeCursor(list, ['string'], cursor)
  const rows = await db
    .select({
      ...{ id: m.id, variantId: m.variantId, kind: m.kind, quantity: m.quantity, reason: m.reason, at: m.at },
      ...{ orderId: m.orderId, orderReference: orders.reference, actorId: m.actorId, actorName: users.name },
      ...{ actorEmail: users.email, values: variants.values, sku: variants.sku },
    })
    .from(m)
    .innerJoin(variants, eq(variants.id, m.variantId))
    .leftJoin(users, eq(users.id, m.actorId))
    .leftJoin(orders, eq(orders.id, m.orderId))
    .where(
      and(
        inArray(m.variantId, [...variantIds]),
        after === undefined ? undefined : lt(m.id, after[0] as Id<'movement'>),
      ),
    )
    .orderBy(desc(m.id))
    .limit(limit + 1)
  return pageOf(rows, limit, list, ({ id }) => [id])
}
export type HistoryRow = Awaited<ReturnType<typeof listHistory>>['rows'][number]

/** The last movements of a product's shelf, newest first. */
export async function listNewest(db: Reader, variantIds: readonly Id<'variant'>[], most: number) {
  const { stockMovements } = db.tables
  if (variantIds.length === 0) return []
  return db
    .select()
    .from(stockMovements)
    .where(inArray(stockMovements.variantId, [...variantIds]))
    .orderBy(desc(stockMovements.id))
    .limit(most)
}
