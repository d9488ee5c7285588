import { closeSync, fdatasyncSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs'
import path from 'node:path'
import Sqlite from 'better-sqlite3'
import type { BareRoute } from './bare-server.ts'
import { prepareReads } from './by-hand.ts'

/** µs of one turn: the best of ten slices. */
export function bestMicros(turn: () => void, perSlice = 200): number {
  for (let i = 0; i < perSlice; i++) turn()
  let best = Number.POSITIVE_INFINITY
  for (let slice = 0; slice < 10; slice++) {
    const begun = performance.now()
    for (let i = 0; i < perSlice; i++) turn()
    best = Math.min(best, ((performance.now() - begun) * 1000) / perSlice)
  }
  return best
}

/** µs of the same statements on bare better-sqlite3, prepared once. */
export function statementMicros(file: string, { turns }: BareRoute): number {
  const db = new Sqlite(file, { readonly: true })
  const prepared = prepareReads(db)
  const readings = turns.map(({ reads }) => prepared(reads))
  let at = 0
  const micros = bestMicros(() => void readings[at++ % readings.length]?.())
  db.close()
  return micros
}

/** µs of writing 4 KiB in place and fdatasync, best and median. */
export function syncMicros(folder: string): { best: number; median: number } {
  mkdirSync(folder, { recursive: true })
  const file = path.join(folder, 'sync.bin')
  const fd = openSync(file, 'w')
  const page = Buffer.alloc(4096, 1)
  const times: number[] = []
  for (let i = 0; i < 300; i++) {
    const begun = performance.now()
    writeSync(fd, page, 0, page.length, 0)
    fdatasyncSync(fd)
    times.push((performance.now() - begun) * 1000)
  }
  closeSync(fd)
  rmSync(file)
  times.sort((a, b) => a - b)
  return { best: times[0] ?? 0, median: times[150] ?? 0 }
}
