import type { AuditRow } from '@comptoir/db/stores/audit'
import * as z from 'zod'

/** One deed of a colleague; `before` and `after` are JSON texts, their names in the order of the alphabet, null where there is nothing to compare. */
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

// PostgreSQL keeps the names of a JSON value in an order of its own, SQLite as they came: both read alike (INV-73).
const inOrder = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value
const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value, inOrder))
export const auditRowView = (row: AuditRow, actorName: string): AuditRowView => ({
  ...{ id: row.id, actorId: row.actorId, actorName, action: row.action, subjectId: row.subjectId },
  ...{ before: json(row.before), after: json(row.after), address: row.address, requestId: row.requestId },
  at: row.at.toISOString(),
})
