import { and, asc, desc, eq, type Placeholder, type SQL, sql, type SQLWrapper } from 'drizzle-orm'
import type { Reader } from '../database.ts'
import { type Hole, prepared } from '../prepared.ts'
import { filterOf, foundOf, isFound, mostFound, phraseOf } from './product-filters.ts'
import { isPriced, orders, type ProductQuery, shownOf } from './product-order.ts'
import { lastWordsNo } from './search.ts'

/** Where a page begins: the key of the row before it, part by part. */
type Key = (string | number)[] | undefined

/** A page of a search, its row after it too: in the order of popularity, or its `mostFound` most popular matches in another. */
export function listMatches(db: Reader, query: ProductQuery, after: Key) {
  if (isPriced(query)) return plainMatches(db, query, after)
  const found = foundOf(db, query)
  const [where, limit] = [filterOf(db, query), query.limit + 1]
  if (query.sort !== 'popular')
    return sortedMatches(db, query, { found, where, after: after?.map((part) => sql`${part}`), limit })
  return popularMatches(db, { found, where, past: sql`${pastOf(after)}`, limit })
}

const pastOf = (after: Key) => (after === undefined ? -1 : lastWordsNo(Number(after[0])))

interface Asked {
  found: SQL
  where: SQL | undefined
  limit: number | Placeholder
}

/** The rows of the text index lie in the order of popularity; they lead, else the engine may walk all products first. */
const popularMatches = (db: Reader, { found, where, past, limit }: Asked & { past: SQL }) =>
  db
    .select(shownOf(db, { sort: 'popular' }))
    .from(found)
    .crossJoin(db.tables.products)
    .where(and(isFound(db), where, sql`found.no > ${past}`))
    .orderBy(sql`found.no`)
    .limit(limit)

// Three steps: the key of each match; the page of keys; its products.
function sortedMatches(
  db: Reader,
  { sort }: Pick<ProductQuery, 'sort'>,
  { found, where, after, limit }: Asked & { after: SQL[] | undefined },
) {
  const { products } = db.tables
  const { columns, down } = orders[sort]
  const [first = products.id] = columns(db)
  const known = db
    .select({ id: products.id, first: sql<string | number>`${first}`.as('first') })
    .from(found)
    .crossJoin(products)
    .where(and(isFound(db), where))
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
    .limit(limit)
    .as('page')
  return db
    .select(shownOf(db, { sort }))
    .from(page)
    .crossJoin(products)
    .where(eq(products.id, page.id))
    .orderBy(...ordered(page))
}

interface Shape {
  sort: ProductQuery['sort']
  ofCategory: boolean
  goesOn: boolean
  from: boolean
  to: boolean
}

const statementOf = ({ sort, ofCategory, goesOn, from, to }: Shape) =>
  prepared((db: Reader, hole: Hole) => {
    const { products, productWords } = db.tables
    const prices = {
      minCents: from ? hole('minCents', products.minPriceCents) : undefined,
      maxCents: to ? hole('maxCents', products.maxPriceCents) : undefined,
    }
    const asked = {
      found: db.dialect.foundWords(hole('locale', productWords.language), hole('phrase', productWords.words)),
      where: and(
        eq(products.state, hole('state', products.state)),
        ofCategory ? eq(products.categoryId, hole('categoryId', products.categoryId)) : undefined,
        filterOf(db, { state: null, categoryId: null, ...prices }),
      ),
      limit: sql.placeholder('limit'),
    }
    if (sort === 'popular') return popularMatches(db, { ...asked, past: hole('past', productWords.no) })
    const first = sort === 'newest' ? products.id : products.minPriceCents
    const after = goesOn ? [hole('first', first), hole('id', products.id)] : undefined
    return sortedMatches(db, { sort }, { ...asked, after })
  })
const statements = new Map<string, ReturnType<typeof statementOf>>()

/** A search of the whole shelf or of one category, within a range of prices or not, by a statement built once for each order. */
function plainMatches(db: Reader, query: ProductQuery, after: Key) {
  const { locale, state, categoryId, limit, sort, minCents, maxCents } = query
  const range = { from: minCents !== undefined, to: maxCents !== undefined }
  const shape = { sort, ofCategory: categoryId !== null, goesOn: after !== undefined, ...range }
  const name = Object.values(shape).join(' ')
  const statement = statements.get(name) ?? statementOf(shape)
  statements.set(name, statement)
  const place = { past: pastOf(sort === 'popular' ? after : undefined), first: after?.[0], id: after?.at(-1) }
  const values = { locale, state, categoryId, minCents, maxCents, limit: limit + 1, phrase: phraseOf(db, query) ?? '' }
  return statement(db, { ...values, ...place })
}
