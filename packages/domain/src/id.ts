/** The kinds of things that have an id. */
export const idKinds = [
  'user',
  'session',
  'product',
  'variant',
  'category',
  'image',
  'movement',
  'cart',
  'line',
  'order',
  'event',
  'payment',
  'refund',
  'invoice',
  'credit',
  'delivery',
  'thread',
  'message',
  'entry',
  'audit',
  'note',
  'address',
  'answer',
  'import',
  'token',
] as const
export type IdKind = (typeof idKinds)[number]

/** An id that says what it is of: `order_01j9…`. */
export type Id<K extends IdKind> = `${K}_${string}`

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/** Makes an id from the instant (ms) and 16 random bytes: 10 characters of time, so that ids sort by age, and 16 of chance. */
export function makeId<K extends IdKind>(kind: K, atMs: number, random: Uint8Array): Id<K> {
  let time = ''
  for (let rest = atMs, i = 0; i < 10; i++) {
    time = alphabet[rest % 32] + time
    rest = Math.floor(rest / 32)
  }
  let chance = ''
  for (let i = 0; i < 16; i++) chance += alphabet[(random[i] ?? 0) & 31]
  return `${kind}_${time}${chance}`
}

/** The least id that an instant can give: what was made before it sorts below, what came later above. */
export const idFloor = <K extends IdKind>(kind: K, at: Date): Id<K> =>
  `${makeId(kind, Math.max(0, at.getTime()), new Uint8Array(16)).slice(0, kind.length + 11)}${'0'.repeat(16)}` as Id<K>

/** Whether a text is an id of that kind: typed ids are checked by kind, so an order's id never passes for a cart's. */
export const isId = <K extends IdKind>(kind: K, text: string): text is Id<K> =>
  text.length === kind.length + 27 &&
  text.startsWith(`${kind}_`) &&
  /^[0-9a-hjkmnp-tv-z]{26}$/.test(text.slice(kind.length + 1))
