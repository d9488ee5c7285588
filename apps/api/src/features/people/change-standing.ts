import type { Writer } from '@comptoir/db'
import * as people from '@comptoir/db/stores/people'
import * as staff from '@comptoir/db/stores/staff'
import * as tokens from '@comptoir/db/stores/tokens'
import { type Id, refuse } from '@comptoir/domain'
import { isStaff, type StaffRole } from '@comptoir/domain/people'
import type { Fresh } from '../../change.ts'
import { endOtherSessions } from '../../services/sessions.ts'
import { noteDeed, type StaffCall } from '../../staff-call.ts'

/**
 * Makes sure that the caller is an admin still, and stays one until the end of the transaction: of two admins who demote each other
 * at once one comes too late. As nobody changes their own standing, the last admin stays. Refuses: not_allowed.
 */
export async function activeAdmin(tx: Writer, by: StaffCall): Promise<void> {
  if (!(await staff.takeAdmins(tx)).includes(by.actorId)) refuse('not_allowed')
}

/**
 * Gives a colleague another role, closes their access or opens it again. Their sessions end at once, and links that wait for them or
 * that they handed out open nothing any more; whose access is closed loses their access tokens too.
 * Refuses: not_allowed, own_standing, colleague_not_found.
 */
export async function changeStanding(
  tx: Writer,
  by: StaffCall,
  { id, action, ...standing }: { id: Id<'user'>; action: string; role?: StaffRole; disabled?: boolean },
  fresh: Fresh,
): Promise<void> {
  await activeAdmin(tx, by)
  if (id === by.actorId) refuse('own_standing')
  const account = await people.take(tx, id)
  if (account === undefined || !isStaff(account.role)) refuse('colleague_not_found')
  const before = { role: account.role, disabled: account.disabled }
  const after = { ...before, ...standing }
  if (after.role === before.role && after.disabled === before.disabled) return
  await people.saveStanding(tx, id, standing)
  await endOtherSessions(tx, id)
  if (after.disabled) await tokens.revokeOfUser(tx, id, fresh.now)
  await staff.dropLinks(tx, id, { handedOut: true })
  await noteDeed(tx, by, { action, subjectId: id, before, after }, fresh)
}
