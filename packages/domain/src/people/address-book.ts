import type { Id } from '../id.ts'
import type { Address } from '../orders/order.ts'
import { refuse } from '../problems.ts'

/** The most addresses that one account keeps; the table's check says the same. */
export const mostAddresses = 20

/** An address of a book; `place` is 1 to 20, and one of them is the default. Orders copy it, never link to it. */
export interface SavedAddress extends Address {
  id: Id<'address'>
  place: number
  isDefault: boolean
}

/** The first free place of a book. Refuses: address_book_full. */
export function freePlace(book: readonly Pick<SavedAddress, 'place'>[]): number {
  const taken = new Set(book.map(({ place }) => place))
  for (let place = 1; place <= mostAddresses; place++) if (!taken.has(place)) return place
  return refuse('address_book_full', { most: mostAddresses })
}
