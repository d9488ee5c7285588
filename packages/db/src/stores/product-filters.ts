import type { Id, Locale } from '@comptoir/domain'
import { type ProductState, searchTokens } from '@comptoir/domain/catalog'
import { and, type Column, eq, gte, inArray, lte, or, type SQL, sql } from 'drizzle-orm'
import type { Reader } from '../database.ts'
import { marksWithin } from './price-marks.ts'
import { categoryMark } from './search-marks.ts'
import { isHeldByNone } from './search-words.ts'

/** What narrows a list of products; what is not said narrows nothing. */
export interface ProductFilter {
  locale: Locale
  state: ProductState | null
  /** Null for all categories. */
  categoryId: Id<'category'> | null
  search: string
  minCents?: number | undefined
  maxCents?: number | undefined
  inStock?: boolean | undefined
  /** `option:value` codes: one of each option's values, all in one variant. */
  options?: readonly string[] | undefined
  /** Products with a variant of which no more pieces than this are free. */
  stockAtMost?: number | undefined
}

/** Values asked for, by option. */
export function chosenValues(options: readonly string[] = []): Map<string, string[]> {
  const chosen = new Map<string, string[]>()
  for (const one of options) {
    const [option = '', value = ''] = one.split(':')
    chosen.set(option, [...(chosen.get(option) ?? []), value])
  }
  return chosen
}

/** What a product found has one mark of each of, besides the words. */
const marksOf = ({ minCents, maxCents, categoryId }: ProductFilter): string[][] => [
  marksWithin(minCents, maxCents),
  categoryId === null ? [] : [categoryMark(categoryId)],
]

/** What a search looks for, in the engine's own language; null where it has no words that the index can hold. */
export const phraseOf = (db: Reader, filter: ProductFilter): string | null =>
  db.dialect.phraseOf(filter.locale, searchTokens(filter.search), marksOf(filter), db.textIndex)

/** Whether it is known, before anything is searched, that a search finds nothing. */
export const findsNothing = async (db: Reader, filter: ProductFilter): Promise<boolean> =>
  searched(filter) &&
  (!findable(filter) ||
    isHeldByNone(db, filter.locale, [...searchTokens(filter.search).map((token) => [token]), ...marksOf(filter)]))

/** Whether a search has words that the index can hold; true where nothing is searched. */
export const findable = ({ search }: Pick<ProductFilter, 'search'>): boolean =>
  search.trim() === '' || searchTokens(search).length > 0

/** Where a search reads: a table `found` to join with `products`. */
export const foundOf = (db: Reader, filter: ProductFilter): SQL =>
  db.dialect.foundWords(sql`${filter.locale}`, sql`${phraseOf(db, filter) ?? ''}`)

/** What a row of `found` is found for. */
export const isFound = ({ tables: { products } }: Reader): SQL => sql`${products.searchNo} = found.search_no`

/** What a search finds is sorted or counted among so many of its most popular ones: a word of every product must not read them all. */
export const mostFound = 1000

export const searched = ({ search }: Pick<ProductFilter, 'search'>): boolean => search.trim() !== ''

/** A filter beside its search, whose prices are values or places for them in a statement. */
type Placed = Omit<ProductFilter, 'locale' | 'search' | 'minCents' | 'maxCents'> & {
  minCents?: number | SQL | undefined
  maxCents?: number | SQL | undefined
}

/** The condition on `products`, beside the search. What is asked of price, stock and options holds in one and the same variant. */
export function filterOf(db: Reader, filter: Placed): SQL | undefined {
  const { products } = db.tables
  const { state, categoryId, minCents, maxCents, inStock } = filter
  return and(
    state === null ? undefined : eq(products.state, state),
    categoryId === null ? undefined : eq(products.categoryId, categoryId),
    minCents === undefined ? undefined : gte(products.maxPriceCents, sql`${minCents}`),
    maxCents === undefined ? undefined : lte(products.minPriceCents, sql`${maxCents}`),
    inStock === true ? eq(products.inStock, true) : undefined,
    inOneVariant(db, filter),
  )
}

/** Asks for the variants only where the product's own columns leave it open whether one of them fits. */
function inOneVariant(db: Reader, filter: Placed): SQL | undefined {
  const { products } = db.tables
  const { minCents, maxCents, inStock, options = [], stockAtMost } = filter
  const fits = hasVariant(db, sql`${products.id}`, filter)
  if (options.length > 0 || stockAtMost !== undefined) return fits
  const from = minCents === undefined ? undefined : gte(products.minPriceCents, sql`${minCents}`)
  const to = maxCents === undefined ? undefined : lte(products.maxPriceCents, sql`${maxCents}`)
  // With all of its prices in the range any variant will do; else its cheapest or its dearest may be.
  if (inStock === true) return from || to ? or(and(from, to), fits) : undefined
  return from && to && or(from, to, fits)
}

/** Whether a product has a variant for sale that is all of what a filter asks of variants, and of which this holds. */
export function hasVariant(
  { tables: { variants, productOptions } }: Reader,
  productId: SQL,
  { minCents, maxCents, inStock, options, stockAtMost }: Placed,
  condition?: SQL,
): SQL {
  const free = sql`${variants.onHand} - ${variants.allocated}`
  // Where an option stands among those of the product is looked up first: what does not have it ends there.
  const places = [...chosenValues(options)].map(([option, values], i) => {
    const row = sql.identifier(`place${i}`)
    const has = sql`${row}.product_id = ${productId} and ${row}.code = ${option}`
    return { from: sql`${productOptions} as ${row}`, where: and(has, hasValue(variants, values, sql`${row}.position`)) }
  })
  const where = and(
    ...places.map((place) => place.where),
    sql`${variants.productId} = ${productId}`,
    eq(variants.archived, false),
    minCents === undefined ? undefined : gte(variants.priceCents, sql`${minCents}`),
    maxCents === undefined ? undefined : lte(variants.priceCents, sql`${maxCents}`),
    inStock === true ? sql`${free} > 0` : undefined,
    stockAtMost === undefined ? undefined : sql`${free} <= ${stockAtMost}`,
    condition,
  )
  const from = [...places.map((place) => place.from), sql`${variants}`]
  return sql`exists (select 1 from ${sql.join(from, sql`, `)} where ${where})`
}

/**
 * The condition on a variant that it has one of these values of the option at a place. The index alone tells most of those that have none
 * of the codes in any option; codes hold no wildcard. Both engines read the n-th of a list alike.
 */
export const hasValue = (
  { values, valuesKey }: Reader['tables']['variants'],
  codes: readonly (string | Column)[],
  place: SQL,
): SQL | undefined =>
  and(
    or(...codes.map((code) => sql`'/' || ${valuesKey} || '/' like '%/' || cast(${code} as text) || '/%'`)),
    inArray(sql`${values} ->> cast(${place} as integer)`, [...codes]),
  )
