import type { Id } from '@comptoir/domain'
import type { Writer } from '../database.ts'

/** A privileged change: who, what, on what, before and after, from where, when. SAFETY INV-60. */
export interface AuditRow {
  id: Id<'audit'>
  actorId: Id<'user'>
  action: string
  subjectId: string
  before: unknown
  after: unknown
  address: string
  requestId: string
  at: Date
}

/** Notes a staff change in the transaction of the change itself; rows are never changed afterwards. */
export async function add(tx: Writer, row: AuditRow): Promise<void> {
  await tx.insert(tx.tables.audit).values(row)
}
