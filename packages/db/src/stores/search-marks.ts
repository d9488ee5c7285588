import type { Id } from '@comptoir/domain'

// One Chinese character each: no word of a search has any, and a longer mark would stand in the index once for each of its beginnings too.
const first = 0x4e00
const begins = { part: 0, step: 2048, wide: 2304, stride: 2560, category: 4096 } as const

/** The mark of the n-th of a kind. */
export const markOf = (kind: keyof typeof begins, n: number): string => String.fromCharCode(first + begins[kind] + n)

/** Whether a word of the index is a mark. */
export const isMark = (word: string): boolean => word.charCodeAt(0) >= first

/** The mark of a category, by the last two characters of its id: few others have the same. */
export const categoryMark = (id: Id<'category'>): string =>
  markOf('category', (id.charCodeAt(id.length - 2) % 32) * 32 + (id.charCodeAt(id.length - 1) % 32))

/** The mark of the category among the marks of a product; nothing where it has none. */
export const categoryAmong = (marks: string): string | undefined =>
  marks.split(' ').find((mark) => mark.charCodeAt(0) >= first + begins.category)
