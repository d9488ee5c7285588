import type { SavedAddress } from '@comptoir/domain/people'
import * as z from 'zod'

export interface SavedAddressView {
  id: string
  name: string
  line1: string
  line2: string
  postcode: string
  city: string
  country: string
  phone: string
  isDefault: boolean
}
/** A person's address book, whole: at most 20 addresses, one of them the default. */
export interface AddressBookView {
  items: SavedAddressView[]
}

const SavedAddressView: z.ZodType<SavedAddressView, SavedAddressView> = z.object({
  ...{ id: z.string(), name: z.string(), line1: z.string(), line2: z.string(), postcode: z.string() },
  ...{ city: z.string(), country: z.string(), phone: z.string(), isDefault: z.boolean() },
})
export const AddressBookView: z.ZodType<AddressBookView, AddressBookView> = z.object({
  items: z.array(SavedAddressView),
})

export const addressBookView = (book: readonly SavedAddress[]): AddressBookView => ({
  items: book.map(({ id, name, line1, line2, postcode, city, country, phone, isDefault }) => ({
    ...{ id, name, line1, line2, postcode, city, country, phone, isDefault },
  })),
})
