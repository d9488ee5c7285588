import Sqlite from 'better-sqlite3'
import { vi } from 'vitest'
import { pathOf } from './open-database.ts'
import { connectSqlite } from './sqlite-connection.ts'
import type { TestDatabase } from './testing.ts'

interface Noted {
  sql: string
  values: unknown[]
}

/** Notes every statement of SQLite: `read` are those that it answers with rows, with how many, `changed` the others. */
export function countRows(): { read: (Noted & { rows: number })[]; changed: Noted[]; [Symbol.dispose](): void } {
  const memory = new Sqlite(':memory:')
  const statement: Pick<Sqlite.Statement, 'all' | 'run'> = Object.getPrototypeOf(memory.prepare('select 1'))
  memory.close()
  const read: (Noted & { rows: number })[] = []
  const changed: Noted[] = []
  const { all, run } = statement
  const spies = [
    vi.spyOn(statement, 'all').mockImplementation(function (this: Sqlite.Statement, ...values) {
      const rows = all.apply(this, values)
      read.push({ sql: this.source, values, rows: rows.length })
      return rows
    }),
    vi.spyOn(statement, 'run').mockImplementation(function (this: Sqlite.Statement, ...values) {
      changed.push({ sql: this.source, values })
      return run.apply(this, values)
    }),
  ]
  return { read, changed, [Symbol.dispose]: () => spies.forEach((spy) => spy.mockRestore()) }
}

/** How SQLite goes about a statement: the steps of its plan. */
export function planOf(db: TestDatabase, { sql, values }: Noted): string[] {
  const connection = connectSqlite(pathOf(db.url))
  try {
    const steps: unknown[] = connection.prepare(`explain query plan ${sql}`).all(...values)
    return steps.map((step) => String(Object(step).detail))
  } finally {
    connection.close()
  }
}
