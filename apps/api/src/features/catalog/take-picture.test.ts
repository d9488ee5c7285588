import { spawnSync } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { openTestShop } from '../../testing.ts'
import { keepPicture } from './keep-picture.ts'
import { takePicture } from './take-picture.ts'

async function aFolder() {
  const folder = await mkdtemp(path.join(tmpdir(), 'comptoir-media-'))
  return { folder, [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) }
}
const red = () =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: '#c33' } })
    .png()
    .toBuffer()

test('a picture that could not be put on file leaves no files behind', async () => {
  await using shop = await openTestShop()
  await using media = await aFolder()
  const { user } = (await shop.staff('catalogue')).bag
  if (user === null) throw new Error('a colleague is signed in')
  const context = shop.visit({ user }).context('admin')
  const full = { ...context.db, write: () => Promise.reject(new Error('no room')) }
  await expect(takePicture({ ...context, user, db: full }, await red(), media.folder)).rejects.toThrow('no room')
  expect(await readdir(media.folder)).toEqual([])
  await takePicture({ ...context, user }, await red(), media.folder)
  expect(await readdir(media.folder)).toHaveLength(6)
  await expect(takePicture({ ...context, user, db: full }, await red(), media.folder)).rejects.toThrow('no room')
  expect(await readdir(media.folder)).toHaveLength(6)
})

test('of two uploads of one picture at once, the one that fails takes nothing from the other', async () => {
  await using shop = await openTestShop()
  await using media = await aFolder()
  const { user } = (await shop.staff('catalogue')).bag
  if (user === null) throw new Error('a colleague is signed in')
  const context = { ...shop.visit({ user }).context('admin'), user }
  const { db } = context
  const bytes = await red()
  const [bothThere, failing] = [Promise.withResolvers<void>(), Promise.withResolvers<never>()]
  const fails = takePicture(
    { ...context, db: { ...db, write: async () => (bothThere.resolve(), failing.promise) } },
    bytes,
    media.folder,
  )
  await bothThere.promise
  // The second one found the files there; they go before it is on file.
  const write: typeof db.write = async (work) => {
    failing.reject(new Error('no room'))
    await expect(fails).rejects.toThrow('no room')
    return db.write(work)
  }
  await takePicture({ ...context, db: { ...db, write } }, bytes, media.folder)
  expect(await readdir(media.folder)).toHaveLength(6)
})

test('a disk that fills up while a picture is written keeps no half of it, which a later upload would take for whole', async () => {
  await using media = await aFolder()
  const bytes = await sharp({
    create: {
      width: 300,
      height: 200,
      channels: 3,
      background: '#000',
      noise: { type: 'gaussian', mean: 120, sigma: 60 },
    },
  })
    .png()
    .toBuffer()
  const source = path.join(media.folder, 'source.png')
  await writeFile(source, bytes)
  const shelf = path.join(media.folder, 'shelf')
  const script = `
    import { readFile } from 'node:fs/promises'
    import { keepPicture } from ${JSON.stringify(pathToFileURL(path.join(import.meta.dirname, 'keep-picture.ts')).href)}
    await keepPicture(await readFile(${JSON.stringify(source)}), ${JSON.stringify(shelf)})`
  // Files grow to a kilobyte here and no further, as on a disk that is full.
  const run = spawnSync('sh', ['-c', 'ulimit -f 2; exec "$0" --input-type=module -e "$1"', process.execPath, script])
  expect(run.stderr.toString()).toContain('EFBIG')
  expect(await readdir(shelf)).toEqual([])
  const { name } = await keepPicture(bytes, shelf)
  const whole = await sharp(bytes).rotate().resize({ width: 160 }).webp({ quality: 80 }).toBuffer()
  expect((await readFile(path.join(shelf, `${name}-160.webp`))).equals(whole)).toBe(true)
})
