import type { Writer } from '@comptoir/db'
import * as apps from '@comptoir/db/stores/apps'
import * as people from '@comptoir/db/stores/people'
import { type Id, refuse } from '@comptoir/domain'
import type { CreateAppInput } from '@comptoir/domain/people/inputs'
import type { Fresh } from '../../change.ts'
import { noteDeed, type StaffCall } from '../../staff-call.ts'
import { activeAdmin } from './change-standing.ts'

/**
 * Makes an app: an account with a role, which nobody can sign in to. `passwordHash` is of a password that nobody knows.
 * Refuses: not_allowed.
 */
export async function createApp(
  tx: Writer,
  by: StaffCall,
  { name, role }: CreateAppInput,
  { fresh, passwordHash }: { fresh: Fresh; passwordHash: string },
): Promise<Id<'user'>> {
  await activeAdmin(tx, by)
  const id = fresh.id('user')
  // `invalid` is a name that no mail can ever reach (RFC 2606).
  const words = { id, email: `${id}@apps.invalid`, name, phone: '', locale: 'fr' as const, role }
  await people.insert(tx, { ...words, passwordHash, createdAt: fresh.now })
  await apps.insert(tx, { userId: id, createdById: by.actorId, createdAt: fresh.now })
  await noteDeed(tx, by, { action: 'apps.create', subjectId: id, after: { name, role } }, fresh)
  return id
}

/** An app that is there. Refuses: app_not_found. */
export const getApp = async (tx: Writer, id: Id<'user'>): Promise<people.Account> =>
  (await apps.find(tx, id)) ?? refuse('app_not_found')
