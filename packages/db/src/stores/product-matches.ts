import { and, asc, desc, eq, type SQL, sql, type SQLWrapper } from 'drizzle-orm'
import type { Reader } from '../database.ts'
import { type Hole, prepared } from '../prepared.ts'
import { filterOf, foundOf, isFound, mostFound, phraseOf } from './product-filters.ts'
import { isPlain, orders, type ProductQuery, shownOf } from './product-order.ts'
import { lastWordsNo } from './search.ts'

/** Where a page begins: the key of the row before it, part by part. */
type Key = (string | number)[] | undefined

/** A page of a search, its row after it too: in the order of popularity, or its `mostFound` most popular matches in another. */
export function listMatches(db: Reader, query: ProductQuery, after: Key) {
  if (query.sort !== 'popular') return sortedMatches(db, query, after)
  const past = after === undefined ? -1 : lastWordsNo(Number(after[0]))
  return isPlain(query) ? plainMatches(db, query, past) : popularMatches(db, query, past)
}

// A cross join: what is found leads, the engine looks up each product; else it may walk all products first.
const matchesIn = (db: Reader, query: Pick<ProductQuery, 'sort'>, found: SQL, where: SQL | undefined) =>
  db
    .select(shownOf(db, query))
    .from(found)
    .crossJoin(db.tables.products)
    .where(and(isFound(db), where))
    .orderBy(sql`found.no`)

/** The rows of the text index lie in the order of popularity. */
function popularMatches(db: Reader, query: ProductQuery, past: number) {
  const where = and(filterOf(db, query), sql`found.no > ${past}`)
  return matchesIn(db, query, foundOf(db, query), where).limit(query.limit + 1)
}

const plainStatement = (ofCategory: boolean) =>
  prepared((db: Reader, hole: Hole) => {
    const { products, productWords } = db.tables
    const found = db.dialect.foundWords(hole('locale', productWords.language), hole('phrase', productWords.words))
    const where = and(
      eq(products.state, hole('state', products.state)),
      ofCategory ? eq(products.categoryId, hole('categoryId', products.categoryId)) : undefined,
      sql`found.no > ${hole('past', productWords.no)}`,
    )
    return matchesIn(db, { sort: 'popular' }, found, where).limit(sql.placeholder('limit'))
  })
const inShop = plainStatement(false)
const inCategory = plainStatement(true)

/** A search of the whole shelf or of one category, by a statement built once. */
function plainMatches(db: Reader, query: ProductQuery, past: number) {
  const { locale, state, categoryId, limit } = query
  const values = { locale, state, categoryId, past, limit: limit + 1, phrase: phraseOf(db, query) ?? '' }
  return categoryId === null ? inShop(db, values) : inCategory(db, values)
}

// Three steps: the key of each match, which the index of what is found holds; the page of keys; its products.
function sortedMatches(db: Reader, query: ProductQuery, after: Key) {
  const { products } = db.tables
  const { columns, down } = orders[query.sort]
  const [first = products.id] = columns(db)
  const known = db
    .select({ id: products.id, first: sql<string | number>`${first}`.as('first') })
    .from(foundOf(db, query))
    .crossJoin(products)
    .where(and(isFound(db), filterOf(db, query)))
    .orderBy(sql`found.no`)
    .limit(mostFound)
    .as('known')
  const place = after && sql`(${after[0]}, ${after.at(-1)})`
  const key = sql`(${known.first}, ${known.id})`
  const ordered = (page: { first: SQLWrapper; id: SQLWrapper }) =>
    [page.first, page.id].map((column) => (down ? desc(column) : asc(column)))
  const page = db
    .select({ id: known.id, first: known.first })
    .from(known)
    .where(place && (down ? sql`${key} < ${place}` : sql`${key} > ${place}`))
    .orderBy(...ordered(known))
    .limit(query.limit + 1)
    .as('page')
  return db
    .select(shownOf(db, query))
    .from(page)
    .crossJoin(products)
    .where(eq(products.id, page.id))
    .orderBy(...ordered(page))
}
