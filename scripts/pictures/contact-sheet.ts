import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'

const folder = new URL('../../apps/web/pictures/', import.meta.url)
const [file, only] = process.argv.slice(2)
if (!file) throw new Error('contact-sheet.ts FILE [word in the name]: where shall the sheet be written?')

const names = readdirSync(folder)
  .filter((name) => name.endsWith('.svg') && (!only || new RegExp(only).test(name)))
  .sort()
const gap = 8

/** Lays the pictures in rows at one size, from `top` down. */
async function rows(size: number, columns: number, top: number) {
  const tiles = await Promise.all(
    names.map(async (name, i) => ({
      input: await sharp(fileURLToPath(new URL(name, folder)))
        .resize(size, size)
        .png()
        .toBuffer(),
      left: gap + (i % columns) * (size + gap),
      top: top + Math.floor(i / columns) * (size + gap),
    })),
  )
  return { tiles, height: Math.ceil(names.length / columns) * (size + gap) }
}

const width = 1680
const small = await rows(64, Math.floor((width - gap) / (64 + gap)), gap)
const large = await rows(200, Math.floor((width - gap) / (200 + gap)), small.height + 4 * gap)
const height = small.height + large.height + 5 * gap
await sharp({ create: { width, height, channels: 3, background: '#fcf8f0' } })
  .composite([...small.tiles, ...large.tiles])
  .png()
  .toFile(file)
console.log(`${names.length} pictures on ${file}`)
