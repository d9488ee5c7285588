import type { Id, Locale } from '@comptoir/domain'
import { asc, eq, gt } from 'drizzle-orm'
import type { Dialect, Reader } from '../database.ts'
import { type Marked, marksOf } from '../stores/search.ts'
import { isMark } from '../stores/search-marks.ts'
import { beginningsOf, findNoted, isNoted, isOfKind, kindOf, shortest } from '../stores/search-words.ts'
import type { Breach, Walk } from './check.ts'

const page = 500
/** Products of a kind have mostly the same words: so many are remembered before all are looked up anew. */
const mostRemembered = 100_000

interface Row extends Marked {
  no: number
  id: Id<'product'>
  language: Locale
  words: string
  marks: string
}

const rowsAfter = ({ tables: { productWords: w, products: p }, ...db }: Reader, after: number): PromiseLike<Row[]> =>
  db
    .select({
      ...{ no: w.no, id: w.productId, language: w.language, words: w.words, marks: w.marks },
      ...{ minPriceCents: p.minPriceCents, maxPriceCents: p.maxPriceCents, categoryId: p.categoryId },
    })
    .from(w)
    .innerJoin(p, eq(p.id, w.productId))
    .where(gt(w.no, after))
    .orderBy(asc(w.no))
    .limit(page)

/** A word or mark that products of a kind have, and whether a search knows it; null until it is looked up. */
interface Met {
  word: string
  kind: string
  language: Locale
  known: boolean | null
}

/**
 * What products were met with, by kind and by a hash of each word: making a text of each word again would cost more than all the rest. Marks
 * are of no use where no search reads them: a shop that was there before they were noted has none on file.
 */
function wordsMet({ readsMarks }: Dialect) {
  const kinds = new Map<string, Map<number, Met>>()
  let size = 0
  const metOf = (kind: string): Map<number, Met> => {
    const met = kinds.get(kind) ?? new Map<number, Met>()
    kinds.set(kind, met)
    return met
  }
  return {
    /** What a product has that is not known to a search, as far as it was looked up. */
    open({ language, words, marks }: Row): Met[] {
      const kind = kindOf(words, marks)
      const met = metOf(language + kind)
      const open: Met[] = []
      const look = (text: string, least: number) => {
        for (let from = 0, to = 0; from < text.length; from = to + 1) {
          let hash = 0
          for (to = from; to < text.length && text.charCodeAt(to) !== space; to++)
            hash = (Math.imul(hash, 31) + text.charCodeAt(to)) & 0x3f_ff_ff_ff
          if (to - from < least) continue
          const one = met.get(hash)
          if (one?.word.length === to - from && text.startsWith(one.word, from)) {
            if (one.known !== true) open.push(one)
          } else {
            const fresh = { word: text.slice(from, to), kind, language, known: null }
            met.set(hash, fresh)
            open.push(fresh)
            size += 1
          }
        }
      }
      look(words, shortest)
      if (readsMarks) look(marks, 1)
      return open
    },
    /** Keeps the memory flat. */
    forgetMany(): void {
      if (size <= mostRemembered) return
      kinds.clear()
      size = 0
    },
  }
}
const space = 0x20

/** A word is known when its beginnings are: a search that is not written to its end reads those. */
async function lookUp(db: Reader, met: Iterable<Met>): Promise<void> {
  for (const [language, asked] of Map.groupBy(met, (one) => one.language)) {
    const names = new Set(asked.flatMap(({ word }) => [...beginningsOf(word), word]))
    const noted = await findNoted(db, language, [...names])
    for (const one of asked)
      one.known =
        isNoted(noted.get(one.word), one.kind) &&
        beginningsOf(one.word).every((part) => isOfKind(noted.get(part), one.kind))
  }
}

const said = ({ language, word }: Met): string =>
  isMark(word)
    ? `a search in ${language} does not know the product by its price or category`
    : `a search in ${language} does not know that the product has the word ${word}`

const inOrder = (marks: string): string => marks.split(' ').toSorted().join(' ')
// An upgrade wrote them in another order.
const isMisplaced = (row: Row): boolean => row.marks !== marksOf(row) && inOrder(row.marks) !== inOrder(marksOf(row))
const misplaced = ({ id, language }: Row): Breach => ({
  ...{ invariant: 'INV-71', subject: id },
  words: `a search in ${language} looks for the product at another price or in another category`,
})

async function* wordBreaches(db: Reader): AsyncGenerator<Breach[]> {
  const met = wordsMet(db.dialect)
  for (let after = -1, more = true; more;) {
    const rows = await rowsAfter(db, after)
    const told = rows.map((row) => ({ id: row.id, open: met.open(row) }))
    await lookUp(db, new Set(told.flatMap(({ open }) => open.filter(({ known }) => known === null))))
    yield told.flatMap(({ id, open }) => {
      const missed = open.find(({ known }) => known === false)
      return missed === undefined ? [] : [{ invariant: 'INV-71', subject: id, words: said(missed) }]
    })
    if (db.dialect.readsMarks) yield rows.filter(isMisplaced).map(misplaced)
    met.forgetMany()
    after = rows.at(-1)?.no ?? after
    more = rows.length === page
  }
}

/**
 * What a search takes for possible, against what products have: it would answer without a product whose word is not on file, or not with its
 * kind of product. Words that no product has any more stay on file by design: they hide nothing. INV-71.
 */
export const searchWalk: Walk = {
  covers: [
    { invariant: 'INV-71', says: 'a search knows each word of a product, and that its kind of product has it' },
    { invariant: 'INV-71', says: 'a search looks for a product at its price and in its category' },
  ],
  walk: wordBreaches,
}
