import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { keepPicture } from '../features/catalog/keep-picture.ts'
import { copyPictures } from './backup-files.ts'

const folder = await mkdtemp(path.join(tmpdir(), 'comptoir-pictures-'))
afterAll(() => rm(folder, { recursive: true }))

const filesOf = async (where: string): Promise<Record<string, string>> => {
  const names = (await readdir(where)).toSorted()
  const bytes = await Promise.all(names.map((name) => readFile(path.join(where, name), 'base64')))
  return Object.fromEntries(names.map((name, i) => [name, bytes[i] ?? '']))
}

test('a picture comes back from a backup in all its files, as WebP and as AVIF', async () => {
  const [shop, backup, restored] = ['shop', 'backup', 'restored'].map((name) => path.join(folder, name))
  const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#336699' } })
    .png()
    .toBuffer()
  const { name } = await keepPicture(photo, shop ?? '')
  const kept = await filesOf(shop ?? '')
  const wanted = ['avif', 'webp'].flatMap((kind) => [160, 480, 960].map((width) => `${name}-${width}.${kind}`))
  expect(Object.keys(kept)).toEqual(wanted.toSorted())
  // What is still being made is no picture yet.
  await writeFile(path.join(shop ?? '', `${name}-480.avif.7.part`), 'half')
  expect(await copyPictures(shop ?? '', backup ?? '')).toBe(6)
  expect(await copyPictures(backup ?? '', restored ?? '')).toBe(6)
  expect(await filesOf(restored ?? '')).toEqual(kept)
})

test('a picture that is there already is left as it is', async () => {
  const [from, to] = [path.join(folder, 'from'), path.join(folder, 'to')]
  for (const where of [from, to]) await mkdir(where)
  await writeFile(path.join(from, 'aa11-480.avif'), 'theirs')
  await writeFile(path.join(from, 'bb22-480.avif'), 'theirs')
  await writeFile(path.join(to, 'aa11-480.avif'), 'ours')
  expect(await copyPictures(from, to)).toBe(1)
  expect(await readFile(path.join(to, 'aa11-480.avif'), 'utf8')).toBe('ours')
})
