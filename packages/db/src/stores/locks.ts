import { eq, sql } from 'drizzle-orm'
import type { Writer } from '../database.ts'

/** Holds a thing of which there is one in the shop, until the write ends: who reads it to change it comes one after the other. */
export async function hold(tx: Writer, thing: 'settings' | 'saved_answers'): Promise<void> {
  const { counters } = tx.tables
  const name = `hold:${thing}`
  await tx.insert(counters).values({ name, value: 0 }).onConflictDoNothing()
  await tx
    .update(counters)
    .set({ value: sql`${counters.value} + 1` })
    .where(eq(counters.name, name))
}
