import type { ClientBase } from 'pg'
import { postgresGuards } from './guards.ts'
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

const guardsHash = hashOf(postgresGuards.join('\n'))
// Any fixed number: two processes that start at once take turns on it.
const advisoryLock = 7_264_813

/** Brings a database to this release's schema, whole or not at all. */
export async function migratePostgres(
  client: ClientBase,
  migrations = readMigrations(migrationsFolder('postgres')),
): Promise<void> {
  await client.query('begin')
  try {
    await client.query('set local statement_timeout = 0')
    await client.query('select pg_advisory_xact_lock($1)', [advisoryLock])
    await client.query(
      'create table if not exists schema_migrations (position integer not null, tag text primary key, hash text not null, applied_at timestamptz not null default now())',
    )
    const applied = await appliedTo(client)
    const pending = pendingMigrations(migrations, applied)
    const guarded = applied.some(({ tag, hash }) => tag === guardsTag && hash === guardsHash)
    if (pending.length > 0 || !guarded) await apply(client, pending)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

const appliedTo = async (client: ClientBase): Promise<Applied[]> =>
  (await client.query<Applied>('select position, tag, hash from schema_migrations')).rows

/** Looks at a database and changes nothing in it. Throws OlderSchema; refuses a newer schema too. */
export async function refuseOtherDatabase(client: ClientBase): Promise<void> {
  const { rows } = await client.query(`select 1 where to_regclass('schema_migrations') is not null`)
  refuseOtherSchema(readMigrations(migrationsFolder('postgres')), rows.length > 0 ? await appliedTo(client) : [])
}

async function apply(client: ClientBase, pending: readonly Migration[]): Promise<void> {
  const record = (row: Applied) =>
    client.query(
      `insert into schema_migrations (position, tag, hash) values ($1, $2, $3)
       on conflict (tag) do update set hash = excluded.hash, applied_at = now()`,
      [row.position, row.tag, row.hash],
    )
  for (const migration of pending) {
    for (const statement of migration.statements) await client.query(statement)
    await record(migration)
  }
  for (const guard of postgresGuards) await client.query(guard)
  await record({ position: -1, tag: guardsTag, hash: guardsHash })
}
