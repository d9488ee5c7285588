import { checksIn } from '../../checks.ts'
import type { MessageKey } from '../../messages.ts'
import type { Check } from '../../ui/fields.ts'
import { type AddressName, blankAddress } from './address-fields.tsx'

type Typed = Record<AddressName, string>

/** What a form needs of an address before it asks the server. */
export function addressChecks(m: (key: MessageKey) => string): Partial<Record<AddressName, Check>> {
  const { needed, postcode, phone } = checksIn(m)
  return {
    name: needed('check_name'),
    line1: needed('check_line1'),
    postcode,
    city: needed('check_city'),
    phone,
  }
}

/** A saved address copied into a form: what is typed over it changes the form only. */
export const typedOf = (address: Typed): Typed => {
  const { name, line1, line2, postcode, city, phone } = address
  return { ...blankAddress, name, line1, line2, postcode, city, phone }
}

/** What was typed, as the server takes it. */
export const addressOf = ({ name, line1, line2, postcode, city, phone }: Typed) => ({
  ...{ name, line1, line2, city, phone },
  postcode: postcode.replaceAll(' ', ''),
  country: 'FR',
})
