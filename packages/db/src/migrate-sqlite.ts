import { sqliteGuards, sqliteTextIndex } from './guards.ts'
import {
  type Applied,
  guardsTag,
  hashOf,
  type Migration,
  pendingMigrations,
  readMigrations,
  refuseOtherSchema,
} from './migrations.ts'
import { migrationsFolder } from './root.ts'
import { type Connection, connectReadOnly, connectSqlite } from './sqlite-connection.ts'

const guardsHash = hashOf([...sqliteTextIndex.statements, ...sqliteGuards].join('\n'))

/**
 * Brings a file to this release's schema, whole or not at all.
 * On a connection of its own: drizzle-kit rebuilds a table by DROP, and foreign keys can only be switched off before BEGIN.
 */
export function migrateSqlite(path: string, migrations = readMigrations(migrationsFolder('sqlite'))): void {
  const connection = connectSqlite(path)
  try {
    connection.pragma('foreign_keys = off')
    // A statement that changes every row of a long table notes them all in case it fails: on disk, for a small machine.
    connection.pragma('temp_store = file')
    connection.exec('begin immediate')
    connection.exec(
      'create table if not exists schema_migrations (position integer not null, tag text primary key not null, hash text not null, applied_at text not null)',
    )
    const applied = appliedTo(connection)
    const pending = pendingMigrations(migrations, applied)
    const guarded = applied.some(({ tag, hash }) => tag === guardsTag && hash === guardsHash)
    if (pending.length > 0 || !guarded) apply(connection, pending)
    connection.exec('commit')
  } finally {
    connection.close() // an open transaction is rolled back
  }
}

const appliedTo = (connection: Connection): Applied[] =>
  connection.prepare<[], Applied>('select position, tag, hash from schema_migrations').all()

/** Looks at a file and changes nothing in it. Throws OlderSchema; refuses a newer schema too. */
export function refuseOtherFile(path: string): void {
  const connection = connectReadOnly(path)
  try {
    const begun = connection.prepare(`select 1 from sqlite_schema where name = 'schema_migrations'`).get() !== undefined
    refuseOtherSchema(readMigrations(migrationsFolder('sqlite')), begun ? appliedTo(connection) : [])
  } finally {
    connection.close()
  }
}

function apply(connection: Connection, pending: readonly Migration[]): void {
  const record = connection.prepare('insert or replace into schema_migrations values (?, ?, ?, ?)')
  const now = new Date().toISOString()
  const triggers = connection.prepare<[], string>(`select name from sqlite_schema where type = 'trigger'`).pluck().all()
  for (const name of triggers) connection.exec(`drop trigger "${name}"`)
  for (const migration of pending) {
    for (const statement of migration.statements) connection.exec(statement)
    record.run(migration.position, migration.tag, migration.hash, now)
  }
  for (const statement of isIndexed(connection, pending) ? [] : sqliteTextIndex.statements) connection.exec(statement)
  for (const guard of sqliteGuards) connection.exec(guard)
  record.run(-1, guardsTag, guardsHash, now)
  const broken = connection.pragma('foreign_key_check') as { table: string }[]
  if (broken.length > 0)
    throw new Error(
      `The migration would leave ${broken.length} rows without their parent, first in ${broken[0]?.table}.`,
    )
}

/** Whether the text index has today's shape, and no migration changed its words while no trigger kept it up to date. */
function isIndexed(connection: Connection, pending: readonly Migration[]): boolean {
  const shape = connection.prepare<[], string>(`select sql from sqlite_schema where name = 'product_words_fts'`).pluck()
  const changes = new RegExp(
    `\\b(?:into|delete from|update|table(?: if exists)?) +[\`"]?${sqliteTextIndex.source}\\b`,
    'i',
  )
  const touched = pending.some(({ statements }) => statements.some((one) => changes.test(one)))
  return !touched && shape.get() === sqliteTextIndex.shape
}
