import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { imagesOf } from '@comptoir/db/stores/catalog'
import * as imports from '@comptoir/db/stores/imports'
import * as products from '@comptoir/db/stores/products'
import { type Engine, engines } from '@comptoir/db/testing'
import { makeId } from '@comptoir/domain'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { openTestShop } from '../../../testing.ts'
import { problemCode } from '../../../testing-orders.ts'
import type { Download } from './download.ts'
import { faulty } from './download.ts'
import { aRow, shopifyCsv } from './testing-shopify.ts'

const pictureOf = (name: string) => `https://images.example/${name}.png`
const rows = [
  aRow('bol', { 'Image Src': pictureOf('bol') }),
  { Handle: 'bol', 'Image Src': pictureOf('missing') },
  aRow('plat', { 'Image Src': 'http://images.example/plat.png' }),
  ...['a', 'b', 'c', 'd'].map((name) => aRow(name, { 'Image Src': pictureOf(name) })),
  aRow('bad', { 'Variant Price': 'cher' }),
]

/** A shop whose internet has pictures, but none called “missing”, and a colleague who has imported a file. */
async function withImport(engine: Engine) {
  const folder = await mkdtemp(path.join(tmpdir(), 'comptoir-media-'))
  const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: 'teal' } })
    .png()
    .toBuffer()
  const asked: string[] = []
  let found = ''
  const ask: Download = async (url) => {
    asked.push(url.href)
    if (url.pathname === '/missing.png' && found === '') throw faulty({ code: 'picture_answer', of: { status: 404 } })
    return { bytes: photo }
  }
  const shop = await openTestShop({ engine, pictures: { folder, ask } })
  const { admin, userId } = await shop.staff('catalogue')
  const id = makeId('import', shop.clock.now().getTime(), new Uint8Array(16))
  const file = { id, fileName: 'f.csv', text: shopifyCsv(rows), actorId: userId, at: shop.clock.now() }
  await shop.db.write((tx) => imports.insert(tx, file))
  await admin.imports.check({ id })
  const rest = async (until: () => Promise<boolean>) => {
    for (let turn = 0; turn < 20; turn++) {
      if (await until()) return
      await shop.jobs.runDue()
    }
    throw new Error('the work does not end')
  }
  return {
    ...{ shop, id, imports: admin.imports, asked },
    appears: () => void (found = 'missing'),
    imported: async () => {
      await admin.imports.start({ id })
      await rest(async () => (await admin.imports.get({ id })).state === 'done')
    },
    fetched: async () => {
      await admin.imports.fetchPictures({ id })
      await rest(async () => (await admin.imports.get({ id })).pictures.state === 'done')
      return (await admin.imports.get({ id })).pictures
    },
    async [Symbol.asyncDispose]() {
      await shop[Symbol.asyncDispose]()
      await rm(folder, { recursive: true })
    },
  }
}

test.each(engines)(
  'pictures of an imported file are fetched in the background, and those that cannot be had are named by line (%s)',
  async (engine) => {
    await using desk = await withImport(engine)
    expect(await problemCode(desk.imports.fetchPictures({ id: desk.id }))).toBe('import_unfinished')
    await desk.imported()
    expect((await desk.imports.get({ id: desk.id })).pictures).toMatchObject({ state: 'never', of: null })
    const started = await desk.imports.fetchPictures({ id: desk.id })
    expect(started.pictures).toMatchObject({ state: 'running', fetched: 0 })
    expect(await problemCode(desk.imports.fetchPictures({ id: desk.id }))).toBe('import_running')
    expect(await problemCode(desk.imports.start({ id: desk.id }))).toBe('import_running')
    await desk.shop.jobs.runDue()
    await desk.shop.jobs.runDue()
    const { pictures } = await desk.imports.get({ id: desk.id })
    expect(pictures).toEqual({
      ...{ state: 'done', of: 7, fetched: 5, there: 0, failed: 2 },
      errors: [
        { line: 3, reason: 'répond 404', url: pictureOf('missing') },
        { line: 4, reason: 'n’est pas en https', url: 'http://images.example/plat.png' },
      ],
    })
    const bowl = await products.findAtSlug(desk.shop.db.read, 'bol')
    const images = bowl && (await imagesOf(desk.shop.db.read, [bowl.id])).get(bowl.id)
    expect(images?.map(({ path: kept }) => kept !== null)).toEqual([true, false])
  },
)

test.each(engines)('asked again, only what could not be had is asked for again (%s)', async (engine) => {
  await using desk = await withImport(engine)
  await desk.imported()
  await desk.fetched()
  expect(desk.asked).toHaveLength(6)
  desk.appears()
  expect(await desk.fetched()).toMatchObject({ of: 7, fetched: 6, failed: 1 })
  expect(desk.asked.slice(6)).toEqual([pictureOf('missing')])
})
