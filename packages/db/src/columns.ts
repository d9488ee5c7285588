import type { Cents } from '@comptoir/domain'
import * as postgres from 'drizzle-orm/pg-core'
import * as sqlite from 'drizzle-orm/sqlite-core'

/** The kinds of columns the shop uses, as SQLite spells them: the reference for the types. */
export const sqliteColumns = {
  table: sqlite.sqliteTable,
  index: sqlite.index,
  uniqueIndex: sqlite.uniqueIndex,
  check: sqlite.check,
  primaryKey: sqlite.primaryKey,
  text: () => sqlite.text(),
  int: () => sqlite.integer(),
  cents: () => sqlite.integer().$type<Cents>(),
  flag: () => sqlite.integer({ mode: 'boolean' }),
  instant: () => sqlite.integer({ mode: 'timestamp_ms' }),
  json: <T>() => sqlite.text({ mode: 'json' }).$type<T>(),
  bytes: () => sqlite.blob({ mode: 'buffer' }),
}
export type Columns = typeof sqliteColumns

const bytea = postgres.customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' })

/** The same kinds as PostgreSQL spells them; `columns.test-d.ts` proves that their data types agree. */
export const postgresColumns = {
  table: postgres.pgTable,
  index: postgres.index,
  uniqueIndex: postgres.uniqueIndex,
  check: postgres.check,
  primaryKey: postgres.primaryKey,
  text: () => postgres.text(),
  int: () => postgres.bigint({ mode: 'number' }),
  cents: () => postgres.bigint({ mode: 'number' }).$type<Cents>(),
  flag: () => postgres.boolean(),
  instant: () => postgres.timestamp({ withTimezone: true, precision: 3, mode: 'date' }),
  json: <T>() => postgres.jsonb().$type<T>(),
  bytes: () => bytea(),
}
