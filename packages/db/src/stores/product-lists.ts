import type { ProductSort } from '@comptoir/domain/catalog'
import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm'
import { decodeCursor, pageOf } from '../cursor.ts'
import type { Reader } from '../database.ts'
import { filterOf, findable, type ProductFilter, searched } from './product-filters.ts'
import type { ProductRow } from './products.ts'

/** A page of products: at most `limit` rows, and where the next page begins. */
export interface ProductPage {
  rows: ProductRow[]
  nextCursor: string | null
}

export interface ProductQuery extends ProductFilter {
  /** `stock` puts what runs out first. */
  sort: ProductSort | 'stock'
  limit: number
  cursor?: string | undefined
}

/** How a list is ordered: by which columns, which part of the key each is, which way. The last column is unique. */
interface Order {
  columns: (db: Reader) => SQL[]
  shape: ('string' | 'number')[]
  down: boolean
  keyOf: (row: ProductRow, free: number) => (string | number)[]
}

const byPrice = (down: boolean): Order => ({
  columns: ({ tables: { products } }) => [sql`${products.minPriceCents}`, sql`${products.id}`],
  shape: ['number', 'string'],
  down,
  keyOf: (row) => [row.minPriceCents, row.id],
})
/** Pieces free over a product's variants: staff look for what runs out. */
const freePieces = ({ tables: { products, variants } }: Reader): SQL =>
  sql`(select coalesce(sum(${variants.onHand} - ${variants.allocated}), 0) from ${variants} where ${variants.productId} = ${products.id} and ${eq(variants.archived, false)})`

const orders: Record<ProductQuery['sort'], Order> = {
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
  stock: {
    columns: (db) => [freePieces(db), sql`${db.tables.products.id}`],
    shape: ['number', 'string'],
    down: false,
    keyOf: (row, free) => [free, row.id],
  },
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
  const page = pageOf(found, query.limit, list, ({ product, free }) => order.keyOf(product, free))
  return { rows: page.rows.map(({ product }) => product), nextCursor: page.nextCursor }
}

/** The statement behind `listProducts`; null when there is nothing to look for. */
export function productsQuery(db: Reader, query: ProductQuery, after?: (string | number)[]) {
  const { products, productWords } = db.tables
  const order = orders[query.sort]
  const columns = order.columns(db)
  if (!findable(query)) return null

  const key = sql`(${sql.join(columns, sql`, `)})`
  const place =
    after &&
    sql`(${sql.join(
      after.map((part) => sql`${part}`),
      sql`, `,
    )})`
  const where = and(filterOf(db, query), place && (order.down ? sql`${key} < ${place}` : sql`${key} > ${place}`))
  const ordered = columns.map((column) => (order.down ? desc(column) : asc(column)))
  const free = (query.sort === 'stock' ? sql`${freePieces(db)}` : sql`0`).mapWith(Number)
  const shown = { product: products, free }
  const from = searched(query)
    ? db.select(shown).from(productWords).innerJoin(products, eq(products.id, productWords.productId))
    : db.select(shown).from(products)
  return from
    .where(where)
    .orderBy(...ordered)
    .limit(query.limit + 1)
}
