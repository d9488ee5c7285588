import type { Id } from '@comptoir/domain'
import { eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkBooks } from '../check-books/index.ts'
import { readMigrations } from '../migrations.ts'
import { migrationsFolder } from '../root.ts'
import { onEachDatabase } from '../testing.ts'
import { aCause, aDraft, aProduct } from '../testing-products.ts'
import { saveCategory } from './categories.ts'
import { marksWithin, priceMarks } from './price-marks.ts'
import { listProducts, type ProductQuery } from './product-lists.ts'
import * as products from './products.ts'
import { marksOf } from './search.ts'

const price = fc.oneof(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 0, max: 99_999_999 }))
const range = fc.tuple(price, price).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const)

test('a product with a price in a range has a mark of the range', () => {
  fc.assert(
    fc.property(range, range, fc.boolean(), fc.boolean(), ([least, most], [from, to], open, ended) => {
      fc.pre((open || most >= from) && (!ended || least <= to) && (!open || ended))
      const own = priceMarks({ minPriceCents: least, maxPriceCents: most })
      const asked = marksWithin(open ? undefined : from, ended ? to : undefined)
      expect(asked.some((mark) => own.includes(mark))).toBe(true)
    }),
  )
})

test('a range of one euro asks for few marks, and what costs a euro less or more has none of them', () => {
  const asked = marksWithin(4950, 5050)
  expect(asked.length).toBeLessThan(6)
  for (const cents of [4850, 5150]) {
    const own = priceMarks({ minPriceCents: cents, maxPriceCents: cents })
    expect(asked.some((mark) => own.includes(mark))).toBe(false)
  }
  expect(marksWithin(undefined, undefined)).toEqual([])
  expect(marksWithin(1, undefined).length).toBeLessThan(50)
  expect(marksWithin(5000, 100)).toEqual([])
})

const priced = (...prices: number[]) =>
  aDraft({
    options: [
      {
        code: 'taille',
        names: { fr: 'Taille', en: 'Size' },
        values: prices.map((_, i) => ({ code: `t${i}`, names: { fr: `T${i}`, en: `S${i}` }, swatch: null })),
      },
    ],
    variants: prices.map((priceCents, i) => ({
      ...{ sku: null, values: [`t${i}`], priceCents, compareAtCents: null, stock: 1 },
    })),
  })

onEachDatabase('a search within a range of prices', (open) => {
  test('finds what has a price in it, and follows a price that changes', async () => {
    await using db = await open()
    const prices = [[1], [99], [100, 101], [1200], [900, 4000], [1, 90_000], [4000], [8888], [9_000_000]]
    const shelf: { id: string; prices: number[] }[] = []
    for (const some of prices) {
      const { id } = await aProduct(db, priced(...some))
      shelf.push({ id, prices: some })
    }
    const query = { locale: 'fr', state: 'published', categoryId: null, search: 'bol gr', limit: 20 } as const
    const found = async (over: Partial<ProductQuery>) =>
      (await listProducts(db.read, { ...query, sort: 'popular', ...over })).rows.map(({ id }) => id)
    for (const [from, to] of [...prices, [5, 95], [500, 700], [3999, 4001], [8000, 100_000]]) {
      const range = { minCents: from, ...(to !== undefined && { maxCents: to }) }
      const wanted = shelf.filter((one) =>
        one.prices.some((price) => price >= (from ?? 0) && price <= (to ?? Infinity)),
      )
      for (const sort of ['popular', 'price_asc'] as const)
        expect((await found({ ...range, sort })).toSorted()).toEqual(wanted.map(({ id }) => id).toSorted())
    }
    const row = await products.find(db.read, shelf[3]?.id as Id<'product'>)
    if (row === undefined) throw new Error('the product is on file')
    await db.write((tx) => products.save(tx, { ...priced(55_000), slug: row.slug }, row, aCause()))
    expect(await found({ minCents: 54_000, maxCents: 56_000 })).toContain(row.id)
    expect(await found({ minCents: 1200, maxCents: 1200 })).not.toContain(row.id)
  })

  test('finds what was on file before products had marks', async () => {
    await using db = await open()
    const words = { name: 'Table', description: '' }
    const category = { slug: 'table', tint: '#fff', position: 1, texts: { fr: words, en: words } }
    await db.write((tx) => saveCategory(tx, category, 'category_01j9x7'))
    for (const some of [[0], [7], [99], [900, 4000], [123_456, 124_000], [20_000_000_000]])
      await aProduct(db, { ...priced(...some), category: some[0] === 99 ? 'table' : null })
    const { products: p, productWords: w } = db.read.tables
    const migration = readMigrations(migrationsFolder(db.engine)).find(({ tag }) => tag === '0013_search_marks')
    for (const statement of [`update product_words set marks = ''`, ...(migration?.statements ?? [])])
      await db.execute(statement)
    const rows = await db.read.select().from(w).innerJoin(p, eq(p.id, w.productId))
    expect(rows).toHaveLength(12)
    for (const { product_words: words, products: row } of rows)
      expect(words.marks.split(' ').toSorted()).toEqual(marksOf(row).split(' ').toSorted())
    expect(await checkBooks(db.read)).toEqual([])
  })
})
