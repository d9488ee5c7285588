import type { Id } from '@comptoir/domain'
import { and, desc, eq, type SQL, sql } from 'drizzle-orm'
import type { Reader } from '../database.ts'
import { optionsOf } from './catalog.ts'
import { prepared } from '../prepared.ts'
import {
  chosenValues,
  filterOf,
  findable,
  findsNothing,
  foundOf,
  hasValue,
  hasVariant,
  isFound,
  mostFound,
  type ProductFilter,
  searched,
} from './product-filters.ts'

/** No count looks at more products than this. */
export const mostCounted = 10_000
const mostValues = 200

export interface ValueCount {
  optionCode: string
  code: string
  optionName: string
  name: string
  swatch: string | null
  count: number
  /** Where the value stands among those of its option, at the latest: small before large. */
  place: number
}

/** What a list holds: each count is the number of rows that the list has when its one filter is set instead of what is set for it now. */
export interface Facets {
  total: number
  /** More products than `mostCounted` are in the list: the counts are those of so many. */
  more: boolean
  inStock: number
  minCents: number | null
  maxCents: number | null
  categories: { id: Id<'category'>; count: number }[]
  values: ValueCount[]
}

const none: Facets = { total: 0, more: false, inStock: 0, minCents: null, maxCents: null, categories: [], values: [] }

/** Counts of a list by category, option value, price and stock, over at most `mostCounted` products. */
export async function readFacets(db: Reader, filter: ProductFilter, asked = mostCounted): Promise<Facets> {
  if (!findable(filter)) return none
  const most = searched(filter) ? Math.min(asked, mostFound) : asked
  const all = await sums(db, filter, most)
  const stocked = filter.inStock === true ? all : await sums(db, { ...filter, inStock: true }, most)
  const prices =
    filter.minCents === undefined && filter.maxCents === undefined
      ? all
      : await sums(db, { ...filter, minCents: undefined, maxCents: undefined }, most)
  return {
    total: Math.min(all.count, most),
    more: all.count > most,
    inStock: Math.min(stocked.count, most),
    minCents: prices.minCents,
    maxCents: prices.maxCents,
    categories: await countCategories(db, { ...filter, categoryId: null }, most),
    values: await countValues(db, filter, most),
  }
}

/** How many products a filter keeps, at most one more than `most`. */
export const countProducts = async (db: Reader, filter: ProductFilter, most = mostCounted): Promise<number> =>
  (await findsNothing(db, filter)) ? 0 : (await sums(db, filter, most)).count

const firstOfMore = prepared(({ tables: { products }, ...db }: Reader) =>
  db.select({ id: products.id }).from(products).orderBy(products.id).limit(1).offset(sql.placeholder('most')),
)
/** Whether the shop has more products than this, in whatever state. */
export const holdsMore = async (db: Reader, most: number): Promise<boolean> =>
  (await firstOfMore(db, { most })).length > 0

/** The products that a filter keeps, at most one more than are counted. */
function shelf(db: Reader, filter: ProductFilter, most: number) {
  const { products } = db.tables
  const { id, categoryId, minPriceCents, maxPriceCents } = products
  const columns = { id, categoryId, minPriceCents, maxPriceCents }
  const from = searched(filter)
    ? db.select(columns).from(foundOf(db, filter)).crossJoin(products)
    : db.select(columns).from(products)
  return from
    .where(and(searched(filter) ? isFound(db) : undefined, filterOf(db, filter)))
    .orderBy(...(searched(filter) ? [sql`found.no`] : []))
    .limit(most + 1)
    .as('shelf')
}

const counted = sql`count(*)`.mapWith(Number)
const amountOf = (text: unknown) => (text === null ? null : Number(text))

async function sums(db: Reader, filter: ProductFilter, most: number) {
  const on = shelf(db, filter, most)
  const [row] = await db
    .select({
      count: counted,
      minCents: sql<unknown>`min(${on.minPriceCents})`,
      maxCents: sql<unknown>`max(${on.maxPriceCents})`,
    })
    .from(on)
  return {
    count: row?.count ?? 0,
    minCents: amountOf(row?.minCents ?? null),
    maxCents: amountOf(row?.maxCents ?? null),
  }
}

async function countCategories(db: Reader, filter: ProductFilter, most: number) {
  const on = shelf(db, filter, most)
  const rows = await db.select({ id: on.categoryId, count: counted }).from(on).groupBy(on.categoryId)
  return rows.flatMap(({ id, count }) => (id === null ? [] : [{ id, count }]))
}

/** Each option is counted as if nothing were chosen of it: what a click on one of its values would give. */
async function countValues(db: Reader, filter: ProductFilter, most: number): Promise<ValueCount[]> {
  const { productOptionValues: known } = db.tables
  const chosen = [...chosenValues(filter.options).keys()]
  const rows = [
    ...(await valuesOf(db, filter, { most, of: chosen.length === 0 ? undefined : notOneOf(chosen) })),
    ...(
      await Promise.all(
        chosen.map((option) => {
          const others = filter.options?.filter((one) => !one.startsWith(`${option}:`))
          return valuesOf(db, { ...filter, options: others }, { most, of: eq(known.optionCode, option) })
        }),
      )
    ).flat(),
  ]
  return rows

  function notOneOf(codes: string[]): SQL | undefined {
    return and(...codes.map((code) => sql`${known.optionCode} <> ${code}`))
  }
}

async function valuesOf(
  db: Reader,
  filter: ProductFilter,
  { most, of }: { most: number; of: SQL | undefined },
): Promise<ValueCount[]> {
  const { productOptionValues: known, productOptions: option, variants } = db.tables
  const on = shelf(db, filter, most)
  const ofOption = and(eq(option.productId, known.productId), eq(option.code, known.optionCode))
  const own = hasValue(variants, [known.code], sql`${option.position}`)
  const rows = await db
    .select({
      ...{ optionCode: known.optionCode, code: known.code, count: counted },
      swatch: sql<string | null>`min(${known.swatch})`,
      place: sql`max(${known.position})`.mapWith(Number),
      example: sql<Id<'product'>>`min(${known.productId})`,
    })
    .from(on)
    .innerJoin(known, eq(known.productId, on.id))
    .innerJoin(option, ofOption)
    .where(and(of, hasVariant(db, sql`${on.id}`, filter, own)))
    .groupBy(known.optionCode, known.code)
    .orderBy(desc(counted), known.optionCode, known.code)
    .limit(mostValues)
  // A value is called what the first of its products calls it.
  const options = await optionsOf(db, [...new Set(rows.map(({ example }) => example))])
  return rows.map(({ example, ...row }) => {
    const option = options.get(example)?.find(({ code }) => code === row.optionCode)
    const value = option?.values.find(({ code }) => code === row.code)
    const [optionName, name] = [option?.names[filter.locale], value?.names[filter.locale]]
    return { ...row, optionName: optionName ?? row.optionCode, name: name ?? row.code }
  })
}
