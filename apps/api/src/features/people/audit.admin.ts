import * as audit from '@comptoir/db/stores/audit'
import * as people from '@comptoir/db/stores/people'
import { readSettings } from '@comptoir/db/stores/settings'
import { dayPlus, isId, refuse, startOfDay } from '@comptoir/domain'
import { AuditInput } from '@comptoir/domain/people/inputs'
import type { TRPCRouterRecord } from '@trpc/server'
import { staff } from '../../trpc.ts'
import { AuditPageView, auditRowView } from './audit-view.ts'

/** Who changed what, when and from where. */
export const auditForAdmin = {
  /** The newest first; `from` and `to` are days of the shop, both included. Refuses: cursor_invalid. */
  list: staff
    .input(AuditInput)
    .output(AuditPageView)
    .query(async ({ ctx, input }) => {
      const { cursor, limit, from, to, ...filter } = input
      const { timeZone } = await readSettings(ctx.db.read)
      const beforeId = cursor === undefined ? null : isId('audit', cursor) ? cursor : refuse('cursor_invalid')
      const days = {
        from: from === undefined ? undefined : startOfDay(timeZone, from),
        to: to === undefined ? undefined : startOfDay(timeZone, dayPlus(to, 1)),
      }
      const { rows, more } = await audit.list(ctx.db.read, { ...filter, ...days }, { beforeId, limit })
      const names = await people.namesOf(
        ctx.db.read,
        rows.map(({ actorId }) => actorId),
      )
      return {
        items: rows.map((row) => auditRowView(row, names.get(row.actorId) ?? '')),
        nextCursor: more ? (rows.at(-1)?.id ?? null) : null,
      }
    }),
} satisfies TRPCRouterRecord
