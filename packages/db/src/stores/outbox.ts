import type { Id } from '@comptoir/domain'
import type { Writer } from '../database.ts'

/** Something that happened, for whoever listens; the relay gives it its position after the commit. HOUSE 8b. */
export interface OutboxRow {
  id: Id<'event'>
  topic: string
  subjectId: string
  userId: Id<'user'> | null
  data: Record<string, string | number | boolean | null>
  at: Date
}

/** Writes rows with their effect, in its transaction. */
export async function add(tx: Writer, ...rows: OutboxRow[]): Promise<void> {
  if (rows.length === 0) return
  await tx.insert(tx.tables.outbox).values(rows.map((row) => ({ ...row, position: null })))
}
