import { Readable } from 'node:stream'
import { checkBooks } from '@comptoir/db'
import { saveCategory } from '@comptoir/db/stores/categories'
import * as products from '@comptoir/db/stores/products'
import * as stock from '@comptoir/db/stores/stock'
import { onEachDatabase, type TestDatabase } from '@comptoir/db/testing'
import { aCause, testIds } from '@comptoir/db/testing-products'
import { rowFaultWords } from '@comptoir/domain/imports'
import { expect, test } from 'vitest'
import { seededRandom } from '../../../testing.ts'
import { type ImportOptions, importProducts } from './import-products.ts'
import { aRow, aShopFile, imageOf, shopifyCsv } from './testing-shopify.ts'

const choice: ImportOptions = { language: 'fr', vatCategory: null, dryRun: false }
const random = seededRandom('import')
const importInto = (db: TestDatabase, csv: string, over: Partial<ImportOptions> = {}) =>
  importProducts({ db, clock: () => new Date('2026-11-02T10:00:00Z'), random }, Readable.from([csv]), {
    ...choice,
    ...over,
  })

async function onFile(db: TestDatabase, slug: string) {
  const row = await products.findAtSlug(db.read, slug)
  if (row === undefined) throw new Error(`no product at ${slug}`)
  return products.whole(db.read, row)
}

onEachDatabase('import', (open) => {
  test('a file is imported whole, and a second time changes nothing, not even after pieces were lost', async () => {
    await using db = await open()
    const { csv, ...counts } = aShopFile(60)
    const first = await importInto(db, csv)
    expect(first).toMatchObject({
      ...counts,
      created: 60,
      changed: 0,
      unchanged: 0,
      newVariants: counts.variants,
      bad: [],
    })
    const { variants } = await onFile(db, 'produit-0')
    const lost = { variantId: variants[0]?.id ?? ('variant_' as const), change: -2 }
    await db.write((tx) => stock.adjust(tx, lost, aCause()))
    const before = await db.read.select().from(db.read.tables.outbox)
    const second = await importInto(db, csv)
    expect(second).toMatchObject({ ...counts, created: 0, changed: 0, unchanged: 60, newVariants: 0, bad: [] })
    expect((await onFile(db, 'produit-0')).variants.map(({ onHand }) => onHand)).toEqual([3, 2, 2])
    expect(await db.read.select().from(db.read.tables.outbox)).toEqual(before)
    expect(await checkBooks(db.read)).toEqual([])
  })
})

onEachDatabase('import, row by row', (open) => {
  test('a text that is too long is cut between characters, never through one', async () => {
    await using db = await open()
    const tags = `${'a'.repeat(285)}😀${'b'.repeat(40)}`
    await importInto(db, shopifyCsv([aRow('bracelet', { Vendor: 'x', Type: 'y', Tags: `${'é'.repeat(7)}${tags}` })]))
    const keywords = (await onFile(db, 'bracelet')).texts.fr?.keywords ?? ''
    expect(keywords.isWellFormed()).toBe(true)
    expect(keywords).toMatch(/a…$/)
  })

  test('a product has its words, options, prices and pictures', async () => {
    await using db = await open()
    const names = { name: 'Bracelets', description: '' }
    await db.write((tx) =>
      saveCategory(
        tx,
        { slug: 'bracelet', tint: '#fff', position: 1, texts: { fr: names, en: names } },
        testIds('category'),
      ),
    )
    const blue = {
      'Option1 Name': 'Couleur',
      'Option1 Value': 'Bleu nuit',
      'Option2 Name': 'Taille',
      'Option2 Value': 'S',
    }
    const report = await importInto(
      db,
      shopifyCsv([
        aRow('chaîne', {
          ...blue,
          Type: 'Bracelet',
          'Variant SKU': "'00123",
          'Variant Price': '42.99',
          'Variant Compare At Price': '44.99',
          'Variant Image': imageOf('chaîne', 2),
        }),
        {
          Handle: 'chaîne',
          'Option1 Value': 'Bleu nuit',
          'Option2 Value': 'M',
          'Variant Price': '42.99',
          'Variant Compare At Price': '10',
          'Variant Image': imageOf('chaîne', 2),
          'Image Src': imageOf('chaîne', 2),
          'Image Alt Text': 'Au poignet',
        },
        { Handle: 'chaîne', 'Image Src': imageOf('chaîne', 3) },
      ]),
    )
    expect(report.bad).toEqual([])
    const product = await onFile(db, 'chaine')
    expect(product.row).toMatchObject({
      state: 'published',
      vatCategory: 'standard',
      minPriceCents: 4299,
      inStock: true,
    })
    expect(product.row.categoryId).not.toBeNull()
    expect(product.texts.fr).toMatchObject({
      description: 'Un bel objet\u00A0: simple & solide.',
      keywords: 'Atelier Nord, Bracelet',
    })
    expect(product.texts.en).toBeUndefined()
    expect(product.options.map(({ code, names: both }) => [code, both.fr, both.en])).toEqual([
      ['couleur', 'Couleur', 'Couleur'],
      ['taille', 'Taille', 'Taille'],
    ])
    expect(product.variants).toMatchObject([
      { sku: '00123', values: ['bleu-nuit', 's'], priceCents: 4299, compareAtCents: 4499, onHand: 5 },
      { sku: null, values: ['bleu-nuit', 'm'], priceCents: 4299, compareAtCents: null, onHand: 0 },
    ])
    expect(product.images).toMatchObject([
      { path: null, sourceUrl: imageOf('chaîne', 1), values: [] },
      { path: null, sourceUrl: imageOf('chaîne', 2), values: ['bleu-nuit'], alt: { fr: 'Au poignet' } },
      { path: null, sourceUrl: imageOf('chaîne', 3) },
    ])
  })

  test('a later file changes prices and adds variants; stock, shelf and the other language stay', async () => {
    await using db = await open()
    const sized = (size: string) => ({ 'Option1 Name': 'Taille', 'Option1 Value': size })
    await importInto(db, shopifyCsv([aRow('pull', { ...sized('S'), 'Variant SKU': 'P-S' })]))
    const before = await onFile(db, 'pull')
    await db.write((tx) => products.move(tx, before.row.id, 'draft', aCause()))
    const later = shopifyCsv([
      aRow('pull', { ...sized('S'), Title: 'Sweater', 'Variant Price': '15', 'Variant Inventory Qty': '99' }),
      { Handle: 'pull', 'Option1 Value': 'M', 'Variant Price': '16', 'Variant Inventory Qty': '3' },
    ])
    const report = await importInto(db, later, { language: 'en', vatCategory: 'reduced' })
    expect(report).toMatchObject({ created: 0, changed: 1, newVariants: 1, variants: 2 })
    const after = await onFile(db, 'pull')
    expect(after.row).toMatchObject({ state: 'draft', vatCategory: 'reduced' })
    expect([after.texts.fr?.name, after.texts.en?.name]).toEqual(['Produit pull', 'Sweater'])
    expect(after.variants).toMatchObject([
      { id: before.variants[0]?.id, sku: 'P-S', priceCents: 1500, onHand: 5 },
      { priceCents: 1600, onHand: 3 },
    ])
  })

  test('bad rows are named by line and reason, and stop nothing else', async () => {
    await using db = await open()
    const size = (value: string, over = {}) => ({ Handle: 'b', 'Option1 Value': value, 'Variant Price': '10', ...over })
    const csv = shopifyCsv([
      aRow('a', { 'Body (HTML)': 'deux\nlignes' }),
      aRow('b', { 'Option1 Name': 'Taille', 'Option1 Value': 'S', 'Variant SKU': 'X' }),
      size('M', { 'Variant Price': '12,50' }),
      size('S'),
      size('L', { 'Variant SKU': 'X' }),
      size('XL', { 'Variant Inventory Qty': '1.5' }),
      size('', { 'Variant SKU': 'Y' }),
      { Handle: 'b' },
      { Handle: 'b', 'Image Src': 'ftp://nulle-part' },
      aRow(''),
      aRow('c', { Title: '' }),
      aRow('d', { 'Variant Price': '' }),
      aRow('e', { 'Variant Compare At Price': 'cher' }),
      aRow('A'),
      aRow('f'),
    ])
    const report = await importInto(db, `${csv}g,G,,,,,,,,,,,,1,,,,,,,trop\n`)
    expect(report.bad.map(({ line, fault }) => `${line} ${rowFaultWords(fault, 'en')}`)).toEqual([
      '5 has a price that is no amount: “12,50”',
      '6 has the same options as line 4',
      '7 has the SKU “X” of line 4',
      '8 has a quantity that is no whole number: “1.5”',
      '9 has no value for the option “Taille”',
      '10 holds neither a variant nor a picture',
      '11 has a picture that is no web address: “ftp://nulle-part”',
      '12 has no handle',
      '13 is the first of its product and has no title: the product is left out',
      '14 has no price',
      '14 begins a product without a variant that can be sold: it is left out',
      '15 has a compare-at price that is no amount: “cher”',
      '15 begins a product without a variant that can be sold: it is left out',
      '16 has the address “a” of another product in this file (a)',
      '18 is no readable CSV row (it has more cells than the heading)',
    ])
    expect(report.created).toBe(3)
    expect((await onFile(db, 'a')).texts.fr?.description).toBe('deux\nlignes')
    expect((await onFile(db, 'b')).variants).toHaveLength(1)
  })

  test('a row that is broken is named where it begins, once, and the rows after it are read', async () => {
    await using db = await open()
    const row = (handle: string, body = '') => `${handle},Un objet,"${body}",Title,Default Title,1,10`
    const heading = 'Handle,Title,Body (HTML),Option1 Name,Option1 Value,Variant Inventory Qty,Variant Price'
    const lines = [heading, row('a', 'deux\r\nlignes\r\n'), '', 'b,"un" bol "bleu",,,,,3', 'c,C,,,,,cher', row('d')]
    const long = [row('e', 'x'.repeat(1_000_100)), row('f'), 'g,G,"sans fin,,,,3', row('h')]
    const report = await importInto(db, [...lines, ...long, ''].join('\r\n'))
    expect(report.bad.map(({ line, fault }) => `${line} ${rowFaultWords(fault, 'en')}`)).toEqual([
      '6 is no readable CSV row (a quote stands in it where none may be)',
      '7 has a price that is no amount: “cher”',
      '7 begins a product without a variant that can be sold: it is left out',
      '9 is no readable CSV row (it is too long)',
      '11 is no readable CSV row (a quote is opened in it and never closed)',
    ])
    expect(report.created).toBe(3)
  })

  test('no cell of a row can stop the file', async () => {
    await using db = await open()
    const deep = `${'<div>'.repeat(30_000)}trop profond${'</div>'.repeat(30_000)}`
    const rows = [aRow('a', { 'Variant Inventory Qty': '-' }), aRow('b', { 'Body (HTML)': deep }), aRow('c')]
    const report = await importInto(db, shopifyCsv(rows))
    expect(report.bad.map(({ line, fault }) => `${line} ${fault.code}`)).toEqual([
      '2 quantity_unreadable',
      '2 variants_missing',
    ])
    expect(report.created).toBe(2)
  })

  test('pictures stand in the order that the file gives them', async () => {
    await using db = await open()
    const picture = (no: number, place: string) => ({
      ...{ Handle: 'a', 'Image Src': imageOf('a', no), 'Image Position': place },
    })
    const first = aRow('a', { 'Image Src': imageOf('a', 3), 'Image Position': '3', 'Variant Image': imageOf('a', 2) })
    await importInto(db, shopifyCsv([first, picture(1, '1'), picture(2, '2'), picture(4, '')]))
    const { images } = await onFile(db, 'a')
    expect(images.map(({ sourceUrl }) => sourceUrl)).toEqual([1, 2, 3, 4].map((no) => imageOf('a', no)))
  })

  test('options in another order are the options that they were', async () => {
    await using db = await open()
    const options = (one: [string, string], other: [string, string]) => ({
      ...{ 'Option1 Name': one[0], 'Option1 Value': one[1], 'Option2 Name': other[0], 'Option2 Value': other[1] },
    })
    await importInto(db, shopifyCsv([aRow('pull', options(['Couleur', 'Bleu'], ['Taille', 'S']))]))
    const turned = aRow('pull', { ...options(['Taille', 'S'], ['Couleur', 'Bleu']), 'Variant Price': '20' })
    const more = { Handle: 'pull', 'Option1 Value': 'M', 'Option2 Value': 'Bleu', 'Variant Price': '21' }
    expect(await importInto(db, shopifyCsv([turned, more]))).toMatchObject({ changed: 1, newVariants: 1, bad: [] })
    const pull = await onFile(db, 'pull')
    expect(pull.options.map(({ code, names }) => [code, names.fr])).toEqual([
      ['couleur', 'Couleur'],
      ['taille', 'Taille'],
    ])
    expect(pull.variants.map(({ values, priceCents }) => [...values, priceCents])).toEqual([
      ['bleu', 's', 2000],
      ['bleu', 'm', 2100],
    ])
  })

  test('a SKU of another product is named, and the product on file keeps it', async () => {
    await using db = await open()
    await importInto(db, shopifyCsv([aRow('a', { 'Variant SKU': 'X' })]))
    const report = await importInto(db, shopifyCsv([aRow('b', { 'Variant SKU': 'X' }), aRow('c')]))
    expect(report).toMatchObject({ created: 1, bad: [{ line: 2, fault: { code: 'sku_elsewhere', of: { sku: 'X' } } }] })
  })

  test('a dry run tells and changes nothing', async () => {
    await using db = await open()
    expect(await importInto(db, aShopFile(9).csv, { dryRun: true })).toMatchObject({ created: 9 })
    expect(await db.read.select().from(db.read.tables.products)).toEqual([])
  })
})

test('a file of another kind is refused whole', async () => {
  const { openTestDatabase } = await import('@comptoir/db/testing')
  await using db = await openTestDatabase('sqlite')
  await expect(importInto(db, 'nom;prix\nbol;12\n')).rejects.toThrow('This is no Shopify product CSV')
})
