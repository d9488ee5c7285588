// No 0, 1, I or O: read aloud, nobody mistakes one for another. 32 characters, so a random byte picks one evenly.
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

function randomCode(random: Uint8Array, length: number): string {
  if (random.length < length) throw new RangeError(`needs ${length} random bytes, got ${random.length}`)
  return Array.from(random.subarray(0, length), (byte) => alphabet[byte & 31]).join('')
}

/** The number of an order from 8 random bytes: short, not guessable, and tells nobody how much the shop sells. RULES 4.13. */
export const orderReference = (random: Uint8Array): string => `C${randomCode(random, 8)}`

/** A parcel's tracking number from 12 random bytes. */
export const trackingNumber = (random: Uint8Array): string => `CT${randomCode(random, 12)}`
