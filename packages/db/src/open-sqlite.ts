import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { refuse } from '@comptoir/domain'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { type Database, readerOf, type Writer, writerOf } from './database.ts'
import { migrateSqlite } from './migrate-sqlite.ts'
import { sqliteDialect } from './dialects.ts'
import { type Connection, connectSqlite } from './sqlite-connection.ts'
import { sqliteTables } from './tables.sqlite.ts'
import { errorCode } from './violations.ts'
import { type OpenWrite, strayStatement, writeScope } from './write-scope.ts'

const open = (connection: Connection) => drizzle(connection, { casing: 'snake_case' })

/** Opens, creates and migrates a SQLite file: one reader that sees the last commit, one writer behind a queue. */
export async function openSqlite(path: string, { busyMs = 5000 }: { busyMs?: number } = {}): Promise<Database> {
  mkdirSync(dirname(path), { recursive: true })
  migrateSqlite(path)
  const readerConnection = connectSqlite(path, busyMs)
  readerConnection.pragma('query_only = on')
  const writerConnection = connectSqlite(path, busyMs)
  const face = { tables: sqliteTables, dialect: sqliteDialect }
  const read = readerOf(open(readerConnection), face)

  const scope = writeScope()
  let current: OpenWrite | undefined
  // Drizzle prepares each statement when it runs, so this is where a statement of a finished work is stopped.
  const guarded: Connection = Object.create(writerConnection, {
    prepare: {
      value: (source: string) => {
        if (!current?.mine()) throw strayStatement()
        return writerConnection.prepare(source)
      },
    },
  })
  const tx = writerOf(open(guarded), face)

  async function transact<T>(work: (tx: Writer) => Promise<T>): Promise<T> {
    begin(writerConnection)
    const write = (current = scope.begin())
    const strayed = Promise.withResolvers<never>()
    const guard = setImmediate(() => strayed.reject(new Error('awaited something outside tx inside write')))
    try {
      const result = await Promise.race([write.run(async () => work(tx)), strayed.promise])
      write.end()
      writerConnection.exec('commit')
      return result
    } catch (error) {
      write.end()
      if (writerConnection.inTransaction) writerConnection.exec('rollback')
      throw error
    } finally {
      clearImmediate(guard)
    }
  }

  let last: Promise<unknown> = Promise.resolve()
  let closed: Promise<void> | undefined
  const close = async () => {
    await last
    readerConnection.close()
    writerConnection.close()
  }
  return {
    read,
    dialect: sqliteDialect,
    async write(work) {
      scope.refuseNested()
      if (closed) throw new Error('the database is closed')
      const turn = last.then(() => transact(work))
      last = turn.then(breathe, breathe)
      return turn
    },
    close: () => (closed ??= close()),
  }
}

// Other requests get a turn of the event loop between two writes.
const breathe = () => new Promise<void>((resolve) => void setImmediate(resolve))

function begin(connection: Connection): void {
  try {
    connection.exec('begin immediate')
  } catch (error) {
    if (errorCode(error)?.startsWith('SQLITE_BUSY')) refuse('shop_busy')
    throw error
  }
}
