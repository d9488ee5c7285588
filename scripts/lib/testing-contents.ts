import { createHash } from 'node:crypto'
import { DatabaseSync } from 'node:sqlite'

interface Contents {
  rows: number
  hash: string
}

/** Every table of a SQLite file with its number of rows and one hash over all of them, in the order they are stored. */
export function contentsOf(file: string): Record<string, Contents> {
  const db = new DatabaseSync(file, { readOnly: true })
  try {
    const tables = db
      .prepare(`select name from sqlite_schema where type = 'table' and sql not like '%virtual%' order by name`)
      .all()
    return Object.fromEntries(
      tables.map(({ name }) => {
        const rows = db.prepare(`select * from "${String(name)}"`).all()
        return [
          String(name),
          { rows: rows.length, hash: createHash('sha256').update(JSON.stringify(rows)).digest('hex') },
        ]
      }),
    )
  } finally {
    db.close()
  }
}
