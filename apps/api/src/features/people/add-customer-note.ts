import type { Writer } from '@comptoir/db'
import * as customers from '@comptoir/db/stores/customers'
import * as people from '@comptoir/db/stores/people'
import { refuse } from '@comptoir/domain'
import { isStaff } from '@comptoir/domain/people'
import type { AddCustomerNoteInput } from '@comptoir/domain/people/inputs'
import { maskCards } from '@comptoir/domain/support'
import type { Fresh } from '../../change.ts'
import { noteDeed, type StaffCall } from '../../staff-call.ts'

/** Notes something about a customer for colleagues; card numbers are masked. Refuses: customer_not_found. */
export async function addCustomerNote(
  tx: Writer,
  by: StaffCall,
  { id, body }: AddCustomerNoteInput,
  fresh: Fresh,
): Promise<people.Account> {
  const account = await people.find(tx, id)
  if (account === undefined || isStaff(account.role) || account.erasedAt !== null) return refuse('customer_not_found')
  const noteId = fresh.id('note')
  await customers.insertNote(tx, { id: noteId, userId: id, authorId: by.actorId, body: maskCards(body), at: fresh.now })
  await noteDeed(tx, by, { action: 'customers.addNote', subjectId: id, after: { noteId } }, fresh)
  return account
}
