import { cents, type Id, type Locale, makeId } from '@comptoir/domain'
import { fold } from '@comptoir/domain/catalog'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Writer } from '../database.ts'
import { pathOf } from '../open-database.ts'
import { connectSqlite } from '../sqlite-connection.ts'
import { onEachDatabase, openTestDatabase, type TestDatabase } from '../testing.ts'
import { aCause, aDraft, aProduct, everyPage, testIds } from '../testing-products.ts'
import { countRows, planOf } from '../testing-rows.ts'
import { saveCategory } from './categories.ts'
import { cardsOf } from './product-cards.ts'
import { listProducts, type ProductQuery } from './product-lists.ts'
import * as products from './products.ts'
import { searchNoOf } from './search.ts'

const shelf = (over: Partial<ProductQuery> = {}): ProductQuery => ({
  locale: 'fr',
  state: 'published',
  categoryId: null,
  search: '',
  sort: 'popular',
  limit: 20,
  ...over,
})
const sorts = ['popular', 'newest', 'price_asc', 'price_desc'] as const

const named = (name: string) => ({ name, line: '', description: '', facts: [], keywords: '' })
const found = async (db: TestDatabase, search: string, locale: Locale = 'fr') =>
  (await listProducts(db.read, shelf({ search, locale }))).rows.map(({ slug }) => slug)

/** Thousands of rows past the domain, by one prepared statement: what a list reads must not depend on how they came. */
function manyProducts(db: TestDatabase, count: number, categoryId: Id<'category'>) {
  const rows = Array.from({ length: count }, (_, i) => ({
    id: makeId('product', 1_700_000_000_000 + i, new Uint8Array(16)),
    slug: `p-${i}`,
    category: i % 3 === 0 ? categoryId : null,
    popularity: (i * 7919) % 1000,
    searchNo: searchNoOf((i * 7919) % 1000, i + 1),
    price: cents(100 + ((i * 31) % 500)),
    inStock: i % 4 === 0 ? 0 : 1,
  }))
  const connection = connectSqlite(pathOf(db.url))
  try {
    const insert = connection.prepare<(typeof rows)[number]>(`
      insert into products (id, slug, category_id, state, vat_category, popularity, search_no, min_price_cents, max_price_cents,
        in_stock, created_at, updated_at, version)
      values (@id, @slug, @category, 'published', 'standard', @popularity, @searchNo, @price, 700, @inStock, 0, 0, 1)`)
    connection.transaction(() => rows.forEach((row) => void insert.run(row)))()
  } finally {
    connection.close()
  }
  return rows
}

async function findable(db: TestDatabase, rows: ReturnType<typeof manyProducts>) {
  // In the order of the index: in any other each row would be a segment of its own.
  const indexed = rows.toSorted((a, b) => a.searchNo - b.searchNo)
  for (let i = 0; i < rows.length; i += 1000)
    await db.write(async (tx) => {
      const words = indexed.slice(i, i + 1000).map((row) => ({
        no: row.searchNo * 2,
        productId: row.id,
        language: 'fr' as const,
        words: `article ${row.slug.replace('-', '')}`,
      }))
      await tx.insert(tx.tables.productWords).values(words)
    })
}

const aCategory = (tx: Writer) => {
  const words = { name: 'Maison', description: '' }
  return saveCategory(
    tx,
    { slug: 'maison', tint: '#fff', position: 1, texts: { fr: words, en: words } },
    testIds('category'),
  )
}

onEachDatabase('product lists', (open) => {
  test.each(sorts)('paging by %s shows every product once, while others are put on the shelf', async (sort) => {
    await using db = await open()
    const made: string[] = []
    for (let i = 0; i < 11; i++) {
      const variants = [{ sku: null, values: [], priceCents: 1000 + (i % 3) * 100, compareAtCents: null, stock: 1 }]
      made.push((await aProduct(db, aDraft({ popularity: i % 4, variants }))).id)
    }
    const seen = await everyPage(db, shelf({ sort, limit: 3 }), () => aProduct(db, aDraft({ popularity: 1 })))
    expect(seen.filter((id) => made.includes(id)).toSorted()).toEqual(made.toSorted())
    expect(new Set(seen).size).toBe(seen.length)
  })

  test('lists are in the order that was asked for', async () => {
    await using db = await open()
    for (const [slug, popularity, priceCents] of [
      ['a', 1, 300],
      ['b', 9, 100],
      ['c', 5, 200],
    ] as const)
      await aProduct(
        db,
        aDraft({ slug, popularity, variants: [{ sku: null, values: [], priceCents, compareAtCents: null, stock: 1 }] }),
      )
    const order = async (sort: ProductQuery['sort']) =>
      (await listProducts(db.read, shelf({ sort }))).rows.map(({ slug }) => slug).join('')
    expect(await order('popular')).toBe('bca')
    expect(await order('newest')).toBe('cba')
    expect(await order('price_asc')).toBe('bca')
    expect(await order('price_desc')).toBe('acb')
  })

  test('a filter keeps what it names: category, price and stock', async () => {
    await using db = await open()
    await db.write(aCategory)
    const priced = (priceCents: number, stock: number) => [
      { sku: null, values: [], priceCents, compareAtCents: null, stock },
    ]
    await aProduct(db, aDraft({ slug: 'cher', category: 'maison', variants: priced(9000, 1) }))
    await aProduct(db, aDraft({ slug: 'fini', category: 'maison', variants: priced(500, 0) }))
    await aProduct(db, aDraft({ slug: 'loin', variants: priced(500, 1) }))
    const slugs = async (over: Partial<ProductQuery>) =>
      (await listProducts(db.read, shelf(over))).rows.map(({ slug }) => slug).toSorted()
    const category = await db.read.select().from(db.read.tables.categories)
    expect(await slugs({ categoryId: category[0]?.id ?? null })).toEqual(['cher', 'fini'])
    expect(await slugs({ maxCents: 500 })).toEqual(['fini', 'loin'])
    expect(await slugs({ minCents: 501 })).toEqual(['cher'])
    expect(await slugs({ inStock: true })).toEqual(['cher', 'loin'])
  })

  test('a search finds folded words and beginnings, in the language of the caller, most popular first', async () => {
    await using db = await open()
    const put = (slug: string, fr: string, en: string, popularity = 0) =>
      aProduct(db, aDraft({ slug, popularity, texts: { fr: named(fr), en: named(en) } }))
    await put('oeufs', 'Œufs frais à la coque', 'Fresh eggs')
    await put('creme', 'Crème fraîche', 'Sour cream', 5)
    await put('bol', 'Bol à crème', 'Cream bowl', 9)
    expect(await found(db, 'creme')).toEqual(['bol', 'creme'])
    expect(await found(db, 'CRÈME fraî')).toEqual(['creme'])
    expect(await found(db, 'oeufs')).toEqual(['oeufs'])
    expect(await found(db, 'eggs')).toEqual([])
    expect(await found(db, 'eggs', 'en')).toEqual(['oeufs'])
    expect(await found(db, 'cre"me* OR bol')).toEqual([])
    expect(await found(db, '茶')).toEqual([])
  })

  test('a product is findable in the write that saves it, and its old words are forgotten', async () => {
    await using db = await open()
    const inside = await db.write(async (tx) => {
      await products.save(tx, aDraft({ slug: 'pull', texts: { fr: named('Pull marin') } }), null, aCause())
      return (await listProducts(tx, shelf({ search: 'marin' }))).rows.length
    })
    expect(inside).toBe(1)
    expect(await found(db, 'marin', 'en')).toEqual(['pull'])
    const row = await products.findAtSlug(db.read, 'pull')
    const draft = aDraft({ slug: 'pull', popularity: 3, texts: { fr: named('Pull irlandais') } })
    await db.write((tx) =>
      products.save(tx, draft, { id: row?.id ?? 'product_', version: row?.version ?? 0 }, aCause()),
    )
    expect(await found(db, 'marin')).toEqual([])
    expect(await found(db, 'irlandais')).toEqual(['pull'])
  })

  test('a search pages like any list', async () => {
    await using db = await open()
    for (let i = 0; i < 7; i++) await aProduct(db, aDraft({ popularity: i % 2 }))
    for (const sort of sorts) expect(await everyPage(db, shelf({ search: 'bol', sort, limit: 2 }))).toHaveLength(7)
  })
})

test('both engines answer any search alike', async () => {
  await using sqlite = await openTestDatabase('sqlite')
  await using postgres = await openTestDatabase('postgres')
  const name = ['Thé', 'Théière', 'Œillet', "L'huile d’olive", 'T-shirt été', 'Straße', 'ﬁl', 'Bol 12 cm', 'the']
  for (const [i, one] of name.entries())
    for (const db of [sqlite, postgres]) await aProduct(db, aDraft({ slug: `p-${i}`, texts: { fr: named(one) } }))
  const words = fc.oneof(
    fc.constantFrom(...name, 'th', 'oeil', 'huile', '12', 'stra', 'et'),
    fc.string({ maxLength: 12 }),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(words, { maxLength: 3 }), async (parts) => {
      const search = parts.join(' ')
      expect(await found(sqlite, search)).toEqual(await found(postgres, search))
    }),
    { numRuns: 60 },
  )
  expect(await found(sqlite, fold('Théière'))).toEqual(['p-1'])
})

test('on ten thousand products no list reads more rows than its page and one, and none of the plain ones scans or sorts', async () => {
  await using db = await openTestDatabase('sqlite')
  const categoryId = await db.write(aCategory)
  await findable(db, manyProducts(db, 10_000, categoryId))
  for (const sort of sorts)
    for (const over of [{}, { categoryId }, { search: 'article' }, { inStock: true }, { maxCents: 300 }]) {
      const query = shelf({ sort, ...over })
      const first = await listProducts(db.read, query)
      using counted = countRows()
      const { rows } = await listProducts(db.read, { ...query, cursor: first.nextCursor ?? undefined })
      await cardsOf(db.read, rows, 'fr')
      expect(rows).toHaveLength(20)
      expect(counted.read.length).toBeGreaterThan(1)
      for (const { sql: statement, rows: count } of counted.read)
        expect(count, statement).toBeLessThanOrEqual(statement.includes('"products"."slug"') ? 21 : 60)
      if ('search' in over) continue
      const plan = planOf(db, counted.read[0] ?? { sql: '', values: [] })
      expect(plan.length).toBeGreaterThan(0)
      for (const step of plan) expect(step).toMatch(/^SEARCH products USING INDEX products_/)
    }
})

test('a hundred thousand products come page by page, each once, while others are put on the shelf', async () => {
  await using db = await openTestDatabase('sqlite')
  const categoryId = await db.write(aCategory)
  manyProducts(db, 100_000, categoryId)
  const seen = new Set<string>()
  let cursor: string | undefined
  let shown = 0
  do {
    const page = await listProducts(db.read, shelf({ sort: 'popular', limit: 100, cursor }))
    for (const { id } of page.rows) seen.add(id)
    shown += page.rows.length
    if (shown % 20_000 === 0) await aProduct(db, aDraft({ popularity: 9 }))
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined)
  expect(shown).toBe(seen.size)
  expect(seen.size).toBeGreaterThanOrEqual(100_000)
})
