import type { Writer } from '@comptoir/db'
import * as addresses from '@comptoir/db/stores/addresses'
import { type Id, refuse } from '@comptoir/domain'
import { freePlace, type SavedAddress } from '@comptoir/domain/people'
import type { SaveAddressInput } from '@comptoir/domain/people/inputs'
import type { Fresh } from '../../change.ts'
import { takeStanding } from '../../services/take-standing.ts'

/** The person is locked, so that two tabs cannot take the same place. */
async function bookOf(tx: Writer, userId: Id<'user'>): Promise<SavedAddress[]> {
  await takeStanding(tx, userId)
  return addresses.list(tx, userId)
}
const inBook = (book: readonly SavedAddress[], id: Id<'address'>) =>
  book.find((one) => one.id === id) ?? refuse('address_not_found')

/**
 * Adds an address, or changes the one that `id` names; the first one is the default. Orders placed before keep their copy.
 * Refuses: address_not_found, address_book_full.
 */
export async function saveAddress(
  tx: Writer,
  userId: Id<'user'>,
  { id, isDefault, ...words }: SaveAddressInput,
  fresh: Fresh,
): Promise<void> {
  const book = await bookOf(tx, userId)
  const before = id === undefined ? undefined : inBook(book, id)
  const after = { isDefault: false, place: 0, id: fresh.id('address'), ...before, ...words }
  if (before === undefined) await addresses.insert(tx, userId, { ...after, place: freePlace(book) }, fresh.now)
  else await addresses.save(tx, userId, after)
  if (isDefault || book.length === 0) await addresses.moveDefault(tx, userId, after.id)
}

/** Makes an address the one that checkout proposes. Refuses: address_not_found. */
export async function setDefaultAddress(tx: Writer, userId: Id<'user'>, id: Id<'address'>): Promise<void> {
  inBook(await bookOf(tx, userId), id)
  await addresses.moveDefault(tx, userId, id)
}

/** Takes an address out of the book; when it was the default, the next one becomes it. Refuses: address_not_found. */
export async function removeAddress(tx: Writer, userId: Id<'user'>, id: Id<'address'>): Promise<void> {
  const book = await bookOf(tx, userId)
  const gone = inBook(book, id)
  await addresses.remove(tx, userId, id)
  const next = book.find((one) => one.id !== id)
  if (gone.isDefault && next !== undefined) await addresses.moveDefault(tx, userId, next.id)
}
