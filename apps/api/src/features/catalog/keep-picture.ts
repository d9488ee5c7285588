import { createHash } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Metadata, Sharp } from 'sharp'

/** The widths that pages ask for: `path` + `-480.webp`. */
const widths = [160, 480, 960]
const mostPixels = 50_000_000
const formats = ['jpeg', 'png', 'webp', 'gif', 'heif', 'tiff']

/** A picture on file: its name, made of its content, and its size as it is seen. */
export interface KeptPicture {
  name: string
  width: number
  height: number
}

/**
 * Writes a picture in all widths under a name made of its content. Nothing of the file is kept but its pixels. Throws for what is no
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
  for (const width of widths) {
    const webp = await open().rotate().resize({ width }).webp({ quality: 80 }).toBuffer()
    await writeFile(path.join(folder, `${name}-${width}.webp`), webp)
  }
  const { width, height } = found.autoOrient
  return { name, width, height }
}
