import type { Locale } from '@comptoir/domain'
import type { Connection } from './sqlite-connection.ts'

/** Lengths of the beginnings that have an index of their own, the language before them counted in. */
export const begun = [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14] as const

/** What a search reads of the text index: what its language calls it, and the terms that it is merged from, as the index keeps them. */
export interface WordList {
  phrase: string
  terms: string[]
}

/** The list of a whole word or a mark. */
export const listOf = (told: string): WordList => ({ phrase: `"${told}"`, terms: [`0${told}`] })

/** The list of all that begins like this. The index puts a sign for the length before each of its beginnings. */
function listOfBeginning(told: string): WordList {
  const kind = begun.findIndex((length) => length === told.length) + 1
  return { phrase: `"${told}" *`, terms: [`${String.fromCharCode(0x30 + kind)}${told}`] }
}

/** The list of what has any of these. */
export const listOfAny = (lists: readonly WordList[]): WordList => ({
  phrase: `(${lists.map(({ phrase }) => phrase).join(' OR ')})`,
  terms: lists.flatMap(({ terms }) => terms),
})

/** What can be asked of the text index, at once, before it is read. */
export interface TextIndex {
  /** How many leaves these terms take, about, each in its place. */
  leaves(terms: readonly string[]): number[]
  /** The words that begin like this, at most so many. */
  wordsFrom(language: Locale, beginning: string, most: number): string[]
}

// The index notes on which leaf a term is to be found, and with which term each further leaf with a new one begins: what lies in between
// is the term's own. Twice the number of the leaf, and one that says more about it.
const counts = `with recursive segment(id) as (
  select min(segid) from product_words_fts_idx
  union all
  select (select min(segid) from product_words_fts_idx where segid > segment.id) from segment where id is not null
)
select coalesce(sum(
  (select pgno from product_words_fts_idx where segid = segment.id and term > cast(asked.value as blob) order by term limit 1) / 2
  - coalesce((select pgno from product_words_fts_idx where segid = segment.id and term <= cast(asked.value as blob)
    order by term desc limit 1) / 2, 1)
), 0) from json_each(?) as asked cross join segment group by asked.key`

const words = `select beginning from search_words
  where language = ? and beginning >= ? and beginning < ? and whole order by beginning limit ?`

/**
 * Tells how long lists are without reading them: a few point reads of the index's own table for each term. A term that shares its leaf with
 * the beginning of a long list after it, or that the index does not have, may be told as long as its neighbour.
 */
export const textIndexOf = (connection: Connection): TextIndex => ({
  leaves: (terms) =>
    connection
      .prepare<[string], number[]>(counts)
      .raw()
      .all(JSON.stringify(terms))
      .map(([leaves = 0]) => leaves),
  wordsFrom: (language, beginning, most) =>
    connection
      .prepare<[string, string, string, number], [string]>(words)
      .raw()
      .all(language, beginning, `${beginning}\u{10ffff}`, most)
      .map(([word]) => word),
})

/** More words of one long beginning are merged by the engine. */
const mostWords = 32

/**
 * The list of all that begins like a token. The longest have no index of their own: the few words that begin so are read one by one, which
 * the engine would merge whole before its first row.
 */
export function listBegun(language: Locale, token: string, index: TextIndex | null): WordList {
  const told = `${language}${token}`
  const long = index !== null && told.length > Math.max(...begun)
  const found = long ? index.wordsFrom(language, token, mostWords + 1) : []
  return found.length === 0 || found.length > mostWords
    ? listOfBeginning(told)
    : listOfAny(found.map((word) => listOf(`${language}${word}`)))
}

/** The shortest list first: each further one is read only for what all before it hold. */
export function shortestFirst(lists: readonly WordList[], index: TextIndex): WordList[] {
  const told = index.leaves(lists.flatMap(({ terms }) => terms))
  let next = 0
  const sized = lists.map((list) => {
    const own = told.slice(next, (next += list.terms.length))
    return { list, size: own.reduce((sum, one) => sum + one, 0) }
  })
  return sized.toSorted((a, b) => a.size - b.size).map(({ list }) => list)
}
