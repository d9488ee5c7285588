import { randomBytes } from 'node:crypto'
import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { openDatabase, pathOf } from '@comptoir/db'
import { addBackup } from '@comptoir/db/stores/upkeep'
import { makeId } from '@comptoir/domain'
import { readEnv } from '../env.ts'
import { CannotGoOn, ended, mediaFolder, wordsOf } from './backup-files.ts'
import { makeBackup } from './make-backup.ts'

const usage = 'Usage: pnpm backup FILE   writes the whole shop to FILE, which must not exist yet; the shop may be open'

const named = (): string => {
  const [file, ...others] = process.argv.slice(2).filter((one) => one !== '--')
  if (file === undefined || others.length > 0) throw new CannotGoOn(usage)
  return path.resolve(file)
}

/** `pnpm backup FILE`: copies the shop while it may be open, and notes it for the console. */
async function main(): Promise<void> {
  const file = named()
  const { databaseUrl } = readEnv()
  if (!databaseUrl.startsWith('file:'))
    throw new CannotGoOn(
      'This shop is on PostgreSQL: use pg_dump --format=custom, and copy data/media after it (docs/operations.md).',
    )
  const from = pathOf(databaseUrl)
  if (!statSync(from, { throwIfNoEntry: false })?.isFile())
    throw new CannotGoOn(`There is no shop at ${from}: set DATABASE_URL.`)
  if (!existsSync(path.dirname(file))) throw new CannotGoOn(`There is no folder ${path.dirname(file)}.`)

  const startedAt = new Date()
  const { bytes, pictures } = await makeBackup({ from, media: mediaFolder(), file })
  await note({ file, bytes, pictures }, startedAt).catch((error: unknown) =>
    console.error(`The shop could not note this backup, its console will not show it: ${wordsOf(error)}`),
  )
  const seconds = ((Date.now() - startedAt.getTime()) / 1000).toFixed(1)
  console.log(
    `${file} holds the shop as of ${startedAt.toISOString()}: ${Math.ceil(bytes / 1e6)} MB, ${pictures} picture files beside it, in ${seconds} s.`,
  )
  console.log('Its file is sound and its books are clean.')
}

/** The console tells when the last backup was made. */
async function note(result: { file: string; bytes: number; pictures: number }, startedAt: Date): Promise<void> {
  // An open shop of an older release goes on as it is.
  const db = await openDatabase(readEnv().databaseUrl, { asItIs: true })
  const finishedAt = new Date()
  const id = makeId('event', finishedAt.getTime(), randomBytes(16))
  try {
    await db.write((tx) => addBackup(tx, { id, startedAt, finishedAt, result }))
  } finally {
    await db.close()
  }
}

process.exitCode = await ended(main)
