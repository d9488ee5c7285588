import { copyFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { afterAll, describe, inject } from 'vitest'
import type {} from './testing-postgres.ts'
import type { Database } from './database.ts'
import { readMigrations } from './migrations.ts'
import { openDatabase, pathOf } from './open-database.ts'
import { migrationsFolder } from './root.ts'
import { connectSqlite } from './sqlite-connection.ts'

export type Engine = Database['dialect']['name']
export const engines = ['sqlite', 'postgres'] as const satisfies readonly Engine[]

/** A migrated, empty database of its own; `await using` closes and removes it. */
export interface TestDatabase extends Database, AsyncDisposable {
  readonly engine: Engine
  /** What DATABASE_URL would say: a second process may open it. */
  readonly url: string
  /** Runs raw SQL past the write door, on a connection of its own: to plant what the shop itself would never write. */
  execute(statements: string): Promise<void>
}

/** Registers the same tests for SQLite and for a real PostgreSQL; `open()` gives each test a database of its own. */
export function onEachDatabase(name: string, tests: (open: () => Promise<TestDatabase>, engine: Engine) => void): void {
  for (const engine of engines) describe(`${name} (${engine})`, () => tests(() => openTestDatabase(engine), engine))
}

/** Opens a fresh database copied from a migrated template. PostgreSQL needs `testing-postgres.ts` as a globalSetup. */
export const openTestDatabase = (engine: Engine): Promise<TestDatabase> =>
  engine === 'sqlite' ? openTestSqlite() : openTestPostgres()

let folder: Promise<string> | undefined
let template: Promise<string> | undefined
let serial = 0

const ownFolder = () => (folder ??= mkdtemp(join(tmpdir(), 'comptoir-test-')))
afterAll(async () => {
  const made = await folder
  folder = template = undefined
  if (made !== undefined) await rm(made, { recursive: true, force: true })
})

async function sqliteTemplate(): Promise<string> {
  const path = join(await ownFolder(), 'template.db')
  await (await openDatabase(`file:${path}`)).close()
  return path
}

async function openTestSqlite(): Promise<TestDatabase> {
  const path = join(await ownFolder(), `shop-${++serial}.db`)
  await copyFile(await (template ??= sqliteTemplate()), path)
  const url = `file:${path}`
  const database = await openDatabase(url)
  return {
    ...database,
    engine: 'sqlite',
    url,
    async execute(statements) {
      const connection = connectSqlite(pathOf(url))
      try {
        connection.pragma('foreign_keys = off')
        connection.exec(statements)
      } finally {
        connection.close()
      }
      // As another process would have done it: whoever reads on does so at a later moment.
      await setImmediate()
    },
    async [Symbol.asyncDispose]() {
      await database.close()
      await Promise.all(['', '-wal', '-shm'].map((suffix) => rm(path + suffix, { force: true })))
    },
  }
}

/** Makes an empty shop as the release before `tag` left it, or before the newest migration; without guards, which know tables of later releases. */
export function makeOlderShop(path: string, tag?: string): void {
  const known = readMigrations(migrationsFolder('sqlite'))
  const connection = connectSqlite(path)
  try {
    connection.exec(
      'create table schema_migrations (position integer not null, tag text primary key not null, hash text not null, applied_at text not null)',
    )
    const record = connection.prepare(`insert into schema_migrations values (?, ?, ?, '')`)
    for (const migration of known.slice(0, tag === undefined ? -1 : known.findIndex((one) => one.tag.endsWith(tag)))) {
      for (const statement of migration.statements) connection.exec(statement)
      record.run(migration.position, migration.tag, migration.hash)
    }
  } finally {
    connection.close()
  }
}

async function openTestPostgres(): Promise<TestDatabase> {
  const { takeDatabase } = await import('./testing-databases.ts')
  const { url, execute, letGo } = await takeDatabase(inject('postgresDoor'))
  const database = await openDatabase(url, { poolSize: 8 })
  return {
    ...database,
    engine: 'postgres',
    url,
    execute,
    async [Symbol.asyncDispose]() {
      await database.close()
      await letGo()
    },
  }
}
