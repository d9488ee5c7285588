import { fold } from '../catalog/search.ts'

const mostWords = 8
const longestWord = 60
const partsOf = (text: string): string[] => fold(text).match(/[a-z0-9]+/g) ?? []

/** What a search for a person asks for: one beginning, folded to [a-z0-9]; empty when nothing is asked. */
export const personQuery = (query: string): string => partsOf(query).join('').slice(0, longestWord)

/** What a person is found by: the beginnings of their e-mail and of each of their names, folded the same way. */
export function personWords({ email, name }: { email: string; name: string }): string[] {
  const names = partsOf(name).slice(0, mostWords)
  const beginnings = names.map((_, i) => names.slice(i).join(''))
  return [...new Set([personQuery(email), ...beginnings.map((word) => word.slice(0, longestWord))])].filter(Boolean)
}

/** The first text after all that begin with `word`; undefined when there is none ("zz"). */
export function endOfPrefix(word: string): string | undefined {
  const stem = word.replace(/z+$/, '')
  const last = stem.at(-1)
  if (last === undefined) return undefined
  const next = last === '9' ? 'a' : String.fromCodePoint((last.codePointAt(0) ?? 0) + 1)
  return stem.slice(0, -1) + next
}
