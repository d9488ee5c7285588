import { pathOf } from './open-database.ts'
import { connectReadOnly, connectSqlite } from './sqlite-connection.ts'

/** What another process does that writes to the same SQLite file: nobody else can, until the answer is called. */
export function lockSqlite(url: string): () => void {
  const connection = connectSqlite(pathOf(url), 0)
  connection.exec('begin immediate')
  return () => connection.close()
}

/** What another program does that reads the same SQLite file in one go, as a backup does: it ends when the answer is called. */
export function readForLong(url: string): () => void {
  const connection = connectReadOnly(pathOf(url))
  connection.exec('begin')
  connection.prepare('select count(*) from sqlite_schema').get()
  return () => connection.close()
}
