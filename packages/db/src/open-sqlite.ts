import { AsyncLocalStorage } from 'node:async_hooks'
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { Refusal } from '@comptoir/domain'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { type Database, readerOf, writerOf } from './database.ts'
import { groupCommit, type GroupSteps } from './group-commit.ts'
import { holdStatements } from './held-statements.ts'
import { migrateSqlite, refuseOtherFile } from './migrate-sqlite.ts'
import { sqliteDialect } from './dialects.ts'
import { type ReadMoments, readMoments } from './read-moments.ts'
import { type Connection, connectSqlite } from './sqlite-connection.ts'
import { sqliteTables } from './tables.sqlite.ts'
import { textIndexOf } from './text-index.ts'
import { errorCode } from './violations.ts'
import { type OpenWrite, strayStatement, writeScope } from './write-scope.ts'

const open = (connection: Connection) => drizzle(connection, { casing: 'snake_case' })

/** How long the engine itself waits for another process's lock, in ms: the event loop stands still meanwhile. */
const blockedMs = 10

export interface SqliteOptions {
  /** Opens a database only as it is: one of another release is refused and left alone. */
  asItIs?: boolean
  /** How long another process's lock is waited for, in ms. */
  busyMs?: number
  /** How many writes one COMMIT may carry; 1 gives each its own. */
  groupMost?: number
  /** After how many ms no further write joins a group. */
  groupMs?: number
  /** Runs after each COMMIT, before anyone is answered: for measurements and rigs. */
  onCommit?: () => void
}

/** Opens, creates and migrates a SQLite file: one reader that sees the last commit, one writer behind a queue. */
export async function openSqlite(
  path: string,
  { asItIs = false, busyMs = 5000, groupMost = 128, groupMs = 20, onCommit = () => {} }: SqliteOptions = {},
): Promise<Database> {
  if (asItIs) refuseOtherFile(path)
  else {
    mkdirSync(dirname(path), { recursive: true })
    migrateSqlite(path)
  }
  const readerConnection = connectSqlite(path, busyMs)
  readerConnection.pragma('query_only = on')
  const writerConnection = connectSqlite(path, Math.min(busyMs, blockedMs))
  const face = { tables: sqliteTables, dialect: sqliteDialect, commits: null, shareTurn: null, textIndex: null }
  const moments = readMoments(readerConnection)
  const held = holdStatements(readerConnection, moments.enter)
  const { commits, shareTurn } = moments
  const read = readerOf(open(held), { ...face, commits, shareTurn, textIndex: textIndexOf(held) })

  const scope = writeScope()
  let current: OpenWrite | undefined
  const guarded = holdStatements(writerConnection, () => {
    // An error may have made the engine undo everything: what comes after it would be on the disk at once.
    if (!current?.mine() || !writerConnection.inTransaction) throw strayStatement()
  })
  const tx = writerOf(open(guarded), face)

  async function guard<T>(work: () => Promise<T>): Promise<T> {
    const write = (current = scope.begin())
    const strayed = Promise.withResolvers<never>()
    const timer = setImmediate(() => strayed.reject(new Error('awaited something outside tx inside write')))
    try {
      return await Promise.race([write.run(work), strayed.promise])
    } finally {
      write.end()
      clearImmediate(timer)
    }
  }

  const group = groupCommit(stepsOf(writerConnection, moments, onCommit), { most: groupMost, ms: groupMs, busyMs })
  let closed: Promise<void> | undefined
  const close = async () => {
    await group.settled()
    readerConnection.close()
    writerConnection.close()
  }
  return {
    read,
    dialect: sqliteDialect,
    async write(work) {
      scope.refuseNested()
      if (closed) throw new Error('the database is closed')
      // The work runs in its caller's context, not in that of whoever opened the group.
      const inContext = AsyncLocalStorage.snapshot()
      return group.write(() => inContext(() => guard(async () => work(tx))))
    },
    close: () => (closed ??= close()),
  }
}

function stepsOf(connection: Connection, moments: ReadMoments, onCommit: () => void): GroupSteps {
  const step = (source: string) => {
    const statement = connection.prepare(source)
    return () => void statement.run()
  }
  const begin = step('begin immediate')
  const commit = step('commit')
  return {
    begin: () => politely(begin),
    commit() {
      // Whoever reads on in the same moment shall see it.
      moments.end()
      politely(commit)
      onCommit()
    },
    rollback: step('rollback'),
    savepoint: step('savepoint work'),
    release: step('release work'),
    rollbackTo: step('rollback to work'),
    inTransaction: () => connection.inTransaction,
    isBusy: (error) => error instanceof Refusal && error.code === 'shop_busy',
    blamesOne: (error) => errorCode(error)?.startsWith('SQLITE_CONSTRAINT') ?? false,
  }
}

function politely(step: () => void): void {
  try {
    step()
  } catch (error) {
    if (errorCode(error)?.startsWith('SQLITE_BUSY')) throw Object.assign(new Refusal('shop_busy', {}), { cause: error })
    throw error
  }
}
