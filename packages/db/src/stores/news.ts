import { and, gt, inArray, isNull, or } from 'drizzle-orm'
import type { Reader } from '../database.ts'
import type { ShopEvent, Topic } from './outbox.ts'

/** An event as it stands in the table: numbered or not yet. */
export type News = Pick<ShopEvent, 'id' | 'topic' | 'data'> & { position: number | null }

/** Committed events of some topics that come after a position, or have none yet; at most `most`. */
export async function listNews(
  db: Reader,
  { after, topics, most }: { after: number; topics: readonly Topic[]; most: number },
): Promise<News[]> {
  const { outbox: o } = db.tables
  const rows = await db
    .select({ id: o.id, topic: o.topic, data: o.data, position: o.position })
    .from(o)
    .where(and(or(isNull(o.position), gt(o.position, after)), inArray(o.topic, [...topics])))
    .limit(most)
  return rows.map((row) => ({ ...row, topic: row.topic as Topic }))
}
