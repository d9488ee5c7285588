import type { Writer } from '@comptoir/db'
import * as people from '@comptoir/db/stores/people'
import type { Id } from '@comptoir/domain'
import type { User } from '@comptoir/domain/people'
import type { UpdateProfileInput } from '@comptoir/domain/people/inputs'
import { takeStanding } from '../../services/take-standing.ts'

/** Changes what the caller gives of their profile and keeps the rest. Refuses: sign_in_first. */
export async function updateProfile(tx: Writer, id: Id<'user'>, input: UpdateProfileInput): Promise<User> {
  const account = await takeStanding(tx, id)
  const { name = account.name, phone = account.phone, locale = account.locale } = input
  const changed = { ...account, name, phone, locale }
  await people.saveProfile(tx, changed)
  return changed
}
