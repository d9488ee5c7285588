import type { Id } from '@comptoir/domain'
import { and, desc, eq, gte, lt } from 'drizzle-orm'
import type { Reader, Writer } from '../database.ts'

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

export interface AuditFilter {
  actorId?: Id<'user'> | undefined
  action?: string | undefined
  subjectId?: string | undefined
  from?: Date | undefined
  to?: Date | undefined
}

/** Who changed what, the newest first (ids sort by age), after `beforeId`; `limit` + 1 rows tell whether more follow. */
export async function list(
  db: Reader,
  { actorId, action, subjectId, from, to }: AuditFilter,
  { beforeId, limit }: { beforeId: Id<'audit'> | null; limit: number },
): Promise<{ rows: AuditRow[]; more: boolean }> {
  const { audit: a } = db.tables
  const rows = await db
    .select()
    .from(a)
    .where(
      and(
        actorId && eq(a.actorId, actorId),
        action === undefined ? undefined : eq(a.action, action),
        subjectId === undefined ? undefined : eq(a.subjectId, subjectId),
        from && gte(a.at, from),
        to && lt(a.at, to),
        beforeId ? lt(a.id, beforeId) : undefined,
      ),
    )
    .orderBy(desc(a.id))
    .limit(limit + 1)
  return { rows: rows.slice(0, limit), more: rows.length > limit }
}
