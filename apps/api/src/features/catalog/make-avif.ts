import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import path from 'node:path'

/** How such a file is called: `name` + `-480.avif`. */
const avifName = /^[0-9a-z-]{1,200}-(160|480|960)\.avif$/

// Effort 2 takes half a second of a processor for a picture in all widths, 4 takes four, for a tenth fewer bytes.
const settings = { quality: 50, effort: 2 }

let last: Promise<unknown> = Promise.resolve()

/** One at a time in a process: encoding holds a thread that answers wait for too. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const done = last.then(work)
  last = done.catch(() => {})
  return done
}

/**
 * Makes an AVIF file, named like its width: `tea-480.avif`, from a picture: `source` is its bytes or a file. False where it was there already. Nobody
 * sees a part of it.
 */
export const makeAvif = (source: Buffer | string, folder: string, name: string): Promise<boolean> =>
  inTurn(async () => {
    const file = path.join(folder, name)
    if (existsSync(file)) return false
    const { default: sharp } = await import('sharp')
    const part = `${file}.${process.pid}.part`
    try {
      const width = Number(avifName.exec(name)?.[1])
      await sharp(source).rotate().resize({ width }).avif(settings).toFile(part)
      await rename(part, file)
    } catch (error) {
      await rm(part, { force: true })
      throw error
    }
    return true
  })
