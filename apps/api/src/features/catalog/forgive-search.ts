import type { Reader } from '@comptoir/db'
import { textsOf } from '@comptoir/db/stores/product-texts'
import { type ListedProduct, listProducts } from '@comptoir/db/stores/product-lists'
import { listNear, listUnknown } from '@comptoir/db/stores/search-words'
import type { Locale } from '@comptoir/domain'
import { forgivable, inLanguage, searchTokens, wordsOf } from '@comptoir/domain/catalog'

const mostSlips = 3
const mostTried = 5

/**
 * What a search that finds nothing may have meant: each word that no product can have is replaced by the one that a single slip turned into it and
 * that finds what is wanted most; null when there is none. Costs a few point reads of the words' index, whatever lies on the shelf. S6.
 */
export async function forgiveSearch(db: Reader, search: string, locale: Locale): Promise<string | null> {
  const tokens = searchTokens(search)
  const unknown = new Set(await listUnknown(db, locale, tokens))
  if (unknown.size === 0 || unknown.size > mostSlips || ![...unknown].every(forgivable)) return null
  const meant: string[] = []
  for (const [i, token] of tokens.entries()) {
    const word = unknown.has(token) ? await meantBy(db, token, i < tokens.length - 1, locale) : token
    if (word === null) return null
    meant.push(word)
  }
  return meant.join(' ')
}

async function meantBy(db: Reader, token: string, whole: boolean, locale: Locale): Promise<string | null> {
  let best: { word: string; whole: boolean; row: ListedProduct } | null = null
  for (const { word, whole: isWord } of await listNear(db, locale, token, { whole, most: mostTried })) {
    // Whoever wrote a word to its end meant no other that is not.
    if (best?.whole === true && !isWord) break
    const query = { locale, state: 'published', categoryId: null, search: word, sort: 'popular', limit: 1 } as const
    const [row] = (await listProducts(db, query)).rows
    if (row !== undefined && (best === null || row.searchNo < best.row.searchNo)) best = { word, whole: isWord, row }
  }
  return best && spelled(db, best.word, best.row, locale)
}

/** A folded word as the product spells it, with its accents. */
async function spelled(db: Reader, word: string, { id }: ListedProduct, locale: Locale): Promise<string> {
  const text = inLanguage((await textsOf(db, [id])).get(id) ?? {}, locale)
  const written = [text?.name, text?.line, text?.keywords, text?.description].join(' ').match(/[\p{L}\p{N}]+/gu) ?? []
  return written.find((one) => wordsOf([one]) === word)?.toLowerCase() ?? word
}
