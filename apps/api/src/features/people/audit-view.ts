import type { AuditRow } from '@comptoir/db/stores/audit'
import * as z from 'zod'

/** One deed of a colleague; `before` and `after` are JSON texts, null where there is nothing to compare. */
export interface AuditRowView {
  id: string
  actorId: string
  actorName: string
  action: string
  subjectId: string
  before: string | null
  after: string | null
  address: string
  requestId: string
  at: string
}
export interface AuditPageView {
  items: AuditRowView[]
  nextCursor: string | null
}

const AuditRowView: z.ZodType<AuditRowView, AuditRowView> = z.object({
  ...{ id: z.string(), actorId: z.string(), actorName: z.string(), action: z.string(), subjectId: z.string() },
  ...{ before: z.string().nullable(), after: z.string().nullable(), address: z.string(), requestId: z.string() },
  at: z.string(),
})
export const AuditPageView: z.ZodType<AuditPageView, AuditPageView> = z.object({
  items: z.array(AuditRowView),
  nextCursor: z.string().nullable(),
})

const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value))
export const auditRowView = (row: AuditRow, actorName: string): AuditRowView => ({
  ...{ id: row.id, actorId: row.actorId, actorName, action: row.action, subjectId: row.subjectId },
  ...{ before: json(row.before), after: json(row.after), address: row.address, requestId: row.requestId },
  at: row.at.toISOString(),
})
