import type { Writer } from '@comptoir/db'
import * as people from '@comptoir/db/stores/people'
import { type Id, refuse } from '@comptoir/domain'
import type { User } from '@comptoir/domain/people'
import type { UpdateProfileInput } from '@comptoir/domain/people/inputs'

/** Changes what the caller gives of their profile and keeps the rest. */
export async function updateProfile(tx: Writer, id: Id<'user'>, input: UpdateProfileInput): Promise<User> {
  const account = (await people.take(tx, id)) ?? refuse('sign_in_first')
  const { name = account.name, phone = account.phone, locale = account.locale } = input
  const changed = { ...account, name, phone, locale }
  await people.saveProfile(tx, changed)
  return changed
}
