import { rmSync } from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'

const orders = 64
const rows = 14

/** Orders a second of nothing but SQLite: 14 rows and a read each, 64 to a durable COMMIT, in this process. The best of some slices. */
export function bareOrdersPerSecond(folder: string): number {
  const file = path.join(folder, 'bare-orders.db')
  const db = new Sqlite(file)
  db.pragma('journal_mode = wal')
  db.pragma('synchronous = full')
  db.exec('create table rows (id text primary key, body text not null, amount integer not null)')
  const insert = db.prepare('insert into rows values (?, ?, ?)')
  const read = db.prepare('select body, amount from rows where id = ?').raw()
  const body = 'x'.repeat(150)
  let serial = 0
  const group = db.transaction(() => {
    for (let order = 0; order < orders; order++) {
      const id = `order_${(serial++).toString().padStart(20, '0')}`
      for (let row = 0; row < rows; row++) insert.run(`${id} ${row}`, body, row)
      read.get(`${id} 0`)
    }
  })
  let best = 0
  for (let slice = 0; slice < 10; slice++) {
    const begun = performance.now()
    for (let turn = 0; turn < 10; turn++) group()
    best = Math.max(best, (10 * orders) / ((performance.now() - begun) / 1000))
  }
  db.close()
  for (const tail of ['', '-wal', '-shm']) rmSync(file + tail, { force: true })
  return best
}
