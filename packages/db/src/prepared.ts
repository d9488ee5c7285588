import { type Column, Column as PlainColumn, getTableColumns, type Placeholder, type SQL, sql } from 'drizzle-orm'
import type { Reader, Writer } from './database.ts'
import { fastQuery, type Place, plainEncoder } from './fast-query.ts'
import type { Tables } from './tables/index.ts'

/** A place in a prepared query, named; the column says how its value is written. */
export type Hole = (name: string, column: Column) => SQL
type Values = Readonly<Record<string, unknown>>
interface Query<R> {
  prepare(): { execute(values: Values): Promise<R> }
}

// Drizzle's own place for a value forgets that NULL is not written by the column's rule.
const nullable = (column: Column) => ({
  mapToDriverValue: (value: unknown): unknown => (value === null ? null : column.mapToDriverValue(value)),
})
const holeOf = (name: string, column: Column): SQL => {
  const plain = column.mapToDriverValue === PlainColumn.prototype.mapToDriverValue
  return sql`${sql.param<Placeholder, unknown>(sql.placeholder(name), plain ? plainEncoder : nullable(column))}`
}

/** Lists longer than this are built each time: they are rare, and each length is a statement of its own. */
const mostHeld = 24

/** How the values of a query are found: each one by its name, or all of them as Drizzle wants them. */
interface Filling<V> {
  placeOf(name: string): Place<V>
  all(values: V): Values
}

function holding<D extends Reader, V, R>(build: (db: D, hole: Hole, size: number) => Query<R>, filling: Filling<V>) {
  type Run = (values: V) => R | Promise<R>
  const held = new WeakMap<D, Map<number, Run>>()
  const prepare = (db: D, size: number): Run => {
    const query = build(db, holeOf, size).prepare()
    const fast = fastQuery<V>(query, filling.placeOf)
    if (fast === undefined) return (values) => query.execute(filling.all(values))
    // The rows are what the builder's type says; Drizzle makes the same ones (prepared.test.ts).
    return (values) => fast(values) as R
  }
  return async (db: D, values: V, size: number): Promise<R> => {
    let known = held.get(db)
    if (known === undefined) held.set(db, (known = new Map()))
    let run = known.get(size)
    if (run === undefined) {
      run = prepare(db, size)
      if (size <= mostHeld) known.set(size, run)
    }
    return run(values)
  }
}

const byName: Filling<Values> = {
  placeOf(name) {
    // The places of a list are numbers: its values may come as one.
    const place = /^\d+$/.test(name) ? Number(name) : name
    return (values) => {
      const value = values[place]
      if (value === undefined && !(place in values)) throw new Error(`no value for ${name}`)
      return value
    }
  },
  all: (values) => values,
}

/**
 * A hot query: built once for each connection (and each `size`, the length of a list in it), then only filled. Drizzle needs twenty
 * times as long to build a point read as the engine to answer it.
 */
export function prepared<D extends Reader, R>(build: (db: D, hole: Hole, size: number) => Query<R>) {
  const run = holding(build, byName)
  return (db: D, values: Values = {}, size = 0): Promise<R> => run(db, values, size)
}

const places = (size: number) => Array.from({ length: size }, (_, i) => i)

/** The holes of a list: `inArray(column, holes(hole, column, size))`, filled with `listed(values)`. */
export const holes = (hole: Hole, column: Column, size: number): SQL =>
  sql`(${sql.join(
    places(size).map((i) => hole(String(i), column)),
    sql`, `,
  )})`
export function listed(values: readonly unknown[]): Values {
  const byPlace: object = values
  return byPlace as Values
}

type AnyTable = Tables[keyof Tables]
type Rows<T extends AnyTable> = readonly T['$inferInsert'][]

/** The rows of an insert as holes: every column has one. */
export function rowHoles<T extends AnyTable>(table: T, hole: Hole, size: number): T['$inferInsert'][] {
  const columns = Object.entries<Column>(getTableColumns(table))
  // An SQL may stand where a value does; TypeScript cannot know a row whose table is not known yet.
  const row = (i: number) =>
    Object.fromEntries(columns.map(([name, column]) => [name, hole(`${i}.${name}`, column)])) as never
  return places(size).map(row)
}

/** What fills them; a column that a row leaves out is NULL. */
export function rowValues<T extends AnyTable>(table: T, rows: Rows<T>): Record<string, unknown> {
  const names = Object.keys(getTableColumns(table))
  const values: Record<string, unknown> = {}
  rows.forEach((row: Record<string, unknown>, i) => {
    for (const name of names) values[`${i}.${name}`] = row[name] ?? null
  })
  return values
}

type Insert = (tx: Writer, rows: Rows<AnyTable>, size: number) => Promise<unknown>
const inserts = new WeakMap<AnyTable, Insert>()

const insertInto = (table: AnyTable): Insert =>
  holding((db: Writer, hole: Hole, size) => db.insert(table).values(rowHoles(table, hole, size)), {
    placeOf(name) {
      const dot = name.indexOf('.')
      const [row, column] = [Number(name.slice(0, dot)), name.slice(dot + 1)]
      return (rows: readonly Record<string, unknown>[]) => rows[row]?.[column] ?? null
    },
    all: (rows) => rowValues(table, rows as Rows<AnyTable>),
  })

/** Inserts rows, none too, by a prepared statement. */
export async function insertRows<T extends AnyTable>(tx: Writer, table: T, rows: Rows<T>): Promise<void> {
  if (rows.length === 0) return
  let insert = inserts.get(table)
  if (insert === undefined) inserts.set(table, (insert = insertInto(table)))
  await insert(tx, rows, rows.length)
}
