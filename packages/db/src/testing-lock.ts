import { pathOf } from './open-database.ts'
import { connectSqlite } from './sqlite-connection.ts'

/** What another process does that writes to the same SQLite file: nobody else can, until the answer is called. */
export function lockSqlite(url: string): () => void {
  const connection = connectSqlite(pathOf(url), 0)
  connection.exec('begin immediate')
  return () => connection.close()
}
