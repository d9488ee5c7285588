import Sqlite from 'better-sqlite3'
import { vi } from 'vitest'

/** Notes every statement that SQLite answers with rows, and how many: `read` is the list of them. */
export function countRows(): { read: { sql: string; values: unknown[]; rows: number }[]; [Symbol.dispose](): void } {
  const memory = new Sqlite(':memory:')
  const statement: { all: (...values: unknown[]) => unknown[] } = Object.getPrototypeOf(memory.prepare('select 1'))
  memory.close()
  const read: { sql: string; values: unknown[]; rows: number }[] = []
  const { all } = statement
  const spy = vi.spyOn(statement, 'all').mockImplementation(function (this: Sqlite.Statement, ...values) {
    const rows = all.apply(this, values)
    read.push({ sql: this.source, values, rows: rows.length })
    return rows
  })
  return { read, [Symbol.dispose]: () => spy.mockRestore() }
}
