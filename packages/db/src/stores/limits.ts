import { and, eq, gt, like, lt, lte, or, sql } from 'drizzle-orm'
import type { Reader, Writer } from '../database.ts'

export interface Window {
  startedAt: Date
  count: number
}

/** The window that is counted under a key; undefined when nothing was counted yet. */
export async function find(db: Reader, key: string): Promise<Window | undefined> {
  const { limits } = db.tables
  const [row] = await db
    .select({ startedAt: limits.windowStartedAt, count: limits.count })
    .from(limits)
    .where(eq(limits.key, key))
  return row
}

/** Counts one call; a window that began at or before `staleAt` is over and starts anew at `now`. */
export async function count(tx: Writer, key: string, { now, staleAt }: { now: Date; staleAt: Date }): Promise<Window> {
  const { limits } = tx.tables
  // A window from the future belongs to a clock that has been put back: it must not last for ever.
  const stale = or(lte(limits.windowStartedAt, staleAt), gt(limits.windowStartedAt, now))
  const start = sql.param(now, limits.windowStartedAt)
  const [row] = await tx
    .insert(limits)
    .values({ key, windowStartedAt: now, count: 1 })
    .onConflictDoUpdate({
      target: limits.key,
      set: {
        count: sql`case when ${stale} then 1 else ${limits.count} + 1 end`,
        windowStartedAt: sql`case when ${stale} then ${start} else ${limits.windowStartedAt} end`,
      },
    })
    .returning({ startedAt: limits.windowStartedAt, count: limits.count })
  return row ?? { startedAt: now, count: 1 }
}

/** Adds calls that were counted elsewhere since `startedAt`; answers the window as it is then, with what others added. */
export async function add(
  tx: Writer,
  key: string,
  { more, startedAt, now, staleAt }: { more: number; startedAt: Date; now: Date; staleAt: Date },
): Promise<Window> {
  const { limits } = tx.tables
  const stale = or(lte(limits.windowStartedAt, staleAt), gt(limits.windowStartedAt, now))
  const start = sql.param(startedAt, limits.windowStartedAt)
  const [row] = await tx
    .insert(limits)
    .values({ key, windowStartedAt: startedAt, count: more })
    .onConflictDoUpdate({
      target: limits.key,
      set: {
        count: sql`case when ${stale} then 0 else ${limits.count} end + cast(${more} as integer)`,
        windowStartedAt: sql`case when ${stale} then ${start} else ${limits.windowStartedAt} end`,
      },
    })
    .returning({ startedAt: limits.windowStartedAt, count: limits.count })
  return row ?? { startedAt, count: more }
}

/** The windows that began after an instant, of keys with this beginning; at most 100,000. */
export async function listSince(db: Reader, beginning: string, after: Date): Promise<(Window & { key: string })[]> {
  const { limits } = db.tables
  return db
    .select({ key: limits.key, startedAt: limits.windowStartedAt, count: limits.count })
    .from(limits)
    .where(and(like(limits.key, `${beginning}%`), gt(limits.windowStartedAt, after)))
    .limit(100_000)
}

/** Forgets what was counted under a key. */
export async function forget(tx: Writer, key: string): Promise<void> {
  await tx.delete(tx.tables.limits).where(eq(tx.tables.limits.key, key))
}

/** Drops windows that began before `before`. */
export async function dropOld(tx: Writer, before: Date): Promise<void> {
  await tx.delete(tx.tables.limits).where(lt(tx.tables.limits.windowStartedAt, before))
}
