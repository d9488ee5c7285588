import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { openTestShop } from '../../testing.ts'
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
