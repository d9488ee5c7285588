import type { AuditRow } from '@comptoir/db/stores/audit'
import type { Context, CurrentUser } from '../../context.ts'

/** Which member of staff calls, and from where: the part of an audit row that the request knows. */
export type StaffCall = Pick<AuditRow, 'actorId' | 'address' | 'requestId'>

export const staffCall = ({
  user,
  address,
  requestId,
}: Pick<Context, 'address' | 'requestId'> & { user: CurrentUser }): StaffCall => ({
  actorId: user.id,
  address,
  requestId,
})
