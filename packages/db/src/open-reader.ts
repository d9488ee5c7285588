import { drizzle } from 'drizzle-orm/better-sqlite3'
import { type Reader, readerOf } from './database.ts'
import { sqliteDialect } from './dialects.ts'
import { connectReadOnly } from './sqlite-connection.ts'
import { sqliteTables } from './tables.sqlite.ts'

/** Opens a SQLite file for reading alone, as it is: nothing is created, migrated or changed. */
export function openReader(path: string): { read: Reader; close: () => void } {
  const connection = connectReadOnly(path)
  const face = { tables: sqliteTables, dialect: sqliteDialect, commits: null, shareTurn: null, textIndex: null }
  return { read: readerOf(drizzle(connection, { casing: 'snake_case' }), face), close: () => void connection.close() }
}
