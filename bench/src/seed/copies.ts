import type { Database } from 'better-sqlite3'

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/** The last five characters of the ids of the n-th copy. */
export const codeLetters = (no: number): string => `z${base32(no, 4)}`

/** A number in the letters of our ids, most significant first. */
export function base32(value: number, length: number): string {
  let text = ''
  for (let rest = value, i = 0; i < length; i++) {
    text = alphabet[rest % 32] + text
    rest = Math.floor(rest / 32)
  }
  return text
}

export const numberOf = (db: Database, query: string): number => Number(db.prepare(query).pluck().get())
