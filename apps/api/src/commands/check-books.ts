import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import path from 'node:path'
import { checkBooks, openDatabase } from '@comptoir/db'
import { readEnv } from '../env.ts'

/** `pnpm check-books`: checks the invariants on the database that DATABASE_URL names; 1 when one is broken, 2 when it cannot look. */
async function main(): Promise<number> {
  const { databaseUrl } = readEnv()
  if (databaseUrl.startsWith('file:')) {
    const file = databaseUrl.startsWith('file://') ? fileURLToPath(databaseUrl) : path.resolve(databaseUrl.slice(5))
    if (!existsSync(file)) {
      process.stderr.write(`There is no database at ${file}: set DATABASE_URL, or run npm start once.\n`)
      return 2
    }
  }
  const db = await openDatabase(databaseUrl)
  try {
    const breaches = await checkBooks(db.read)
    for (const { invariant, subject, words } of breaches) process.stdout.write(`${invariant}  ${subject}  ${words}\n`)
    process.stdout.write(
      breaches.length === 0 ? 'The books are clean.\n' : `${breaches.length} breaches of the books, named above.\n`,
    )
    return breaches.length === 0 ? 0 : 1
  } finally {
    await db.close()
  }
}

process.exitCode = await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  return 2
})
