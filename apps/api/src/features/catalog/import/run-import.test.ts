import { Readable } from 'node:stream'
import { onEachDatabase } from '@comptoir/db/testing'
import * as imports from '@comptoir/db/stores/imports'
import * as products from '@comptoir/db/stores/products'
import { type Id, makeId } from '@comptoir/domain'
import { expect, test } from 'vitest'
import { openTestShop, seededRandom, type TestShop } from '../../../testing.ts'
import { problemCode } from '../../../testing-orders.ts'
import { importProducts } from './import-products.ts'
import { sourceOf } from './run-import.ts'
import { aRow, aShopFile, shopifyCsv } from './testing-shopify.ts'

let drawn = 0
/** A colleague with a file on file. */
async function withFile(shop: TestShop, text: string) {
  const colleague = await shop.staff('catalogue')
  drawn += 1
  const id = makeId('import', shop.clock.now().getTime() + drawn, new Uint8Array(16))
  const file = { id, fileName: 'fichier.csv', text, actorId: colleague.userId, at: shop.clock.now() }
  await shop.db.write((tx) => imports.insert(tx, file))
  return { id, imports: colleague.admin.imports }
}
/** Lets the background work until the import has ended; how many turns that took. */
async function untilEnded(shop: TestShop, id: Id<'import'>): Promise<number> {
  for (let turns = 0; turns < 50; turns++) {
    if ((await imports.get(shop.db.read, id)).state !== 'running') return turns
    await shop.jobs.runDue()
  }
  throw new Error('the import does not end')
}

test('a check tells what a file would do, names the lines that cannot be used, and changes nothing', async () => {
  await using shop = await openTestShop()
  const rows = [aRow('bol'), aRow('plat', { 'Variant Price': 'cher' }), aRow('verre'), aRow('', {})]
  const desk = await withFile(shop, shopifyCsv(rows))
  expect(await problemCode(desk.imports.start({ id: desk.id }))).toBe('import_unchecked')
  const told = await desk.imports.check({ id: desk.id, language: 'en' })
  expect(told).toMatchObject({
    ...{ state: 'checked', language: 'en', rows: 4, products: 3, done: 0, created: 2, changed: 0, unchanged: 0 },
    ...{ errorCount: 3, actorName: 'Une personne', fileName: 'fichier.csv', separator: 'comma' },
  })
  expect(told.errors.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
    '3 a un prix qui n’est pas un montant : « cher »',
    '3 commence un article sans variante à vendre : il est laissé de côté',
    '5 n’a pas de « Handle »',
  ])
  expect(await shop.db.read.select().from(shop.db.read.tables.products)).toEqual([])
})

test('a file that a spreadsheet in French saved is read, and the check says what separates its cells', async () => {
  await using shop = await openTestShop()
  const rows = [aRow('bol', { 'Body (HTML)': 'un; deux, trois' }), aRow('plat', { 'Variant Price': '12,50' })]
  const desk = await withFile(shop, shopifyCsv(rows, { separator: 'semicolon' }))
  expect((await desk.imports.get({ id: desk.id })).separator).toBeNull()
  const told = await desk.imports.check({ id: desk.id })
  expect(told).toMatchObject({ separator: 'semicolon', rows: 2, created: 1 })
  expect(told.errors[0]).toEqual({ line: 3, reason: 'a un prix qui n’est pas un montant : « 12,50 »' })
})

test.each([0, 1])(
  'a long file comes in pieces, and none of them cuts a character (%s letters before)',
  async (before) => {
    const text = `${'a'.repeat(before)}${'🎁'.repeat(100_000)}`
    const read: Buffer[] = []
    // As the reader of rows takes them: each piece becomes bytes by itself.
    for await (const piece of sourceOf(text)) read.push(Buffer.from(String(piece)))
    expect(read.length).toBeGreaterThan(2)
    expect(Buffer.concat(read).toString() === text).toBe(true)
  },
)

test('an import runs in the background, part by part, and a second time changes nothing', async () => {
  await using shop = await openTestShop()
  const desk = await withFile(shop, aShopFile(260).csv)
  await desk.imports.check({ id: desk.id })
  expect(await desk.imports.start({ id: desk.id })).toMatchObject({ state: 'running', done: 0, created: 0 })
  expect(await problemCode(desk.imports.start({ id: desk.id }))).toBe('import_running')
  expect(await problemCode(desk.imports.check({ id: desk.id }))).toBe('import_running')
  await shop.jobs.runDue()
  const underWay = await desk.imports.get({ id: desk.id })
  expect(underWay.state).toBe('running')
  expect(underWay.done).toBe(underWay.created)
  expect(underWay.done).toBeGreaterThan(0)
  expect(await untilEnded(shop, desk.id)).toBeGreaterThan(0)
  const all = { state: 'done', products: 260, done: 260, errorCount: 0 }
  expect(await desk.imports.get({ id: desk.id })).toMatchObject({ ...all, created: 260, changed: 0, unchanged: 0 })
  const { items } = await shop.guest().shop.catalog.list({ search: 'produit 259' })
  expect(items).toHaveLength(1)

  await desk.imports.start({ id: desk.id })
  await untilEnded(shop, desk.id)
  expect(await desk.imports.get({ id: desk.id })).toMatchObject({ ...all, created: 0, changed: 0, unchanged: 260 })
  expect((await desk.imports.list({})).items.map(({ id }) => id)).toEqual([desk.id])
})

test('a file that is no product CSV is refused when it is checked', async () => {
  await using shop = await openTestShop()
  const desk = await withFile(shop, 'Nom,Ville\nCamille,Lyon\n')
  expect(await problemCode(desk.imports.check({ id: desk.id }))).toBe('import_unreadable')
})

onEachDatabase('an import that was cut', (open) => {
  test('goes on where its last write left it, and counts nothing twice', async () => {
    await using db = await open()
    const clock = () => new Date('2026-11-02T10:00:00Z')
    const id = makeId('import', clock().getTime(), new Uint8Array(16))
    const actorId = 'user_00000000000000000000000000' as const
    await db.write((tx) => imports.insert(tx, { id, fileName: 'f.csv', text: 'x', actorId, at: clock() }))
    const counts = { rows: 0, products: 0, done: 0, created: 0, changed: 0, unchanged: 0, newVariants: 0 }
    const how = { language: 'fr', vatCategory: null, separator: 'comma' } as const
    await db.write((tx) => imports.keepCheck(tx, id, { ...how, counts, errors: [] }))
    await db.write((tx) => imports.start(tx, id, clock()))
    const services = { db, clock, random: seededRandom('cut') }
    const file = aShopFile(120)
    const csv = `${file.csv}${shopifyCsv([aRow('faux', { 'Variant Price': 'x' })]).split('\n')[1]}\n`
    let writes = 0
    const run = async (cutAfter: number) =>
      importProducts(services, Readable.from([csv]), {
        ...{ ...how, dryRun: false },
        run: {
          from: await imports.get(db.read, id),
          mostWrites: 1000,
          async keep(tx, progress, errors) {
            if (writes++ === cutAfter) throw new Error('the machine stopped')
            await imports.keepProgress(tx, id, { counts: progress, errors })
          },
        },
      })
    await expect(run(2)).rejects.toThrow('the machine stopped')
    const cut = await imports.get(db.read, id)
    expect(cut.done).toBeGreaterThan(0)
    expect(cut.created).toBe(cut.done)
    expect(await db.read.select().from(db.read.tables.products)).toHaveLength(cut.done)
    await run(Infinity)
    expect(await imports.get(db.read, id)).toMatchObject({
      ...{ products: 121, done: 121, created: 120, changed: 0, unchanged: 0, newVariants: file.variants },
      errorCount: 2,
    })
    expect(await products.findAtSlug(db.read, 'produit-119')).toBeDefined()
  })
})
