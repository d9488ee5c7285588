import { constants, existsSync } from 'node:fs'
import { copyFile, rm, stat } from 'node:fs/promises'
import { copySqlite, OlderSchema, refuseOtherFile } from '@comptoir/db'
import {
  CannotGoOn,
  copyPictures,
  giveFolderName,
  giveName,
  mediaBeside,
  settle,
  throwAway,
  verifyCopy,
} from './backup-files.ts'

interface Asked {
  /** The shop's database, which may be in use. */
  from: string
  /** The folder of its pictures. */
  media: string
  /** What the backup is to be called. */
  file: string
}

/** Copies a shop, looks at the copy, and gives it its name when all of it is there: a file of that name is a whole backup. */
export async function makeBackup({ from, media, file }: Asked): Promise<{ bytes: number; pictures: number }> {
  const beside = mediaBeside(file)
  // A log left behind would be read into the new file by whoever opens it.
  const there = [file, beside, `${file}-wal`, `${file}-journal`].find((one) => existsSync(one))
  if (there !== undefined)
    throw new CannotGoOn(`${there} is there already: a backup never overwrites, please name another file.`)
  const part = `${file}.part-${process.pid}`
  try {
    await copySqlite(from, part)
    await verifyBackup(part)
    // After the database: whatever picture it names is on the disk by now.
    const pictures = await copyPictures(media, mediaBeside(part))
    await settle(part)
    if (pictures > 0) await giveFolderName(mediaBeside(part), beside)
    await giveName(part, file).catch(async (error: unknown) => {
      if (pictures > 0) await rm(beside, { recursive: true })
      throw error
    })
    await settle(file)
    return { bytes: (await stat(file)).size, pictures }
  } finally {
    await throwAway(part)
    await rm(mediaBeside(part), { recursive: true, force: true })
  }
}

/** The backup of a shop of an older release stays of that release, which may need it: its books are looked at in a copy of the copy. */
async function verifyBackup(part: string): Promise<void> {
  if (isOfThisRelease(part)) return verifyCopy(part)
  const look = `${part}-look`
  try {
    await copyFile(part, look, constants.COPYFILE_FICLONE)
    await verifyCopy(look)
  } finally {
    await throwAway(look)
  }
}

function isOfThisRelease(file: string): boolean {
  try {
    refuseOtherFile(file)
    return true
  } catch (error) {
    if (error instanceof OlderSchema) return false
    throw error
  }
}
