import { constants, existsSync, linkSync, renameSync } from 'node:fs'
import { copyFile, link, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { asOneFile, checkBooks, fileFaults, openDatabase, refusalOf, repoRoot } from '@comptoir/db'

/** What the person who called can do something about; the words say what. */
export class CannotGoOn extends Error {}

export const mediaFolder = (): string => path.join(repoRoot(), 'data/media')
/** Where the pictures of a backup lie: beside its file. */
export const mediaBeside = (file: string): string => `${file}.media`

/**
 * Looks at a copy that nobody uses, all of it: the file's pages and indexes, then every rule of the books. Brings it to this release's
 * schema first, and leaves it as one file. Throws CannotGoOn with what was found.
 */
export async function verifyCopy(file: string): Promise<void> {
  const faults = fileFaults(file, 'whole')
  if (faults.length > 0) throw new CannotGoOn(`The copy is not sound: ${faults.slice(0, 3).join('; ')}`)
  const copy = await openDatabase(`file:${file}`)
  try {
    const breaches = await checkBooks(copy.read)
    const first = breaches.slice(0, 5).map(({ invariant, subject, words }) => `  ${invariant}  ${subject}  ${words}`)
    if (breaches.length > 0)
      throw new CannotGoOn(`The books in the copy are not clean, ${breaches.length} breaches:\n${first.join('\n')}`)
  } finally {
    await copy.close()
  }
  asOneFile(file)
}

/** Throws away a copy, and what the engine keeps beside one that is open. */
export async function throwAway(file: string): Promise<void> {
  for (const suffix of ['', '-wal', '-shm', '-journal']) await rm(file + suffix, { force: true })
}

const namesIn = (folder: string): Promise<string[]> =>
  readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })

/** Copies the pictures that are not there yet: a picture's name is made of its content, so none is ever replaced. */
export async function copyPictures(from: string, to: string): Promise<number> {
  const there = new Set(await namesIn(to))
  const pictures = (await namesIn(from)).filter((name) => /\.(?:webp|avif)$/.test(name) && !there.has(name))
  if (pictures.length === 0) return 0
  await mkdir(to, { recursive: true })
  for (const name of pictures) await copyWhole(path.join(from, name), path.join(to, name))
  await sync(to)
  return pictures.length
}

/** A file has its name only once it is whole and on the disk: half a picture would be taken for the picture for ever. */
async function copyWhole(from: string, to: string): Promise<void> {
  const part = `${to}.${process.pid}.part`
  try {
    await copyFile(from, part, constants.COPYFILE_FICLONE)
    await sync(part)
    await rename(part, to)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}

async function sync(one: string): Promise<void> {
  const handle = await open(one, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Makes what was written to a file, and its name in its folder, survive a power cut. */
export async function settle(file: string): Promise<void> {
  for (const one of [file, path.dirname(file)]) await sync(one)
}

const taken = (name: string) => new CannotGoOn(`${name} is there already: nothing was overwritten.`)

/** Gives a file a name only if nobody took it meanwhile. */
export async function giveName(part: string, name: string, linked = link): Promise<void> {
  try {
    await linked(part, name)
  } catch {
    if (existsSync(name)) throw taken(name)
    // A disk on which a file has one name only, as on a USB stick or a share; what else is wrong is told once more.
    await rename(part, name)
  }
}

/** Gives a folder a name only if none with anything in it has it. */
export const giveFolderName = (part: string, name: string): Promise<void> =>
  rename(part, name).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOTEMPTY' || error.code === 'EEXIST' ? taken(name) : error
  })

/** Gives a file the place of another one, which goes aside: at no moment is there none. */
export function exchange(part: string, target: string, aside: string): void {
  try {
    linkSync(target, aside)
  } catch {
    // A disk on which a file has one name only.
    renameSync(target, aside)
  }
  renameSync(part, target)
}

/** What went wrong, in one line; a mistake of the program itself with where it is. */
export function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  if (refusalOf(error)?.code === 'disk_full') return `The disk is full: make room and run it again (${error.message}).`
  const foreseen = error instanceof CannotGoOn || 'code' in error || error.constructor === Error
  return foreseen ? error.message : (error.stack ?? error.message)
}

/** Runs a command and answers its exit code: 0, or 2 with one clear line. */
export async function ended(command: () => Promise<void>): Promise<number> {
  try {
    await command()
    return 0
  } catch (error) {
    process.stderr.write(`${wordsOf(error)}\n`)
    return 2
  }
}
