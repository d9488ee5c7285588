import { closeSync, fdatasyncSync, openSync, statSync } from 'node:fs'
import { connectReadOnly, connectSqlite } from './sqlite-connection.ts'
import { errorCode } from './violations.ts'

/** How fast a copy goes: so many pages (4 KB each), then a pause in which the shop has the disk to itself. */
export interface CopyPace {
  pages?: number
  pauseMs?: number
  onProgress?: (copied: number, of: number) => void
  /** Whether the source is only looked at: else a log that a cut left beside it is brought into it. */
  readOnly?: boolean
}

const sleep = (ms: number): void => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms)

/**
 * Copies a database that may be in use to a new file, as of one commit: whatever was acknowledged before the call is in it whole, and
 * nothing half. The shop goes on writing meanwhile. Leaves one file, without a -wal beside it.
 */
export async function copySqlite(from: string, to: string, pace: CopyPace = {}): Promise<void> {
  const { pages = 1000, pauseMs = 5, onProgress, readOnly = false } = pace
  const source = readOnly ? connectReadOnly(from) : connectSqlite(from)
  let target: number | undefined
  try {
    source.pragma('query_only = on')
    // One snapshot for the whole copy: without it each commit of the shop would make the copy begin anew.
    source.exec('begin')
    source.prepare('select count(*) from sqlite_schema').get()
    await source.backup(to, {
      progress({ totalPages, remainingPages }) {
        target ??= openSync(to, 'r+')
        // Little by little, so that the end is not one long sync that the shop's commits would wait for.
        fdatasyncSync(target)
        onProgress?.(totalPages - remainingPages, totalPages)
        sleep(pauseMs)
        return pages
      },
    })
  } finally {
    if (target !== undefined) closeSync(target)
    source.close()
  }
  asOneFile(to)
}

/** Brings everything into the file itself and takes the mark of the log from it: it then opens also where nothing can be written. */
export function asOneFile(path: string): void {
  const connection = connectSqlite(path)
  try {
    connection.pragma('journal_mode = delete')
  } finally {
    connection.close()
  }
}

/** What an error says of the file when the engine could not even read on in it; throws every other error on. */
export function damageIn(error: unknown): string {
  const damaged = ['SQLITE_CORRUPT', 'SQLITE_NOTADB'].some((code) => errorCode(error)?.startsWith(code))
  if (!damaged || !(error instanceof Error)) throw error
  return error.cause instanceof Error ? error.cause.message : error.message
}

/** What SQLite finds wrong with a file: empty when it is sound. `quick` leaves out that indexes agree with their tables. */
export function fileFaults(path: string, depth: 'quick' | 'whole'): string[] {
  const connection = connectReadOnly(path)
  try {
    const rows = connection
      .prepare<[], string>(depth === 'quick' ? 'pragma quick_check(20)' : 'pragma integrity_check(20)')
      .pluck()
      .all()
    return rows.filter((row) => row !== 'ok')
  } catch (error) {
    return [damageIn(error)]
  } finally {
    connection.close()
  }
}

/**
 * Holds a database that nobody else has open, as one file without a -wal, while `work` runs. Answers whether it could: false when
 * another program uses it.
 */
export function withoutOthers(path: string, work: () => void): boolean {
  const connection = connectSqlite(path, 200)
  try {
    connection.pragma('journal_mode = delete')
    connection.exec('begin exclusive')
    work()
    connection.exec('rollback')
    return true
  } catch (error) {
    if (errorCode(error)?.startsWith('SQLITE_BUSY')) return false
    throw error
  } finally {
    connection.close()
  }
}

/** Whether the last program that wrote the file did not close it: a -wal with something in it is left behind. */
export const wasCutOff = (path: string): boolean => (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0
