import { Column, is, Param, Placeholder, SQL } from 'drizzle-orm'

/** Looks up what stands in a named place, among values of any shape. */
export type Place<V> = (values: V) => unknown
interface Decoder {
  mapFromDriverValue(value: unknown): unknown
}
interface Statement {
  run(...values: unknown[]): unknown
  all(...values: unknown[]): unknown[][]
  raw(): Statement
}
/** What a query prepared on SQLite is made of. */
interface Insides {
  stmt: Statement
  executeMethod: string
  query: { params: readonly unknown[] }
  fields?: readonly { path: readonly string[]; field: unknown }[]
  joinsNotNullableMap?: Readonly<Record<string, boolean>>
  customResultMapper?: unknown
}

/** Writes a value as it is. */
export const plainEncoder = { mapToDriverValue: (value: unknown): unknown => value }

const isOnSqlite = (query: object): query is Insides => 'stmt' in query && 'executeMethod' in query && 'query' in query

/**
 * Runs a query that Drizzle prepared on SQLite with all that can be known before laid out once: where each value comes from, and which
 * columns need decoding. Drizzle finds it out anew for each value and each row, at several times the engine's own cost. Undefined
 * on the other engine, and for results that only Drizzle knows how to put together.
 */
export function fastQuery<V>(query: object, placeOf: (name: string) => Place<V>): ((values: V) => unknown) | undefined {
  if (!isOnSqlite(query) || query.customResultMapper !== undefined) return undefined
  const fill = query.query.params.map((param) => fillOf(param, placeOf))
  const { stmt, executeMethod, fields } = query
  if (executeMethod === 'run') return (values) => stmt.run(...fill.map((one) => one(values)))
  const nullable = Object.values(query.joinsNotNullableMap ?? {}).includes(false)
  if (executeMethod !== 'all' || fields === undefined || nullable) return undefined
  const make = rowMaker(fields)
  const lists = stmt.raw()
  return make && ((values) => lists.all(...fill.map((one) => one(values))).map(make))
}

function fillOf<V>(param: unknown, placeOf: (name: string) => Place<V>): Place<V> {
  if (is(param, Placeholder)) return placeOf(param.name)
  if (!is(param, Param) || !is(param.value, Placeholder)) return () => param
  const { encoder } = param
  const place = placeOf(param.value.name)
  if (encoder === plainEncoder) return place
  return (values) => encoder.mapToDriverValue(place(values))
}

/** Puts together rows of columns, or of tables by name: `{ a, b }` and `{ x: { a }, y: { b } }`. */
function rowMaker(fields: NonNullable<Insides['fields']>): ((row: unknown[]) => unknown) | undefined {
  if (fields.some(({ path }) => path.length > 2)) return undefined
  const decoders = fields.map(({ field }) => decoderOf(field))
  if (decoders.includes(undefined)) return undefined
  const names = fields.map(({ path }) => path.at(-1) ?? '')
  const groups = fields.map(({ path }) => (path.length === 2 ? (path[0] ?? '') : null))
  return (row) => {
    const made: Record<string, unknown> = {}
    for (let i = 0; i < row.length; i++) {
      const raw = row[i]
      const decoder = decoders[i]
      const value = raw === null || !decoder ? raw : decoder.mapFromDriverValue(raw)
      const group = groups[i] ?? null
      const into = group === null ? made : ((made[group] ??= {}) as Record<string, unknown>)
      into[names[i] ?? ''] = value
    }
    return made
  }
}

/** How a column's value is read; null where it is taken as it is, undefined where only Drizzle knows. */
function decoderOf(field: unknown): Decoder | null | undefined {
  if (is(field, Column)) return field.mapFromDriverValue === Column.prototype.mapFromDriverValue ? null : field
  const made: unknown = is(field, SQL.Aliased) ? field.sql : field
  return is(made, SQL) && hasDecoder(made) ? made.decoder : undefined
}
const hasDecoder = (made: object): made is { decoder: Decoder } => 'decoder' in made
