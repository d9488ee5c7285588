import { and, gt, inArray, isNull, or, sql } from 'drizzle-orm'
import type { Reader } from '../database.ts'
import type { ShopEvent, Topic } from './outbox.ts'

/** An event as it stands in the table: numbered or not yet. */
export type News = Pick<ShopEvent, 'id' | 'topic' | 'data'> & { position: number | null }

/**
 * Asks for a number that is another one after each commit, of this process or of any other; null where the engine has none that is cheap.
 * Two equal numbers mean that everything read in between is still right.
 */
export function commitsOf(db: Reader): (() => Promise<number>) | null {
  const { commits } = db.dialect
  if (commits === null) return null
  // Built at the first question: a shop starts without asking its database anything.
  const build = () =>
    db
      .select({ no: sql`no`.mapWith(Number) })
      .from(commits)
      .prepare()
  let query: ReturnType<typeof build> | undefined
  return async () => (await (query ??= build()).execute())[0]?.no ?? 0
}

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
