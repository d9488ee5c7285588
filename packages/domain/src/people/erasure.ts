import type { Id } from '../id.ts'

/** What stands where the e-mail of an erased person stood: theirs alone, so that two never collide, and nobody's address (RFC 2606). */
export const erasedEmail = (id: Id<'user'>): string => `${id}@erased.invalid`

/** What stands where an address stood that nobody needs any more; invoices keep theirs, as the law asks (SAFETY 8). */
export const erasedAddress = { name: '', line1: '', line2: '', postcode: '', city: '', country: '', phone: '' }
