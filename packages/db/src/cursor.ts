import { refuse } from '@comptoir/domain'

type Part = 'string' | 'number'
type KeyOf<S extends readonly Part[]> = { [I in keyof S]: S[I] extends 'string' ? string : number }

/** A place in a list: the list's name with its sort (`orders:newest`) and the sort key of the last row shown. */
export const encodeCursor = (list: string, key: readonly (string | number)[]): string =>
  Buffer.from(JSON.stringify([list, ...key])).toString('base64url')

/** The sort key that a cursor holds, checked part by part; undefined for the first page. Refuses: cursor_invalid. */
export function decodeCursor<const S extends readonly Part[]>(
  list: string,
  shape: S,
  cursor: string | undefined,
): KeyOf<S> | undefined {
  if (cursor === undefined) return undefined
  const [name, ...key] = parsed(cursor)
  const fits =
    name === list && key.length === shape.length && key.every((part, i) => typeof part === shape[i] && storable(part))
  if (!fits) refuse('cursor_invalid')
  return key as KeyOf<S>
}

// PostgreSQL stores no NUL in a text and no fraction in a count: a marker with one was never ours.
const storable = (part: unknown) =>
  typeof part === 'string' ? /^[^\p{Cc}\p{Cs}]*$/u.test(part) : Number.isSafeInteger(part)

/** Cuts a page out of page + 1 rows: the rows to show and the cursor of the next page, null on the last one. */
export function pageOf<T>(
  rows: readonly T[],
  limit: number,
  list: string,
  keyOf: (row: T) => readonly (string | number)[],
): { rows: T[]; nextCursor: string | null } {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { rows: shown, nextCursor: rows.length > limit && last !== undefined ? encodeCursor(list, keyOf(last)) : null }
}

function parsed(cursor: string): unknown[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    return Array.isArray(value) ? value : []
  } catch {
    return []
  }
}
