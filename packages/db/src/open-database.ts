import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Database } from './database.ts'
import { openSqlite, type SqliteOptions } from './open-sqlite.ts'

/** The path that a `file:` address names; a relative one counts from the working directory. */
export const pathOf = (url: string): string =>
  url.startsWith('file://') ? fileURLToPath(url) : resolve(url.slice('file:'.length))

/**
 * Opens the database that DATABASE_URL names, creating and migrating it unless it is wanted `asItIs`: `file:…` is SQLite, `postgres://…` PostgreSQL.
 * Refuses any other address, a schema newer than this release, and settings that would lose acknowledged writes.
 */
export async function openDatabase(
  url: string,
  options: { poolSize?: number } & SqliteOptions = {},
): Promise<Database> {
  if (/^file:./.test(url)) return openSqlite(pathOf(url), options)
  // Loaded only here, so that a shop on SQLite does not pay for it at start.
  if (/^postgres(ql)?:\/\//.test(url)) return (await import('./open-postgres.ts')).openPostgres(url, options)
  const scheme = /^[a-z]+:/i.exec(url)?.[0]
  const got = scheme ? `${scheme}…` : url === '' ? '' : 'no scheme'
  throw new Error(`DATABASE_URL must start with "file:" or "postgres:", got "${got}" (see .env.example)`)
}
