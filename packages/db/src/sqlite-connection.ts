import Sqlite from 'better-sqlite3'

export type Connection = Sqlite.Database

const oldestSafe = [3, 51, 3] as const

/** SQLite before 3.51.3 can corrupt a file when two connections write and checkpoint together (SAFETY 5, fact 10). */
export function isSafeVersion(version: string): boolean {
  const parts = version.split('.').map(Number)
  for (const [i, least] of oldestSafe.entries()) {
    const part = parts[i] ?? 0
    if (part !== least) return part > least
  }
  return true
}

/** The engine says that it cannot open a file, not which one. */
function opened(path: string, options: Sqlite.Options): Connection {
  try {
    return new Sqlite(path, options)
  } catch (error) {
    if (error instanceof Error) error.message = `${path}: ${error.message}`
    throw error
  }
}

/** Opens a file with the settings that the shop's promises rest on; refuses to go on when one does not hold. */
export function connectSqlite(path: string, busyMs = 5000): Connection {
  const connection = opened(path, { timeout: busyMs })
  try {
    const version = String(connection.prepare('select sqlite_version()').pluck().get())
    if (!isSafeVersion(version))
      throw new Error(`SQLite ${version} is too old: ${oldestSafe.join('.')} or newer is needed (run pnpm install).`)
    const set = (pragma: string, value: string | number, wanted: unknown = value) => {
      connection.pragma(`${pragma} = ${value}`)
      const found: unknown = connection.pragma(pragma, { simple: true })
      if (found !== wanted) throw new Error(`SQLite did not accept ${pragma} = ${value} on ${path}: it says ${found}.`)
    }
    set('busy_timeout', busyMs)
    set('journal_mode', 'wal')
    set('synchronous', 'full', 2)
    set('foreign_keys', 'on', 1)
    // Without it INSERT OR REPLACE would delete from an append-only table past its trigger.
    set('recursive_triggers', 'on', 1)
    // What grew while somebody read in one go is given back when the log begins anew (SAFETY F-12); it begins anew at 4 MB.
    set('journal_size_limit', 16 * 1024 * 1024)
    // Else each SAVEPOINT of a group copies the pages that it changes to a file of its own.
    set('temp_store', 'memory', 2)
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}

/** Opens a file that stays as it is: for long reads and for looking into a copy. */
export function connectReadOnly(path: string): Connection {
  const connection = opened(path, { readonly: true, fileMustExist: true, timeout: 5000 })
  connection.pragma('query_only = on')
  return connection
}
