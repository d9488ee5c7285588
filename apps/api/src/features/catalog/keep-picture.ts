import { createHash, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Metadata, Sharp } from 'sharp'
import { makeAvif } from './make-avif.ts'

/** The widths that pages ask for: `path` + `-480.avif`, `-480.webp`. */
const widths = [160, 480, 960]
const mostPixels = 50_000_000
const formats = ['jpeg', 'png', 'webp', 'gif', 'heif', 'tiff']

/** A picture on file: its name, made of its content, and its size as it is seen. */
export interface KeptPicture {
  name: string
  width: number
  height: number
  /** Files that were not there before. */
  written: string[]
}

/**
 * Writes a picture in all widths, as WebP and as AVIF, under a name made of its content. Nothing of the file is kept but its pixels. Throws for what is no
 * picture that we take, by content: vector pictures and more than 50 million pixels are none.
 */
export async function keepPicture(bytes: Buffer, folder: string): Promise<KeptPicture> {
  const { default: sharp } = await import('sharp')
  const open = (): Sharp => sharp(bytes, { limitInputPixels: mostPixels })
  const found: Metadata = await open().metadata()
  if (!formats.includes(found.format)) throw new Error(`is no picture that we take: ${found.format}`)
  if (found.width * found.height > mostPixels) throw new Error('has more than 50 million pixels')
  const name = createHash('sha256').update(bytes).digest('hex').slice(0, 32)
  await mkdir(folder, { recursive: true })
  const written: string[] = []
  try {
    for (const width of widths) {
      const file = path.join(folder, `${name}-${width}.webp`)
      // The name says the content.
      if (existsSync(file)) continue
      await writeWhole(file, await open().rotate().resize({ width }).webp({ quality: 80 }).toBuffer())
      written.push(file)
    }
    for (const width of widths) {
      const avif = `${name}-${width}.avif`
      if (await makeAvif(bytes, folder, avif)) written.push(path.join(folder, avif))
    }
  } catch (error) {
    await dropFiles(written)
    throw error
  }
  const { width, height } = found.autoOrient
  return { name, width, height, written }
}

/** Writes a file, whole or not at all. */
async function writeWhole(file: string, bytes: Buffer): Promise<void> {
  const part = `${file}.${randomUUID()}.part`
  try {
    await writeFile(part, bytes)
    await rename(part, file)
  } catch (error) {
    await rm(part, { force: true })
    throw error
  }
}

/** Takes files away that nothing came to show. */
export async function dropFiles(files: readonly string[]): Promise<void> {
  for (const file of files) await rm(file, { force: true })
}
