import type { ProductSort } from '@comptoir/domain/catalog'
import { and, asc, desc, eq, type Placeholder, type SQL, sql } from 'drizzle-orm'
import type { Reader } from '../database.ts'
import type { ProductFilter } from './product-filters.ts'
import type { ProductRow } from './products.ts'

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
  keyOf: (row: ListedProduct) => (string | number)[]
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

export const orders: Record<ProductQuery['sort'], Order> = {
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
    keyOf: (row) => [row.free, row.id],
  },
}

/** What a list reads of a product; `free` are its free pieces where they order the list, else 0. */
export interface ListedProduct extends Pick<
  ProductRow,
  'id' | 'slug' | 'categoryId' | 'state' | 'searchNo' | 'minPriceCents' | 'maxPriceCents' | 'updatedAt' | 'version'
> {
  free: number
}
export function shownOf(db: Reader, { sort }: Pick<ProductQuery, 'sort'>) {
  const { id, slug, categoryId, state, searchNo, minPriceCents, maxPriceCents, updatedAt, version } = db.tables.products
  const free = (sort === 'stock' ? sql`${freePieces(db)}` : sql`0`).mapWith(Number)
  return { id, slug, categoryId, state, searchNo, minPriceCents, maxPriceCents, updatedAt, version, free }
}

/** The statement behind a list: `after` is the key of the row before the page, part by part. */
export function inOrder(
  db: Reader,
  query: Pick<ProductQuery, 'sort'>,
  { where, after, limit }: { where: SQL | undefined; after: SQL[] | undefined; limit: number | Placeholder },
) {
  const order = orders[query.sort]
  const columns = order.columns(db)
  const key = sql`(${sql.join(columns, sql`, `)})`
  const place = after && sql`(${sql.join(after, sql`, `)})`
  return db
    .select(shownOf(db, query))
    .from(db.tables.products)
    .where(and(where, place && (order.down ? sql`${key} < ${place}` : sql`${key} > ${place}`)))
    .orderBy(...columns.map((column) => (order.down ? desc(column) : asc(column))))
    .limit(limit)
}

/** The shelf or one category of it, with at most a range of prices asked. */
export const isPriced = ({ state, inStock, options, stockAtMost, sort }: ProductQuery): boolean =>
  state !== null &&
  sort !== 'stock' &&
  inStock !== true &&
  (options === undefined || options.length === 0) &&
  stockAtMost === undefined

/** The shelf or one category of it, with nothing else asked: the lists that everybody opens. */
export const isPlain = (query: ProductQuery): boolean =>
  isPriced(query) && query.minCents === undefined && query.maxCents === undefined
