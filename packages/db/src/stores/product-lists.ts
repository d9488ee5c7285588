import { type ProductSort, searchTokens } from '@comptoir/domain/catalog'
import { and, asc, desc, eq, type SQL, sql } from 'drizzle-orm'
import { decodeCursor, pageOf } from '../cursor.ts'
import type { Reader } from '../database.ts'
import { filterOf, findable, foundOf, foundProduct, type ProductFilter, searched } from './product-filters.ts'
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
 * without a word of the index finds nothing. A price range keeps what has a variant in it. Refuses: cursor_invalid.
 */
export async function listProducts(db: Reader, query: ProductQuery): Promise<ProductPage> {
  const order = orders[query.sort]
  const list = `products:${query.sort}`
  const after = decodeCursor(list, order.shape, query.cursor)
  if (!findable(query)) return { rows: [], nextCursor: null }
  const found =
    (await soonFound(db, query, after)) ?? (await productsQuery(db, query, { after, from: foundOf(db, query) }))
  const page = pageOf(found, query.limit, list, ({ product, free }) => order.keyOf(product, free))
  return { rows: page.rows.map(({ product }) => product), nextCursor: page.nextCursor }
}

/** So many rows of the index are looked at, the few first, before all that a word begins is put together. */
const near = [64, 512]

/** A whole page of a search in the order of popularity, when it lies among the first ones that the index gives; else undefined. */
async function soonFound(db: Reader, query: ProductQuery, after: (string | number)[] | undefined) {
  if (!searched(query) || query.sort !== 'popular') return undefined
  const past = after === undefined ? -1 : lastWordsNo(Number(after[0]))
  for (const most of near) {
    const from = db.dialect.foundSoon(query.locale, searchTokens(query.search), { after: past, most })
    if (from === null) return undefined
    const found = await productsQuery(db, query, { after, from })
    if (found.length > query.limit) return found
  }
  return undefined
}

/** The statement behind `listProducts`; `from` is the table `found` of a search. */
function productsQuery(
  db: Reader,
  query: ProductQuery,
  { after, from }: { after: (string | number)[] | undefined; from: SQL },
) {
  const { products } = db.tables
  const order = orders[query.sort]
  // The rows of the text index lie in the order of popularity: to sort by its own number is no work.
  const byWords = searched(query) && query.sort === 'popular'
  const columns = byWords ? [sql`found.no`] : order.columns(db)
  const past = byWords ? after?.map((searchNo) => lastWordsNo(Number(searchNo))) : after
  const key = sql`(${sql.join(columns, sql`, `)})`
  const place =
    past &&
    sql`(${sql.join(
      past.map((part) => sql`${part}`),
      sql`, `,
    )})`
  const where = and(filterOf(db, query), place && (order.down ? sql`${key} < ${place}` : sql`${key} > ${place}`))
  const ordered = columns.map((column) => (order.down ? desc(column) : asc(column)))
  const free = (query.sort === 'stock' ? sql`${freePieces(db)}` : sql`0`).mapWith(Number)
  const shown = { product: products, free }
  const rows = searched(query)
    ? db.select(shown).from(from).innerJoin(products, eq(products.id, foundProduct))
    : db.select(shown).from(products)
  return rows
    .where(where)
    .orderBy(...ordered)
    .limit(query.limit + 1)
}
