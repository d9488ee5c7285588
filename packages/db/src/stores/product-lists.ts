import { and, eq, sql } from 'drizzle-orm'
import { decodeCursor, pageOf } from '../cursor.ts'
import type { Reader } from '../database.ts'
import { prepared } from '../prepared.ts'
import { filterOf, findsNothing, searched } from './product-filters.ts'
import { listMatches } from './product-matches.ts'
import { inOrder, isPlain, type ListedProduct, orders, type ProductQuery } from './product-order.ts'

export type { ListedProduct, ProductQuery } from './product-order.ts'

/** A page of products: at most `limit` rows, and where the next page begins. */
export interface ProductPage {
  rows: ListedProduct[]
  nextCursor: string | null
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
  if (await findsNothing(db, query)) return { rows: [], nextCursor: null }
  return pageOf(await rowsOf(db, query, after), query.limit, list, order.keyOf)
}

type Key = (string | number)[] | undefined
function rowsOf(db: Reader, query: ProductQuery, after: Key) {
  if (searched(query)) return listMatches(db, query, after)
  return isPlain(query) ? plainRows(db, query, after) : pageRows(db, query, after)
}

/** A page of the shelf without a search. */
const pageRows = (db: Reader, query: ProductQuery, after: Key) =>
  inOrder(db, query, { where: filterOf(db, query), after: after?.map((part) => sql`${part}`), limit: query.limit + 1 })

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
