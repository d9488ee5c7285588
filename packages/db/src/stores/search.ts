import type { Id, Locale } from '@comptoir/domain'
import { locales } from '@comptoir/domain'
import { eq, sql } from 'drizzle-orm'
import type { Writer } from '../database.ts'
import { priceMarks } from './price-marks.ts'
import { categoryMark } from './search-marks.ts'
import { noteWords } from './search-words.ts'

const mostPopular = 1_000_000
const room = 2 ** 24
const counterName = 'product_no'

/** The next running number of a product; no two products share one. */
export async function takeProductNo(tx: Writer): Promise<number> {
  const { counters } = tx.tables
  const [row] = await tx
    .insert(counters)
    .values({ name: counterName, value: 1 })
    .onConflictDoUpdate({ target: counters.name, set: { value: sql`${counters.value} + 1` } })
    .returning({ value: counters.value })
  const no = row?.value ?? 0
  if (no < 1 || no >= room) throw new RangeError(`product number ${no} does not fit the search index`)
  return no
}

/** The place of a product in the order of popularity, most popular first, then oldest first. */
export const searchNoOf = (popularity: number, productNo: number): number =>
  (mostPopular - popularity) * room + productNo

/** The running number within a search number: it stays when the popularity changes. */
export const productNoOf = (searchNo: number): number => searchNo % room

/** The row key of a product's words in one language: the index reads rows in the order of popularity. */
export const wordsNoOf = (searchNo: number, language: Locale): number => searchNo * 2 + (language === 'en' ? 1 : 0)

/** The last row key of a product's words: those of the next product in the order of popularity come after it. */
export const lastWordsNo = (searchNo: number): number => wordsNoOf(searchNo, 'en')

/** What the marks of a product are made of. */
export interface Marked {
  minPriceCents: number
  maxPriceCents: number
  categoryId: Id<'category'> | null
}

/** What a product is marked with in the index besides its words: what its prices are near, and its category. */
export const marksOf = (product: Marked): string =>
  [...priceMarks(product), ...(product.categoryId === null ? [] : [categoryMark(product.categoryId)])].join(' ')

/** Makes a product findable by its folded words, in the transaction that saves it. */
export async function writeWords(
  tx: Writer,
  product: Marked & { id: Id<'product'>; searchNo: number },
  words: Record<Locale, string>,
): Promise<void> {
  const { productWords } = tx.tables
  const wanted = locales.map((language) => ({
    no: wordsNoOf(product.searchNo, language),
    productId: product.id,
    language,
    words: words[language],
    marks: marksOf(product),
  }))
  const known = await tx.select().from(productWords).where(eq(productWords.productId, product.id))
  const same = wanted.every((row) =>
    known.some((one) => one.no === row.no && one.words === row.words && one.marks === row.marks),
  )
  if (same && known.length === wanted.length) return
  await tx.delete(productWords).where(eq(productWords.productId, product.id))
  await tx.insert(productWords).values(wanted)
  await noteWords(tx, { words, marks: marksOf(product) })
}
