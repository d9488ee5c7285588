import { constants } from 'node:fs'
import { copyFile, mkdir, open, readdir } from 'node:fs/promises'
import path from 'node:path'
import { checkBooks, fileFaults, openDatabase, repoRoot } from '@comptoir/db'

/** What the person who called can do something about; the words say what. */
export class CannotGoOn extends Error {}

export const mediaFolder = (): string => path.join(repoRoot(), 'data/media')
/** Where the pictures of a backup lie: beside its file. */
export const mediaBeside = (file: string): string => `${file}.media`

/**
 * Looks at a copy that nobody uses, all of it: the file's pages and indexes, then every rule of the books. Brings it to this release's
 * schema first. Throws CannotGoOn with what was found.
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
}

/** Copies the pictures that are not there yet: a picture's name is made of its content, so none is ever replaced. */
export async function copyPictures(from: string, to: string): Promise<number> {
  const names = await readdir(from).catch(() => [])
  const pictures = names.filter((name) => /\.(?:webp|avif)$/.test(name))
  if (pictures.length === 0) return 0
  await mkdir(to, { recursive: true })
  let copied = 0
  for (const name of pictures) {
    const flags = constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE
    await copyFile(path.join(from, name), path.join(to, name), flags).then(
      () => copied++,
      (error: NodeJS.ErrnoException) => {
        if (error.code !== 'EEXIST') throw error
      },
    )
  }
  return copied
}

/** Makes what was written to a file, and its name in its folder, survive a power cut. */
export async function settle(file: string): Promise<void> {
  for (const one of [file, path.dirname(file)]) {
    const handle = await open(one, 'r')
    try {
      await handle.sync()
    } finally {
      await handle.close()
    }
  }
}

/** Runs a command and answers its exit code: 0, or 2 with one clear line. */
export async function ended(command: () => Promise<void>): Promise<number> {
  try {
    await command()
    return 0
  } catch (error) {
    const words = error instanceof CannotGoOn ? error.message : error instanceof Error ? error.stack : String(error)
    process.stderr.write(`${words}\n`)
    return 2
  }
}
