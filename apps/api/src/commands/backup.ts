import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { link, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { copySqlite, openDatabase, pathOf } from '@comptoir/db'
import { addBackup } from '@comptoir/db/stores/upkeep'
import { makeId } from '@comptoir/domain'
import { readEnv } from '../env.ts'
import { CannotGoOn, copyPictures, ended, mediaBeside, mediaFolder, settle, verifyCopy } from './backup-files.ts'

const usage = 'Usage: pnpm backup FILE   writes the whole shop to FILE, which must not exist yet; the shop may be open'

const named = (): string => {
  const [file, ...others] = process.argv.slice(2).filter((one) => one !== '--')
  if (file === undefined || others.length > 0) throw new CannotGoOn(usage)
  return path.resolve(file)
}

/** `pnpm backup FILE`: copies the shop while it may be open, looks at the copy, and only then gives it its name. */
async function main(): Promise<void> {
  const file = named()
  const { databaseUrl } = readEnv()
  if (!databaseUrl.startsWith('file:'))
    throw new CannotGoOn(
      'This shop is on PostgreSQL: use pg_dump --format=custom, and copy data/media after it (docs/operations.md).',
    )
  const from = pathOf(databaseUrl)
  if (!existsSync(from)) throw new CannotGoOn(`There is no shop at ${from}: set DATABASE_URL.`)
  // A log left behind would be read into the new file by whoever opens it.
  if ([file, mediaBeside(file), `${file}-wal`, `${file}-journal`].some((one) => existsSync(one)))
    throw new CannotGoOn(`${file} is there already: a backup never overwrites, please name another file.`)
  if (!existsSync(path.dirname(file))) throw new CannotGoOn(`There is no folder ${path.dirname(file)}.`)

  const startedAt = new Date()
  const part = `${file}.part-${process.pid}`
  try {
    await copySqlite(from, part)
    await verifyCopy(part)
    await settleAs(part, file)
  } finally {
    for (const suffix of ['', '-wal', '-shm', '-journal']) await rm(part + suffix, { force: true })
  }
  // After the database: whatever picture it names is on the disk by now.
  const pictures = await copyPictures(mediaFolder(), mediaBeside(file))
  const { size: bytes } = await stat(file)
  await note({ file, bytes, pictures }, startedAt).catch((error: unknown) =>
    console.error(`The shop could not note this backup, its console will not show it: ${String(error)}`),
  )
  const seconds = ((Date.now() - startedAt.getTime()) / 1000).toFixed(1)
  console.log(
    `${file} holds the shop as of ${startedAt.toISOString()}: ${Math.ceil(bytes / 1e6)} MB, ${pictures} picture files beside it, in ${seconds} s.`,
  )
  console.log('Its file is sound and its books are clean.')
}

/** The copy gets its name only if nobody took it meanwhile. */
async function settleAs(part: string, file: string): Promise<void> {
  await settle(part)
  await link(part, file).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST' ? new CannotGoOn(`${file} is there already: nothing was overwritten.`) : error
  })
  await settle(file)
}

/** The console tells when the last backup was made. */
async function note(result: { file: string; bytes: number; pictures: number }, startedAt: Date): Promise<void> {
  const db = await openDatabase(readEnv().databaseUrl)
  const finishedAt = new Date()
  const id = makeId('event', finishedAt.getTime(), randomBytes(16))
  try {
    await db.write((tx) => addBackup(tx, { id, startedAt, finishedAt, result }))
  } finally {
    await db.close()
  }
}

process.exitCode = await ended(main)
