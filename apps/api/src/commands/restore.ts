import { constants, existsSync, renameSync, statSync } from 'node:fs'
import { chmod, copyFile, mkdir, stat } from 'node:fs/promises'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { copySqlite, fileFaults, openReader, pathOf, wasCutOff, withoutOthers } from '@comptoir/db'
import { lastChange } from '@comptoir/db/stores/upkeep'
import { readEnv } from '../env.ts'
import {
  CannotGoOn,
  copyPictures,
  ended,
  exchange,
  mediaBeside,
  mediaFolder,
  settle,
  throwAway,
  verifyCopy,
  wordsOf,
} from './backup-files.ts'

const usage = `Usage: pnpm restore FILE [--replace]

  FILE       what pnpm backup wrote
  --replace  also when the shop holds changes that FILE does not have; the shop as it is now is kept aside`

function readCall(): { file: string; replace: boolean } {
  try {
    const { values, positionals } = parseArgs({
      options: { replace: { type: 'boolean', default: false } },
      allowPositionals: true,
    })
    const [file, ...others] = positionals.filter((one) => one !== '--')
    if (file !== undefined && others.length === 0) return { file: path.resolve(file), replace: values.replace }
  } catch {
    // What parseArgs did not understand is told like a missing name.
  }
  throw new CannotGoOn(usage)
}

/** `pnpm restore FILE`: looks at a copy of the backup, puts the shop as it is aside, and only then gives the copy its place. */
async function main(): Promise<void> {
  const { file, replace } = readCall()
  const { databaseUrl } = readEnv()
  if (!databaseUrl.startsWith('file:'))
    throw new CannotGoOn('This shop is on PostgreSQL: use pg_restore into an empty database (docs/operations.md).')
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) throw new CannotGoOn(`There is no backup at ${file}.`)
  const target = pathOf(databaseUrl)
  if (target === file) throw new CannotGoOn(`${file} is the shop itself: name a backup.`)
  if (statSync(target, { throwIfNoEntry: false })?.isDirectory())
    throw new CannotGoOn(`${target} is no file: set DATABASE_URL to that of the shop.`)
  await mkdir(path.dirname(target), { recursive: true })
  const part = `${target}.part-${process.pid}`
  try {
    await copied(file, part)
    await verifyCopy(part)
    if (existsSync(target) && !replace) await refuseNewer(part, target)
    const aside = await takePlace(part, target)
    console.log(`The shop at ${target} is the one of ${file}; its file is sound and its books are clean.`)
    if (aside !== null) console.log(`What was there is kept as ${aside}.`)
    await putPicturesBack(file)
  } finally {
    await throwAway(part)
  }
}

async function putPicturesBack(file: string): Promise<void> {
  const pictures = await copyPictures(mediaBeside(file), mediaFolder()).catch((error: unknown) => {
    throw new CannotGoOn(`Not all of its pictures could be put back: run the same command again. ${wordsOf(error)}`)
  })
  if (pictures > 0) console.log(`${pictures} picture files were put back.`)
}

/** A copy to look at: the backup itself is left as it is. */
async function copied(file: string, part: string): Promise<void> {
  // What has a log beside it may be in use; a backup is one file, which lies perhaps where nothing can be written.
  if (wasCutOff(file)) await copySqlite(file, part, { pauseMs: 0, readOnly: true })
  else await copyFile(file, part, constants.COPYFILE_FICLONE)
  // A backup that is kept from being changed says so to its copies too; the shop writes into its own.
  await chmod(part, (await stat(part)).mode | 0o600)
  const faults = fileFaults(part, 'quick')
  if (faults.length > 0) throw new CannotGoOn(`${file} is no sound backup: ${faults.slice(0, 3).join('; ')}`)
}

async function refuseNewer(part: string, target: string): Promise<void> {
  if (fileFaults(target, 'quick').length > 0) return
  const [backup, shop] = [await changeOf(part), await changeOf(target)]
  if (shop.at === null || (backup.at !== null && shop.at <= backup.at)) return
  const when = (at: Date | null) => at?.toISOString() ?? 'nothing'
  throw new CannotGoOn(
    `The shop at ${target} goes on after the backup: it has ${shop.orders} orders and changes up to ${when(shop.at)}, the backup ${backup.orders} orders up to ${when(backup.at)}.
Nothing was changed. With --replace the backup takes its place and the shop as it is now is kept aside.`,
  )
}

async function changeOf(file: string) {
  const { read, close } = openReader(file)
  try {
    return await lastChange(read)
  } finally {
    close()
  }
}

/** Nobody may have the shop open while its file is exchanged; answers where the old one lies. */
async function takePlace(part: string, target: string): Promise<string | null> {
  await settle(part)
  const aside = `${target}.before-restore-${new Date().toISOString().replaceAll(/[:.]/g, '-')}`
  if (!existsSync(target) || fileFaults(target, 'quick').length > 0) {
    // A log of the old file must never meet the new one: the engine would write the one into the other.
    const parts = ['', '-wal', '-shm', '-journal'].filter((suffix) => existsSync(target + suffix))
    for (const suffix of parts) renameSync(target + suffix, aside + suffix)
    renameSync(part, target)
    await settle(target)
    return parts[0] === undefined ? null : aside + parts[0]
  }
  if (!withoutOthers(target, () => exchange(part, target, aside)))
    throw new CannotGoOn(`Another program has ${target} open: stop the shop first. Nothing was changed.`)
  await settle(target)
  return aside
}

process.exitCode = await ended(main)
