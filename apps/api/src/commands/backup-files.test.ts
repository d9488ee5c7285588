import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, expect, test } from 'vitest'
import { keepPicture } from '../features/catalog/keep-picture.ts'
import { CannotGoOn, copyPictures, exchange, giveName, wordsOf } from './backup-files.ts'

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

test('a picture has its name only when all of it is there: what stops in between leaves nothing', async () => {
  const [from, to] = [path.join(folder, 'from-half'), path.join(folder, 'to-half')]
  await mkdir(path.join(from, 'bb22-480.avif'), { recursive: true })
  await writeFile(path.join(from, 'aa11-480.avif'), 'theirs')
  await expect(copyPictures(from, to)).rejects.toThrow('bb22-480.avif')
  expect(await readdir(to)).toEqual(['aa11-480.avif'])
  await rm(path.join(from, 'bb22-480.avif'), { recursive: true })
  await writeFile(path.join(from, 'bb22-480.avif'), 'theirs too')
  expect(await copyPictures(from, to)).toBe(1)
})

test('pictures that cannot be looked at are no shop without pictures', async () => {
  const file = path.join(folder, 'no-folder')
  await writeFile(file, 'a file')
  await expect(copyPictures(file, path.join(folder, 'nowhere'))).rejects.toThrow('ENOTDIR')
  expect(await copyPictures(path.join(folder, 'absent'), path.join(folder, 'nowhere'))).toBe(0)
})

test('a file that cannot take the place of a shop leaves the shop there', async () => {
  const [target, aside] = [path.join(folder, 'target.db'), path.join(folder, 'aside.db')]
  await writeFile(target, 'the shop')
  expect(() => exchange(path.join(folder, 'no-part.db'), target, aside)).toThrow('ENOENT')
  expect(await readFile(target, 'utf8')).toBe('the shop')
  await rm(aside)
  await writeFile(path.join(folder, 'part.db'), 'the backup')
  exchange(path.join(folder, 'part.db'), target, aside)
  expect([await readFile(target, 'utf8'), await readFile(aside, 'utf8')]).toEqual(['the backup', 'the shop'])
})

test('a backup gets its name also on a disk where a file has one name only, and takes nobody else’s', async () => {
  const [part, name] = [path.join(folder, 'backup.db.part-1'), path.join(folder, 'backup.db')]
  const oneNameOnly = () =>
    Promise.reject(Object.assign(new Error('EPERM: operation not permitted'), { code: 'EPERM' }))
  await writeFile(part, 'the shop')
  await giveName(part, name, oneNameOnly)
  expect(await readFile(name, 'utf8')).toBe('the shop')
  for (const link of [oneNameOnly, undefined]) {
    await writeFile(part, 'another')
    await expect(giveName(part, name, link)).rejects.toThrow('is there already: nothing was overwritten.')
    expect(await readFile(name, 'utf8')).toBe('the shop')
  }
  await expect(giveName(part, path.join(folder, 'none/backup.db'))).rejects.toThrow('ENOENT')
})

test.each([
  [Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' }), /^The disk is full: make room/],
  [Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' }), /^The disk is full/],
  [Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' }), /^EACCES: permission denied$/],
  [new CannotGoOn('There is no shop.'), /^There is no shop\.$/],
  [new TypeError('a mistake of ours'), /^TypeError: a mistake of ours\n +at /],
])('%s is said so that a person knows what to do', (error, words) => {
  expect(wordsOf(error)).toMatch(words)
})
