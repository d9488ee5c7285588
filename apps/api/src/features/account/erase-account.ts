import type { Writer } from '@comptoir/db'
import * as audit from '@comptoir/db/stores/audit'
import { erasePerson } from '@comptoir/db/stores/erasure'
import { isStaff } from '@comptoir/domain/people'
import type { Fresh } from '../../change.ts'
import type { CurrentUser } from '../../context.ts'
import type { ErasureView } from './account-view.ts'

/**
 * Erases the caller's account. Issued invoices and credit notes stay as the law asks, the trail of deeds names an id only. An order that still
 * goes on, or a colleague's account, is told as outcome: nothing changed then. `nobodys` is the hash of a password that nobody knows.
 */
export async function eraseAccount(
  tx: Writer,
  { id, role }: Pick<CurrentUser, 'id' | 'role'>,
  { requestId, nobodys }: { requestId: string; nobodys: string },
  fresh: Fresh,
): Promise<ErasureView> {
  if (isStaff(role)) return { outcome: 'colleague', references: [] }
  const references = await erasePerson(tx, id, fresh.now, nobodys)
  if (references.length > 0) return { outcome: 'orders_open', references }
  // Without the address it came from: it is the person's too.
  const deed = { actorId: id, action: 'account.erase', subjectId: id, before: null, after: null, address: '' }
  await audit.add(tx, { ...deed, id: fresh.id('audit'), requestId, at: fresh.now })
  return { outcome: 'erased', references: [] }
}
