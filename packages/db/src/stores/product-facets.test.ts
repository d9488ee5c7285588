import type { Id } from '@comptoir/domain'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { onEachDatabase, type TestDatabase } from '../testing.ts'
import { aDraft, aProduct, testIds } from '../testing-products.ts'
import { saveCategory } from './categories.ts'
import { countProducts, readFacets } from './product-facets.ts'
import type { ProductFilter } from './product-filters.ts'
import { listProducts } from './product-lists.ts'
import * as products from './products.ts'

const names = (code: string) => ({ fr: `fr ${code}`, en: `en ${code}` })
const option = (code: string, values: readonly string[]) => ({
  ...{ code, names: names(code) },
  values: values.map((value) => ({ code: value, names: names(value), swatch: null })),
})
const colours = ['bleu', 'rouge', 'vert'] as const
const sizes = ['s', 'm'] as const
// Coats are cut for S or M and lined with what is called S or M as well: two options share their codes.
const linings = ['m', 's', 'bleu'] as const
const all: ProductFilter = { locale: 'fr', state: 'published', categoryId: null, search: '' }
const slugsOf = async (db: TestDatabase, filter: ProductFilter) =>
  (await listProducts(db.read, { ...filter, sort: 'newest', limit: 100 })).rows.map(({ slug }) => slug)

/** A shelf of everything: values that meet in some variants only, some dearer, some sold out; two categories, drafts. */
async function fillShelf(db: TestDatabase): Promise<Id<'category'>[]> {
  const ids: Id<'category'>[] = []
  for (const slug of ['maison', 'papier']) {
    const words = { name: slug, description: '' }
    const draft = { slug, tint: '#fff', position: 1, texts: { fr: words, en: words } }
    ids.push(await db.write((tx) => saveCategory(tx, draft, testIds('category'))))
  }
  for (let i = 0; i < 14; i++) {
    const other = i % 2 === 0 ? ({ code: 'couleur', values: colours } as const) : { code: 'doublure', values: linings }
    const pairs = other.values.flatMap((one) => sizes.map((size) => [one, size]))
    const sold = pairs.filter((_, at) => (i * 5 + at * 3) % 4 < 2)
    const variant = { sku: null, compareAtCents: null }
    const stockOf = (at: number) => (i % 4 === 0 || (i + at) % 3 === 0 ? 0 : 2)
    const state = i === 13 ? ('draft' as const) : ('published' as const)
    const category = i % 3 === 0 ? null : i % 3 === 1 ? 'maison' : 'papier'
    const draft =
      i % 5 === 0
        ? { options: [], variants: [{ ...variant, values: [], priceCents: 500 + 100 * i, stock: stockOf(0) }] }
        : {
            options: [option(other.code, other.values), option('taille', sizes)],
            variants: sold.map((values, at) => ({
              ...{ ...variant, values, stock: stockOf(at) },
              priceCents: 500 + 100 * i + (at % 2) * 700,
            })),
          }
    const words = { name: i % 2 === 0 ? 'Bol en grès' : 'Carnet', line: '', description: '', facts: [], keywords: '' }
    await aProduct(db, aDraft({ state, category, texts: { fr: words, en: words }, ...draft }))
  }
  return ids
}

const wholeShelf = async (db: TestDatabase) => {
  const rows = await db.read.select().from(db.read.tables.products)
  return Promise.all(rows.map((row) => products.whole(db.read, row)))
}

/** What a filter means, said once more and slowly: one variant has all that is asked of variants. */
function keptByHand(shelf: readonly products.WholeProduct[], filter: ProductFilter): string[] {
  const wanted = [...Map.groupBy(filter.options ?? [], (one) => one.split(':')[0])]
  const kept = shelf.filter(
    ({ row, texts, options, variants }) =>
      row.state === filter.state &&
      (filter.categoryId === null || row.categoryId === filter.categoryId) &&
      (texts.fr?.name ?? '').toLowerCase().includes(filter.search) &&
      variants.some(
        ({ values, priceCents, onHand }) =>
          priceCents >= (filter.minCents ?? 0) &&
          priceCents <= (filter.maxCents ?? Infinity) &&
          (filter.inStock !== true || onHand > 0) &&
          wanted.every(([code, any]) =>
            any.includes(`${code}:${values[options.findIndex((option) => option.code === code)]}`),
          ),
      ),
  )
  return kept.map(({ row }) => row.slug).toSorted()
}

onEachDatabase('facets', (open) => {
  test('each count is the number of rows that its filter returns', async () => {
    await using db = await open()
    const categories = await fillShelf(db)
    const filters = fc.record({
      search: fc.constantFrom('', 'bol', 'carnet'),
      categoryId: fc.constantFrom(null, ...categories),
      minCents: fc.constantFrom(undefined, 900),
      maxCents: fc.constantFrom(undefined, 1500),
      inStock: fc.constantFrom(undefined, true),
      options: fc.subarray(['couleur:bleu', 'couleur:vert', 'taille:m', 'taille:xl', 'doublure:s']),
    })
    const shelf = await wholeShelf(db)
    await fc.assert(
      fc.asyncProperty(filters, async (chosen) => {
        const filter = { ...all, ...chosen }
        const facets = await readFacets(db.read, filter)
        const count = async (over: Partial<ProductFilter>) => {
          const slugs = await slugsOf(db, { ...filter, ...over })
          expect(slugs.toSorted()).toEqual(keptByHand(shelf, { ...filter, ...over }))
          return slugs.length
        }
        expect(facets.total).toBe(await count({}))
        expect(facets.inStock).toBe(await count({ inStock: true }))
        for (const categoryId of categories)
          expect(facets.categories.find(({ id }) => id === categoryId)?.count ?? 0).toBe(await count({ categoryId }))
        for (const [code, values] of Object.entries({ couleur: colours, taille: sizes, doublure: linings }))
          for (const value of values) {
            const others = filter.options.filter((one) => !one.startsWith(`${code}:`))
            const told = facets.values.find((one) => one.optionCode === code && one.code === value)
            expect(told?.count ?? 0).toBe(await count({ options: [...others, `${code}:${value}`] }))
          }
      }),
      { numRuns: 25, seed: 7 },
    )
  })

  test('a colour and a size are found where one variant has both', async () => {
    await using db = await open()
    const options = [option('couleur', colours), option('taille', sizes)]
    const variant = { sku: null, priceCents: 900, compareAtCents: null, stock: 1 }
    const values = [
      ['bleu', 's'],
      ['vert', 'm'],
    ]
    const variants = values.map((codes) => ({ ...variant, values: codes }))
    await aProduct(db, aDraft({ slug: 'pull', options, variants }))
    expect(await slugsOf(db, { ...all, options: ['couleur:bleu', 'taille:s'] })).toEqual(['pull'])
    expect(await slugsOf(db, { ...all, options: ['couleur:bleu', 'taille:m'] })).toEqual([])
    expect(await slugsOf(db, { ...all, options: ['couleur:bleu', 'couleur:vert', 'taille:m'] })).toEqual(['pull'])
    const { values: told } = await readFacets(db.read, { ...all, locale: 'en' })
    expect(told.find(({ code }) => code === 'bleu')).toMatchObject({ name: 'en bleu', optionName: 'en couleur' })
    expect(told.some(({ code }) => code === 'rouge')).toBe(false)
  })

  test('a value is looked for among those of its own option', async () => {
    await using db = await open()
    const options = [option('couleur', ['s', 'm']), option('taille', ['s', 'm', 'l']), option('coupe', ['m', 's'])]
    const values = ['s', 'm', 'm']
    const variants = [{ sku: null, values, priceCents: 900, compareAtCents: null, stock: 1 }]
    await aProduct(db, aDraft({ slug: 'echantillon', options, variants }))
    const all3 = ['couleur:s', 'taille:m', 'coupe:m']
    expect(await slugsOf(db, { ...all, options: all3 })).toEqual(['echantillon'])
    for (const wrong of ['couleur:m', 'taille:s', 'taille:l', 'coupe:s'])
      expect(await slugsOf(db, { ...all, options: [wrong] }), wrong).toEqual([])
    const { values: told } = await readFacets(db.read, all)
    expect(told.map(({ optionCode, code }) => `${optionCode}:${code}`).toSorted()).toEqual(all3.toSorted())
  })

  test('what is asked of a price, of stock and of a size holds in one and the same variant', async () => {
    await using db = await open()
    const variant = { sku: null, compareAtCents: null }
    const variants = [
      { ...variant, values: ['s'], priceCents: 1000, stock: 0 },
      { ...variant, values: ['m'], priceCents: 10_000, stock: 3 },
    ]
    await aProduct(db, aDraft({ slug: 'affiche', options: [option('taille', sizes)], variants }))
    const kept = async (filter: Partial<ProductFilter>) => (await slugsOf(db, { ...all, ...filter })).length === 1
    expect(await kept({ minCents: 900, maxCents: 1000 })).toBe(true)
    expect(await kept({ minCents: 4000, maxCents: 6000 })).toBe(false)
    expect(await kept({ maxCents: 1000, inStock: true })).toBe(false)
    expect(await kept({ minCents: 1001, inStock: true })).toBe(true)
    expect(await kept({ options: ['taille:s'], inStock: true })).toBe(false)
    expect(await kept({ options: ['taille:m'], inStock: true })).toBe(true)
    expect(await kept({ options: ['taille:m'], maxCents: 1000 })).toBe(false)
    expect(await kept({ options: ['taille:s'], maxCents: 1000 })).toBe(true)
    const { values: told, inStock } = await readFacets(db.read, { ...all, maxCents: 1000 })
    expect([told.map(({ code }) => code), inStock]).toEqual([['s'], 0])
  })

  test('prices go from the cheapest to the dearest variant, whatever range is set', async () => {
    await using db = await open()
    await fillShelf(db)
    expect(await readFacets(db.read, { ...all, minCents: 900, maxCents: 1000 })).toMatchObject({
      ...{ minCents: 500, maxCents: 2400 },
    })
    expect(await readFacets(db.read, { ...all, search: '!?' })).toMatchObject({ total: 0, minCents: null })
  })

  test('a count stops at its limit and says so', async () => {
    await using db = await open()
    await fillShelf(db)
    expect(await readFacets(db.read, all, 5)).toMatchObject({ total: 5, more: true })
    expect(await readFacets(db.read, all)).toMatchObject({ total: 13, more: false })
    expect(await countProducts(db.read, all, 5)).toBe(6)
  })

  test('what runs low comes first, page by page', async () => {
    await using db = await open()
    for (const [slug, stock] of [
      ['a', 9],
      ['b', 0],
      ['c', 3],
      ['d', 3],
    ] as const)
      await aProduct(
        db,
        aDraft({ slug, variants: [{ sku: null, values: [], priceCents: 100, compareAtCents: null, stock }] }),
      )
    const page = await listProducts(db.read, { ...all, sort: 'stock', limit: 2 })
    const rest = await listProducts(db.read, { ...all, sort: 'stock', limit: 2, cursor: page.nextCursor ?? '' })
    expect([...page.rows, ...rest.rows].map(({ slug }) => slug)).toEqual(['b', 'c', 'd', 'a'])
    expect(await slugsOf(db, { ...all, stockAtMost: 3 })).toEqual(['d', 'c', 'b'])
  })
})
