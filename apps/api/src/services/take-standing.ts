import type { Writer } from '@comptoir/db'
import * as people from '@comptoir/db/stores/people'
import { type Id, refuse } from '@comptoir/domain'

/**
 * Locks and reads whoever calls, where what follows says who they are: an account that was closed or erased since the call began leaves
 * nothing behind (INV-62, INV-66). Refuses: sign_in_first.
 */
export async function takeStanding(tx: Writer, id: Id<'user'>): Promise<people.Account> {
  const account = await people.take(tx, id)
  return account === undefined || account.disabled ? refuse('sign_in_first') : account
}
