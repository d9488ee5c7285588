/** The database file is not as it should be: the shop never serves from it. */
export class DamagedFile extends Error {
  constructor(file: string, faults: readonly string[]) {
    super(
      `The database ${file} is damaged (${faults[0]}). Nothing was changed. Keep the file and its -wal, then run pnpm restore BACKUP (docs/operations.md).`,
    )
  }
}

const notOurs = /^(?:EACCES|EPERM|EROFS|SQLITE_CANTOPEN|SQLITE_READONLY)/

/** A failed start in one line: what happened and, where it is known, what to do. */
export function explainStartError(error: unknown): string {
  const { code, port, message, stack } = error as { code?: string; port?: number; message?: string; stack?: string }
  if (error instanceof DamagedFile) return error.message
  if (code === 'SQLITE_CORRUPT' || code === 'SQLITE_NOTADB')
    return `The database file is damaged (${message}). Nothing was changed. Keep the file and its -wal, then run pnpm restore BACKUP (docs/operations.md).`
  if (code === 'EADDRINUSE') return `Port ${port} is taken by another program: stop it, or set PORT to a free one.`
  if (code === 'EACCES' && port !== undefined)
    return `This account may not listen on port ${port}: set PORT to one above 1024.`
  if (code !== undefined && notOurs.test(code))
    return `${message}. Check DATABASE_URL, and that this account may write the file and its folder.`
  if (code === 'ECONNREFUSED') return 'The database does not answer: check DATABASE_URL, and that PostgreSQL runs.'
  return stack ?? message ?? String(error)
}
