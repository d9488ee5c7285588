import type { Id, Locale } from '@comptoir/domain'
import { type ProductSort, type ProductState, searchTokens } from '@comptoir/domain/catalog'
import { and, asc, desc, eq, gte, lte, type SQL, sql } from 'drizzle-orm'
import { decodeCursor, pageOf } from '../cursor.ts'
import type { Reader } from '../database.ts'
import type { ProductRow } from './products.ts'

/** A page of products: at most `limit` rows, and where the next page begins. */
export interface ProductPage {
  rows: ProductRow[]
  nextCursor: string | null
}

export interface ProductQuery {
  locale: Locale
  state: ProductState | null
  /** Null for all categories. */
  categoryId: Id<'category'> | null
  search: string
  sort: ProductSort
  minCents?: number | undefined
  maxCents?: number | undefined
  inStock?: boolean | undefined
  limit: number
  cursor?: string | undefined
}

/** How a list is ordered: by which columns, which part of the key each is, which way. The last column is unique. */
interface Order {
  columns: (db: Reader) => SQL[]
  shape: ('string' | 'number')[]
  down: boolean
  keyOf: (row: ProductRow) => (string | number)[]
}

const byPrice = (down: boolean): Order => ({
  columns: ({ tables: { products } }) => [sql`${products.minPriceCents}`, sql`${products.id}`],
  shape: ['number', 'string'],
  down,
  keyOf: (row) => [row.minPriceCents, row.id],
})
const orders: Record<ProductSort, Order> = {
  popular: {
    columns: ({ tables: { products } }) => [sql`${products.searchNo}`],
    shape: ['number'],
    down: false,
    keyOf: (row) => [row.searchNo],
  },
  newest: {
    columns: ({ tables: { products } }) => [sql`${products.id}`],
    shape: ['string'],
    down: true,
    keyOf: (row) => [row.id],
  },
  price_asc: byPrice(false),
  price_desc: byPrice(true),
}

/**
 * Products in a stable order, by keyset: never more rows than the page and one. A search matches folded words in the caller's language; one
 * without a word of the index finds nothing. A price range keeps what has a variant in it. Refuses: cursor_invalid.
 */
export async function listProducts(db: Reader, query: ProductQuery): Promise<ProductPage> {
  const order = orders[query.sort]
  const list = `products:${query.sort}`
  const after = decodeCursor(list, order.shape, query.cursor)
  const statement = productsQuery(db, query, after)
  if (statement === null) return { rows: [], nextCursor: null }
  const found = await statement
  return pageOf(
    found.map(({ product }) => product),
    query.limit,
    list,
    order.keyOf,
  )
}

/** The statement behind `listProducts`; null when there is nothing to look for. */
export function productsQuery(db: Reader, query: ProductQuery, after?: (string | number)[]) {
  const { products, productWords } = db.tables
  const { search, locale, state, categoryId, minCents, maxCents, inStock } = query
  const order = orders[query.sort]
  const columns = order.columns(db)
  const tokens = searchTokens(search)
  const searched = search.trim() !== ''
  if (searched && tokens.length === 0) return null

  const key = sql`(${sql.join(columns, sql`, `)})`
  const place =
    after &&
    sql`(${sql.join(
      after.map((part) => sql`${part}`),
      sql`, `,
    )})`
  const where = and(
    searched ? db.dialect.matchWords(locale, tokens) : undefined,
    state === null ? undefined : eq(products.state, state),
    categoryId === null ? undefined : eq(products.categoryId, categoryId),
    minCents === undefined ? undefined : gte(products.maxPriceCents, sql`${minCents}`),
    maxCents === undefined ? undefined : lte(products.minPriceCents, sql`${maxCents}`),
    inStock === true ? eq(products.inStock, true) : undefined,
    place && (order.down ? sql`${key} < ${place}` : sql`${key} > ${place}`),
  )
  const ordered = columns.map((column) => (order.down ? desc(column) : asc(column)))
  const from = searched
    ? db.select({ product: products }).from(productWords).innerJoin(products, eq(products.id, productWords.productId))
    : db.select({ product: products }).from(products)
  return from
    .where(where)
    .orderBy(...ordered)
    .limit(query.limit + 1)
}
