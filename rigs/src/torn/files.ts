import { existsSync, readFileSync, writeFileSync } from 'node:fs'

/** The bytes of a database and of its log at one moment. */
export interface Snapshot {
  db: Buffer
  wal: Buffer
}
const page = 4096
const walHeader = 32
const nothing = Buffer.alloc(0)

const readOr = (path: string): Buffer => (existsSync(path) ? readFileSync(path) : nothing)

export const snapshotOf = (path: string): Snapshot => ({ db: readFileSync(path), wal: readOr(`${path}-wal`) })
export function layDown(path: string, { db, wal }: Snapshot): void {
  writeFileSync(path, db)
  writeFileSync(`${path}-wal`, wal)
}

/** Where two files begin to differ, and where the difference ends; null when they are the same. */
function difference(before: Buffer, after: Buffer): { from: number; to: number } | null {
  if (before.equals(after)) return null
  const both = Math.min(before.length, after.length)
  let from = 0
  while (from < both && before[from] === after[from]) from++
  let to = after.length
  if (after.length <= before.length) while (to > from && after[to - 1] === before[to - 1]) to--
  return { from, to }
}

/** How a power cut may leave what was written after a COMMIT. */
export type Tear = 'cut' | 'garbled' | 'lost sectors' | 'half a checkpoint' | 'log begun anew'

/**
 * The files as a power cut may leave them between two COMMITs: all that was there after the first one, and only some of what was
 * written after it. Null when nothing was written.
 */
export function tear(before: Snapshot, after: Snapshot, random: () => number): { how: Tear; files: Snapshot } | null {
  const log = difference(before.wal, after.wal)
  // Without a new word in the log only a checkpoint may write.
  if (log === null)
    return before.db.equals(after.db)
      ? null
      : { how: 'half a checkpoint', files: { db: mixed(before.db, after.db, random), wal: after.wal } }
  const within = (from: number, to: number) => from + Math.floor(random() * (to - from))
  const end = within(log.from, log.to)
  // The log begins anew only after everything in it has been brought to the database and synced.
  if (log.from < walHeader)
    return { how: 'log begun anew', files: { db: after.db, wal: overlaid(before.wal, after.wal, log.from, end) } }
  if (!before.db.equals(after.db))
    return { how: 'half a checkpoint', files: { db: mixed(before.db, after.db, random), wal: after.wal } }
  const style = random()
  if (style < 0.4) return { how: 'cut', files: { db: before.db, wal: overlaid(before.wal, after.wal, log.from, end) } }
  const wal = Buffer.from(after.wal)
  if (style < 0.7) {
    for (let i = 0; i < 8; i++) {
      const at = within(log.from, log.to)
      wal[at] = (wal[at] ?? 0) ^ (1 + Math.floor(random() * 255))
    }
    return { how: 'garbled', files: { db: before.db, wal } }
  }
  wal.fill(0, end, Math.min(log.to, end + 512))
  return { how: 'lost sectors', files: { db: before.db, wal } }
}

function overlaid(before: Buffer, after: Buffer, from: number, to: number): Buffer {
  const whole = Buffer.alloc(Math.max(before.length, to))
  before.copy(whole)
  after.copy(whole, from, from, to)
  return whole
}

/** Some pages old, some new: a checkpoint writes them in no promised order. */
function mixed(before: Buffer, after: Buffer, random: () => number): Buffer {
  const whole = Buffer.from(after)
  for (let at = 0; at < Math.min(before.length, after.length); at += page)
    if (random() < 0.5) before.copy(whole, at, at, Math.min(at + page, before.length))
  return whole
}
