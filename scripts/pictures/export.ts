import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'

const widths = [160, 480, 960]

/** 800 units at 72 dots an inch, drawn at the largest width: no pixel is drawn in vain. */
const density = (72 * 960) / 800
const source = new URL('../../apps/web/pictures/', import.meta.url)
const target = new URL('../../apps/web/public/pictures/', import.meta.url)
const manifestFile = new URL('manifest.json', target)

/** Raised when the settings below change, so that every picture is made anew. */
const recipe = 'webp-80-2 avif-50-1'

const outputs = (name: string) =>
  widths.flatMap((width) =>
    (['webp', 'avif'] as const).map((kind) => ({ width, kind, file: new URL(`${name}-${width}.${kind}`, target) })),
  )

/** The shop on a device's first screen. A mask may cut to a circle of four fifths: there the ground is drawn further out. */
const icons = [
  { name: 'icon', sizes: [192, 512], around: 0 },
  { name: 'icon-maskable', sizes: [512], around: 12 },
]

async function exportIcons(): Promise<void> {
  const favicon = await readFile(new URL('favicon.svg', source), 'utf8')
  const ground = /<rect[^>]*fill="(#\w+)"/.exec(favicon)?.[1] ?? 'none'
  for (const { name, sizes, around } of icons) {
    const side = 64 + 2 * around
    const out = `<rect x="${-around}" y="${-around}" width="${side}" height="${side}" fill="${around > 0 ? ground : 'none'}"/>`
    const drawn = favicon.replace('viewBox="0 0 64 64">', `viewBox="${-around} ${-around} ${side} ${side}">${out}`)
    for (const size of sizes)
      await sharp(Buffer.from(drawn), { density: (72 * size) / side })
        .resize(size, size)
        .png({ palette: true })
        .toFile(fileURLToPath(new URL(`${name}-${size}.png`, target)))
  }
}

async function readManifest(): Promise<Record<string, string>> {
  if (!existsSync(manifestFile)) return {}
  const kept: unknown = JSON.parse(await readFile(manifestFile, 'utf8'))
  if (typeof kept !== 'object' || kept === null) return {}
  return Object.fromEntries(
    Object.entries(kept).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  )
}

async function exportOne(name: string, svg: Buffer): Promise<void> {
  const { data, info } = await sharp(svg, { density }).raw().toBuffer({ resolveWithObject: true })
  for (const { width, kind, file } of outputs(name)) {
    const drawn = sharp(data, { raw: info }).resize(width, width)
    // Everybody who starts the shop waits for this: more effort in AVIF would take twice as long for a tenth fewer bytes.
    const made = kind === 'webp' ? drawn.webp({ quality: 80, effort: 2 }) : drawn.avif({ quality: 50, effort: 1 })
    await writeFile(file, await made.toBuffer())
  }
}

/** Makes the WebP and the AVIF of every drawn picture whose drawing changed; a second run makes none. */
async function exportPictures(): Promise<void> {
  await mkdir(target, { recursive: true })
  const known = await readManifest()
  const files = (await readdir(source)).filter((file) => file.endsWith('.svg')).sort()
  const made: Record<string, string> = {}
  const due: { name: string; svg: Buffer; hash: string }[] = []
  for (const file of files) {
    const name = file.slice(0, -4)
    const svg = await readFile(new URL(file, source))
    const hash = createHash('sha256').update(recipe).update(svg).digest('hex').slice(0, 16)
    if (name === 'favicon') await copyFile(new URL(file, source), new URL(file, target))
    else if (known[name] === hash && outputs(name).every((output) => existsSync(output.file))) made[name] = hash
    else due.push({ name, svg, hash })
  }
  for (const name of Object.keys(known))
    if (!files.includes(`${name}.svg`)) await Promise.all(outputs(name).map(({ file }) => rm(file, { force: true })))

  let done = 0
  const queue = [...due]
  const tell = (end: string) => {
    if (process.stdout.isTTY || end)
      process.stdout.write(`\rpictures: ${done} of ${due.length} made, ${files.length - due.length} unchanged${end}`)
  }
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      await exportOne(next.name, next.svg)
      made[next.name] = next.hash
      done += 1
      tell('')
    }
  }
  sharp.concurrency(1)
  await Promise.all(Array.from({ length: 4 }, worker))
  await writeFile(manifestFile, `${JSON.stringify(made, null, 1)}\n`)
  tell('\n')
}

await exportPictures()
await exportIcons()
