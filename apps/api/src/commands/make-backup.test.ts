import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathOf } from '@comptoir/db'
import { openTestDatabase } from '@comptoir/db/testing'
import { afterAll, expect, test } from 'vitest'
import { makeBackup } from './make-backup.ts'

const folder = await mkdtemp(path.join(tmpdir(), 'comptoir-make-backup-'))
afterAll(() => rm(folder, { recursive: true }))

/** Where a backup is to be, and pictures to go with it. */
async function aPlace(name: string) {
  const [media, shelf] = [path.join(folder, `${name}-media`), path.join(folder, name)]
  await Promise.all([media, shelf].map((one) => mkdir(one)))
  await writeFile(path.join(media, 'aa11-480.webp'), 'a picture')
  return { media, shelf, file: path.join(shelf, 'shop.db') }
}

test('a backup has its name only when its pictures are beside it', async () => {
  await using db = await openTestDatabase('sqlite')
  const { media, shelf, file } = await aPlace('whole')
  expect(await makeBackup({ from: pathOf(db.url), media, file })).toMatchObject({ pictures: 1 })
  expect(await readdir(shelf)).toEqual(['shop.db', 'shop.db.media'])
  expect(await readdir(`${file}.media`)).toEqual(['aa11-480.webp'])
})

test('where a picture cannot be copied there is no backup', async () => {
  await using db = await openTestDatabase('sqlite')
  const { media, shelf, file } = await aPlace('half')
  await mkdir(path.join(media, 'bb22-480.webp'))
  await expect(makeBackup({ from: pathOf(db.url), media, file })).rejects.toThrow('bb22-480.webp')
  expect(await readdir(shelf)).toEqual([])
})

test('pictures that lie at the place of its own are no backup to write over', async () => {
  await using db = await openTestDatabase('sqlite')
  const { media, shelf, file } = await aPlace('taken')
  await mkdir(`${file}.media`)
  await expect(makeBackup({ from: pathOf(db.url), media, file })).rejects.toThrow('shop.db.media is there already')
  expect(await readdir(shelf)).toEqual(['shop.db.media'])
})
