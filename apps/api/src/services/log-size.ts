import { stat } from 'node:fs/promises'
import type { Logger } from 'pino'

/** Past this the log beside the database is worth a look, in bytes. */
const mostBytes = 64 * 1024 * 1024

/**
 * Looks at the log that SQLite keeps beside its file: it grows for as long as somebody reads in one go, as a backup does. Says once that it
 * is long, and once that it is short again. SAFETY F-12.
 */
export function logWatch(file: string, log: Pick<Logger, 'warn' | 'info'>, most = mostBytes): () => Promise<void> {
  let long = false
  return async () => {
    const bytes = await stat(`${file}-wal`).then(
      ({ size }) => size,
      () => 0,
    )
    if (bytes > most && !long)
      log.warn({ file, bytes }, 'the log beside the database is long: a backup, or another program reads without end')
    if (bytes <= most && long) log.info({ file, bytes }, 'the log beside the database is short again')
    long = bytes > most
  }
}
