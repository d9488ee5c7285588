import type { Writer } from '@comptoir/db'
import * as audit from '@comptoir/db/stores/audit'
import type { Fresh } from './change.ts'
import type { Context, CurrentUser } from './context.ts'

/** Which member of staff calls, and from where: the part of an audit row that the request knows. */
export type StaffCall = Pick<audit.AuditRow, 'actorId' | 'address' | 'requestId'>

export const staffCall = ({
  user,
  address,
  requestId,
}: Pick<Context, 'address' | 'requestId'> & { user: CurrentUser }): StaffCall => ({
  actorId: user.id,
  address,
  requestId,
})

/** Notes who did what to whom, in the transaction of the deed. INV-60. */
export const noteDeed = (
  tx: Writer,
  by: StaffCall,
  deed: Pick<audit.AuditRow, 'action' | 'subjectId'> & { before?: unknown; after?: unknown },
  fresh: Fresh,
): Promise<void> => audit.add(tx, { before: null, after: null, ...deed, ...by, id: fresh.id('audit'), at: fresh.now })
