import { type ProductSort, searchTokens } from '@comptoir/domain/catalog'
import { and, asc, desc, eq, inArray, type Placeholder, type SQL, sql } from 'drizzle-orm'
import { decodeCursor, pageOf } from '../cursor.ts'
import type { Reader } from '../database.ts'
import { prepared } from '../prepared.ts'
import {
  filterOf,
  findable,
  foundOf,
  foundProduct,
  mostFound,
  popularOf,
  type ProductFilter,
  searched,
} from './product-filters.ts'
import type { ProductRow } from './products.ts'
import { lastWordsNo } from './search.ts'

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
 * without a word of the index finds nothing; in another order than popularity it holds its `mostFound` most popular matches. A price range
 * keeps what has a variant in it. Refuses: cursor_invalid.
 */
export async function listProducts(db: Reader, query: ProductQuery): Promise<ProductPage> {
  const order = orders[query.sort]
  const list = `products:${query.sort}`
  const after = decodeCursor(list, order.shape, query.cursor)
  if (!findable(query)) return { rows: [], nextCursor: null }
  const found = await rowsOf(db, query, after)
  const page = pageOf(found, query.limit, list, ({ product, free }) => order.keyOf(product, free))
  return { rows: page.rows.map(({ product }) => product), nextCursor: page.nextCursor }
}

type Key = (string | number)[] | undefined
function rowsOf(db: Reader, query: ProductQuery, after: Key) {
  if (!searched(query)) return isPlain(query) ? plainRows(db, query, after) : pageRows(db, query, after)
  return query.sort === 'popular' ? popularMatches(db, query, after) : sortedMatches(db, query, after)
}

/** So many rows of the index are looked at, the few first, before all that a word begins is put together. */
const near = [64, 512, 4096]

/** A page of a search in the order of popularity: the rows of the text index lie in it. */
async function popularMatches(db: Reader, query: ProductQuery, after: Key) {
  const past = after === undefined ? -1 : lastWordsNo(Number(after[0]))
  for (const most of near) {
    const from = db.dialect.foundSoon(query.locale, searchTokens(query.search), { after: past, most })
    if (from === null) break
    const found = await matches(db, query, { from, past })
    if (found.length > query.limit) return found
  }
  return matches(db, query, { from: foundOf(db, query), past })
}

const shownOf = (db: Reader, { sort }: Pick<ProductQuery, 'sort'>) => ({
  product: db.tables.products,
  free: (sort === 'stock' ? sql`${freePieces(db)}` : sql`0`).mapWith(Number),
})

// A cross join: what is found leads, the engine looks up each product; else it may walk all products first.
function matches(db: Reader, query: ProductQuery, { from, past }: { from: SQL; past: number }) {
  const { products } = db.tables
  const after = past < 0 ? undefined : sql`found.no > ${past}`
  return db
    .select(shownOf(db, query))
    .from(from)
    .crossJoin(products)
    .where(and(eq(products.id, foundProduct), filterOf(db, query), after))
    .orderBy(sql`found.no`)
    .limit(query.limit + 1)
}

/** A page of a search in another order: of its most popular matches. */
async function sortedMatches(db: Reader, query: ProductQuery, after: Key) {
  const { products } = db.tables
  const known = db
    .select({ id: products.id })
    .from(await popularOf(db, query, mostFound))
    .crossJoin(products)
    .where(and(eq(products.id, foundProduct), filterOf(db, query)))
    .orderBy(sql`found.no`)
    .limit(mostFound)
  return inOrder(db, query, {
    where: inArray(products.id, known),
    after: after?.map((part) => sql`${part}`),
    limit: query.limit + 1,
  })
}

/** A page of the shelf without a search. */
const pageRows = (db: Reader, query: ProductQuery, after: Key) =>
  inOrder(db, query, { where: filterOf(db, query), after: after?.map((part) => sql`${part}`), limit: query.limit + 1 })

/** The statement behind a list: `after` is the key of the row before the page, part by part. */
function inOrder(
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

/** The shelf or one category of it, with nothing else asked: the lists that everybody opens. */
const isPlain = ({ state, minCents, maxCents, inStock, options, stockAtMost, sort }: ProductQuery): boolean =>
  state !== null &&
  sort !== 'stock' &&
  inStock !== true &&
  (options === undefined || options.length === 0) &&
  minCents === undefined &&
  maxCents === undefined &&
  stockAtMost === undefined

interface PlainShape {
  sort: ProductQuery['sort']
  ofCategory: boolean
  parts: number
}
const plainStatements = new Map<string, ReturnType<typeof plainStatement>>()

const plainStatement = ({ sort, ofCategory, parts }: PlainShape) =>
  prepared((db: Reader, hole) => {
    const { products } = db.tables
    const columns =
      sort === 'popular'
        ? [products.searchNo]
        : sort === 'newest'
          ? [products.id]
          : [products.minPriceCents, products.id]
    const where = and(
      eq(products.state, hole('state', products.state)),
      ofCategory ? eq(products.categoryId, hole('categoryId', products.categoryId)) : undefined,
    )
    const after = parts === 0 ? undefined : columns.map((column, i) => hole(`after${i}`, column))
    return inOrder(db, { sort }, { where, after, limit: sql.placeholder('limit') })
  })

/** A plain page, by a statement built once for each order. */
function plainRows(db: Reader, { sort, state, categoryId, limit }: ProductQuery, after: Key = []) {
  const shape: PlainShape = { sort, ofCategory: categoryId !== null, parts: after.length }
  const name = `${sort} ${shape.ofCategory} ${shape.parts}`
  const statement = plainStatements.get(name) ?? plainStatement(shape)
  plainStatements.set(name, statement)
  const key = Object.fromEntries(after.map((part, i) => [`after${i}`, part]))
  return statement(db, { state, categoryId, limit: limit + 1, ...key })
}
