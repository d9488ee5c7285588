import { type Id, type Locale, makeId } from '@comptoir/domain'
import { type ProductDraft, searchTokens } from '@comptoir/domain/catalog'
import { and, asc, eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readMigrations } from '../migrations.ts'
import { migrationsFolder } from '../root.ts'
import { onEachDatabase, openTestDatabase, type TestDatabase } from '../testing.ts'
import { aCause, aDraft, aProduct, everyPage } from '../testing-products.ts'
import { saveCategory } from './categories.ts'
import { marksWithin } from './price-marks.ts'
import * as products from './products.ts'
import { categoryMark } from './search-marks.ts'
import { isHeldByNone, noteWords } from './search-words.ts'

const newId = (n: number): Id<'category'> => makeId('category', 1_790_000_000_000, new Uint8Array(16).fill(n))
// The last two end alike.
const categories = { table: newId(1), lit: newId(2), bain: `category_b${newId(2).slice(-4)}` } as const
const slugs = ['table', 'lit', 'bain'] as const

async function putCategories(db: TestDatabase): Promise<void> {
  for (const [position, slug] of slugs.entries()) {
    const words = { name: slug, description: '' }
    const draft = { slug, tint: '#fff', position, texts: { fr: words, en: words } }
    await db.write((tx) => saveCategory(tx, draft, categories[slug]))
  }
}

const named = (name: string) => ({ name, line: '', description: '', facts: [], keywords: '' })
const priced = (prices: readonly number[]) => ({
  options: [
    {
      code: 'taille',
      names: { fr: 'T', en: 'T' },
      values: prices.map((_, i) => ({ code: `t${i}`, names: { fr: `${i}`, en: `${i}` }, swatch: null })),
    },
  ],
  variants: prices.map((priceCents, i) => ({
    ...{ sku: null, values: [`t${i}`], priceCents, compareAtCents: null, stock: 1 },
  })),
})

const word = fc.constantFrom(
  'drap',
  'draperie',
  'lin',
  'linge',
  'home',
  'the',
  'bol',
  '12',
  'été',
  'assaisonnement',
  'assaisonnements',
)
const price = fc.oneof(fc.nat(60), fc.integer({ min: 1000, max: 4000 }), fc.nat(9_000_000))
const product = fc.record({
  ...{ fr: fc.array(word, { maxLength: 4 }), en: fc.array(word, { maxLength: 4 }), popularity: fc.nat(3) },
  category: fc.option(fc.constantFrom(...slugs)),
  prices: fc.uniqueArray(price, { minLength: 1, maxLength: 3 }),
})
const asked = fc.record({
  locale: fc.constantFrom('fr', 'en'),
  words: fc.array(fc.oneof(word, fc.constantFrom('dr', 'l', 'p', 'zz', 'fr', 'assaisonnemen')), {
    minLength: 1,
    maxLength: 3,
  }),
  category: fc.option(fc.constantFrom(...slugs)),
  minCents: fc.option(price, { nil: undefined }),
  maxCents: fc.option(price, { nil: undefined }),
})

/** The words of every product in a language, most popular first. */
function everyWord({ read }: TestDatabase, language: Locale) {
  const { products: p, productWords: w } = read.tables
  const own = and(eq(w.productId, p.id), eq(w.language, language))
  return read
    .select({ id: p.id, words: w.words, categoryId: p.categoryId })
    .from(p)
    .innerJoin(w, own)
    .orderBy(asc(p.searchNo))
}

onEachDatabase('a search', (open) => {
  test('answers, page by page, what a look at every product does: its words, its category and its prices', async () => {
    await using db = await open()
    await putCategories(db)
    const prices = new Map<string, readonly number[]>()
    for (const one of fc.sample(product, { numRuns: 100, seed: 5 })) {
      const { popularity, category, fr, en } = one
      const texts = { fr: named(`${fr.join(' ')} Pièce`), en: named(`${en.join(' ')} Piece`) }
      prices.set((await aProduct(db, aDraft({ texts, category, popularity, ...priced(one.prices) }))).id, one.prices)
    }
    const shelf = { fr: await everyWord(db, 'fr'), en: await everyWord(db, 'en') }
    let found = 0
    await fc.assert(
      fc.asyncProperty(asked, async ({ locale, words, category, minCents = 0, maxCents = 100_000_000 }) => {
        const tokens = searchTokens(words.join(' '))
        const categoryId = category && categories[category]
        const wanted = shelf[locale].filter((one) => {
          const has = one.words.split(' ')
          return (
            tokens.slice(0, -1).every((token) => has.includes(token)) &&
            has.some((text) => text.startsWith(tokens.at(-1) ?? '')) &&
            (categoryId === null || one.categoryId === categoryId) &&
            prices.get(one.id)?.some((cents) => cents >= minCents && cents <= maxCents)
          )
        })
        found += wanted.length
        const query = { locale, state: 'published', search: words.join(' '), sort: 'popular', limit: 7 } as const
        const answer = await everyPage(db, { ...query, categoryId, minCents, maxCents })
        expect(answer).toEqual(wanted.map(({ id }) => id))
      }),
      { numRuns: 150, seed: 9 },
    )
    expect(found).toBeGreaterThan(150)
  })

  test('finds a product in the category that it was moved to, and no longer where it was', async () => {
    await using db = await open()
    await putCategories(db)
    const { id, slug } = await aProduct(db, aDraft({ category: 'table' }))
    const foundIn = async (category: (typeof slugs)[number]) => {
      const query = { locale: 'fr', state: 'published', search: 'bol', sort: 'popular', limit: 7 } as const
      return everyPage(db, { ...query, categoryId: categories[category] })
    }
    expect(await foundIn('table')).toEqual([id])
    await db.write((tx) => products.save(tx, aDraft({ slug, category: 'bain' }), { id, version: 1 }, aCause()))
    expect([await foundIn('table'), await foundIn('lit'), await foundIn('bain')]).toEqual([[], [], [id]])
  })
})

onEachDatabase('words of kinds of products', (open) => {
  test('tell what no product can have together, until one does', async () => {
    await using db = await open()
    await putCategories(db)
    const put = (name: string, over: Partial<ProductDraft> = {}) =>
      aProduct(db, aDraft({ texts: { fr: named(name), en: named(name) }, ...over }))
    await put('Drap de lin', { category: 'lit', ...priced([5000]) })
    await put('Bol en grès', { category: 'table', ...priced([1000]) })
    const table = [categoryMark(categories.table)]
    const none = (...lists: string[][]) => isHeldByNone(db.read, 'fr', lists)
    const spared = db.engine === 'sqlite'
    expect(await none(['lin'], ['gre'])).toBe(spared)
    expect(await none(['drap'], table)).toBe(spared)
    expect(await none(['drap'], marksWithin(900, 1100))).toBe(spared)
    expect(await none(['dra'], ['lin'])).toBe(false)
    expect(await none(['bol'], table, marksWithin(900, 1100))).toBe(false)
    expect(await none(['drap'], ['de'], ['inconnu'])).toBe(false)
    expect(await none(['gre'])).toBe(false)
    await put('Bol en grès sur un set de lin', { category: 'table' })
    expect(await none(['lin'], ['gre'])).toBe(false)
    expect(await none(['lin'], table)).toBe(false)
    expect(await none(['drap'], ['gre'])).toBe(spared)
  })

  test('say nothing of a word that too many kinds have', async () => {
    await using db = await open()
    const note = (words: string) => db.write((tx) => noteWords(tx, { words: { fr: words, en: '' }, marks: '' }))
    for (let i = 0; i < 400; i++) await note(`${i * i}kilo tissu`)
    await note('bol gres')
    expect(await isHeldByNone(db.read, 'fr', [['gres'], ['49kilo']])).toBe(db.engine === 'sqlite')
    expect(await isHeldByNone(db.read, 'fr', [['gres'], ['tissu']])).toBe(false)
  })
})

test('words that were on file before kinds were noted have the kinds of their products', async () => {
  await using db = await openTestDatabase('sqlite')
  await putCategories(db)
  for (const { category, fr, en, prices } of fc.sample(product, { numRuns: 60, seed: 3 }))
    await aProduct(
      db,
      aDraft({
        texts: { fr: named(`${fr.join(' ')} é`), en: named(`${en.join(' ')} a`) },
        category,
        ...priced(prices),
      }),
    )
  const noted = async () => {
    const { searchWords: w } = db.read.tables
    const rows = await db.read.select().from(w).orderBy(w.language, w.beginning)
    return rows.map((row) => ({ ...row, kinds: [...(row.kinds ?? '')].toSorted() }))
  }
  const before = await noted()
  expect(new Set(before.flatMap(({ kinds }) => kinds)).size).toBeGreaterThan(20)
  const migration = readMigrations(migrationsFolder('sqlite')).find(({ tag }) => tag.endsWith('words_of_kinds'))
  await db.execute(
    `delete from search_words where beginning >= char(19968); alter table search_words drop column kinds`,
  )
  for (const statement of migration?.statements ?? []) await db.execute(statement)
  expect(await noted()).toEqual(before)
})

test('categories whose ids end alike share a mark, others do not', () => {
  expect(categoryMark(categories.lit)).toBe(categoryMark(categories.bain))
  expect(categoryMark(categories.lit)).not.toBe(categoryMark(categories.table))
})
