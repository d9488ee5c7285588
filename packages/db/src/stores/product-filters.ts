import type { Id, Locale } from '@comptoir/domain'
import { type ProductState, searchTokens } from '@comptoir/domain/catalog'
import { and, eq, gte, lte, or, type SQL, sql } from 'drizzle-orm'
import type { Reader } from '../database.ts'
import { marksWithin } from './price-marks.ts'

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

/** What a search looks for, in the engine's own language; null where it has no words that the index can hold. */
export const phraseOf = (
  db: Reader,
  { search, minCents, maxCents }: Pick<ProductFilter, 'search' | 'minCents' | 'maxCents'>,
): string | null => db.dialect.phraseOf(searchTokens(search), marksWithin(minCents, maxCents))

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

/** The condition on `products`, beside the search. A price range keeps what has a variant in it. */
export function filterOf(db: Reader, filter: ProductFilter): SQL | undefined {
  const { products } = db.tables
  const { state, categoryId, minCents, maxCents, inStock, options, stockAtMost } = filter
  return and(
    state === null ? undefined : eq(products.state, state),
    categoryId === null ? undefined : eq(products.categoryId, categoryId),
    minCents === undefined ? undefined : gte(products.maxPriceCents, sql`${minCents}`),
    maxCents === undefined ? undefined : lte(products.minPriceCents, sql`${maxCents}`),
    inStock === true ? eq(products.inStock, true) : undefined,
    options === undefined || options.length === 0
      ? undefined
      : hasVariant(db, sql`${products.id}`, withValues(db, sql`${products.id}`, chosenValues(options))),
    stockAtMost === undefined ? undefined : hasVariant(db, sql`${products.id}`, scarce(db, stockAtMost)),
  )
}

const scarce = ({ tables: { variants } }: Reader, atMost: number) =>
  sql`${variants.onHand} - ${variants.allocated} <= ${atMost}`

/** Whether a product has a variant for sale of which this holds. */
export function hasVariant({ tables: { variants } }: Reader, productId: SQL, condition: SQL | undefined): SQL {
  const where = and(sql`${variants.productId} = ${productId}`, eq(variants.archived, false), condition)
  return sql`exists (select 1 from ${variants} where ${where})`
}

/** The condition on a variant that it has one value of each option, and on its product that the value is that option's. */
export function withValues(
  db: Reader,
  productId: SQL,
  chosen: ReadonlyMap<string, readonly string[]>,
): SQL | undefined {
  const { productOptionValues: known } = db.tables
  const one = (option: string, value: string) => {
    const where = sql`${known.productId} = ${productId} and ${known.optionCode} = ${option} and ${known.code} = ${value}`
    return sql`(${keyHas(db, sql`${value}`)} and exists (select 1 from ${known} where ${where}))`
  }
  return and(...[...chosen].map(([option, values]) => or(...values.map((value) => one(option, value)))))
}

/** The condition on a variant that a value code is one of its own; codes hold no wildcard. */
export const keyHas = ({ tables: { variants } }: Reader, code: SQL): SQL =>
  sql`'/' || ${variants.valuesKey} || '/' like '%/' || cast(${code} as text) || '/%'`
