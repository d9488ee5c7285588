import { eq, sql } from 'drizzle-orm'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Database, Reader } from './database.ts'
import { wordsNoOf } from './stores/search.ts'
import { onEachDatabase, openTestDatabase } from './testing.ts'
import { cents, type Locale } from '@comptoir/domain'

const at = new Date('2026-03-01T00:00:00.000Z')

async function writeWords(db: Database, rows: readonly { language: Locale; words: string }[]): Promise<void> {
  await db.write(async (tx) => {
    const { products, productWords } = tx.tables
    for (const [i, row] of rows.entries()) {
      await tx.insert(products).values({
        ...{ id: `product_${i}`, slug: `p${i}`, categoryId: null, state: 'published', vatCategory: 'standard' },
        ...{ popularity: 0, searchNo: i, minPriceCents: cents(0), maxPriceCents: cents(0), inStock: true },
        ...{ createdAt: at, updatedAt: at, version: 1 },
      })
      await tx.insert(productWords).values({ no: wordsNoOf(i, row.language), productId: `product_${i}`, ...row })
    }
  })
}

const foundIn = (db: Pick<Reader, 'dialect'>, language: Locale, tokens: readonly string[]) =>
  db.dialect.foundWords(sql`${language}`, sql`${db.dialect.phraseOf(language, tokens)}`)

async function search(db: Database, language: Locale, ...tokens: string[]): Promise<number[]> {
  const no = sql`found.search_no`.mapWith(Number)
  const rows = await db.read
    .select({ no })
    .from(foundIn(db, language, tokens))
    .orderBy(sql`found.no`)
  return rows.map((row) => row.no)
}

const shelf = [
  { language: 'fr', words: 'bol bleu faience 12cm' },
  { language: 'fr', words: 'bol blanc gres' },
  { language: 'en', words: 'blue bowl earthenware' },
  { language: 'fr', words: 'boite de the bleue 100 g' },
] as const

onEachDatabase('search', (open) => {
  test('finds what holds every word, the last one by its beginning', async () => {
    await using db = await open()
    await writeWords(db, shelf)
    expect(await search(db, 'fr', 'bol')).toEqual([0, 1])
    expect(await search(db, 'fr', 'bo')).toEqual([0, 1, 3])
    expect(await search(db, 'fr', 'bol', 'bl')).toEqual([0, 1])
    expect(await search(db, 'fr', 'bleu', 'bol')).toEqual([0])
    expect(await search(db, 'fr', 'bo', 'bleu')).toEqual([])
    expect(await search(db, 'fr', '12')).toEqual([0])
    expect(await search(db, 'en', 'bl')).toEqual([2])
  })

  test('has nothing to look for where no word is asked', async () => {
    await using db = await open()
    expect(db.dialect.phraseOf('fr', [])).toBeNull()
    expect(db.dialect.phraseOf('fr', ['', '&|!:*()'])).toBeNull()
  })

  test('follows a product whose words change, within the same write', async () => {
    await using db = await open()
    await writeWords(db, shelf)
    const found = await db.write(async (tx) => {
      const { productWords } = tx.tables
      await tx
        .update(productWords)
        .set({ words: 'tasse verte' })
        .where(eq(productWords.no, wordsNoOf(0, 'fr')))
      await tx.delete(productWords).where(eq(productWords.no, wordsNoOf(1, 'fr')))
      return tx.select({ no: sql`found.search_no`.mapWith(Number) }).from(foundIn(tx, 'fr', ['tas']))
    })
    expect(found).toEqual([{ no: 0 }])
    expect(await search(db, 'fr', 'bol')).toEqual([])
    expect(await search(db, 'fr', 'verte')).toEqual([0])
  })

  test('takes signs of the query languages for what they are: nothing', async () => {
    await using db = await open()
    await writeWords(db, shelf)
    expect(await search(db, 'fr', `"bol'`, 'bl*')).toEqual([0, 1])
    expect(await search(db, 'fr', `') or 1=1 --`, 'NOT')).toEqual([])
  })
})

test('PostgreSQL searches by its index', async () => {
  await using db = await openTestDatabase('postgres')
  await writeWords(db, shelf)
  await db.execute(`alter table product_words drop constraint if exists product_words_product_id_products_id_fk;
    insert into product_words (no, product_id, language, words)
    select no, 'product_' || no, 'fr', 'article ' || no from generate_series(10, 5000) as no; analyze product_words`)
  const plan = db.read.select({ no: sql`found.no` }).from(foundIn(db, 'fr', ['bol']))
  await db.execute('create table plan (line text)')
  const { sql: text, params } = plan.toSQL()
  const spelled = params.reduce<string>(
    (filled, value, i) => filled.replace(`$${i + 1}`, `'${String(value).replaceAll("'", "''")}'`),
    text,
  )
  await db.execute(`do $$ declare line text; begin
    for line in explain ${spelled} loop insert into plan values (line); end loop; end $$`)
  const lines = await db.read.select({ line: sql<string>`line` }).from(sql`plan`)
  expect(lines.map(({ line }) => line).join(' ')).toContain('product_words_match')
})

test('both engines give the same answer to every search', async () => {
  await using sqlite = await openTestDatabase('sqlite')
  await using postgres = await openTestDatabase('postgres')
  const token = fc.stringMatching(/^[a-c0-2e]{1,5}$/)
  const words = fc.array(token, { minLength: 1, maxLength: 6 }).map((list) => list.join(' '))
  const rows = fc.sample(words, { numRuns: 150, seed: 7 }).map((text) => ({ language: 'fr' as const, words: text }))
  await writeWords(sqlite, rows)
  await writeWords(postgres, rows)
  const asked = fc.array(token, { minLength: 1, maxLength: 3 })
  let found = 0
  await fc.assert(
    fc.asyncProperty(asked, async (tokens) => {
      const answer = await search(sqlite, 'fr', ...tokens)
      const wanted = rows.flatMap(({ words: text }, no) => {
        const has = text.split(' ')
        const all = tokens.slice(0, -1).every((one) => has.includes(one))
        return all && has.some((one) => one.startsWith(tokens.at(-1) ?? '')) ? [no] : []
      })
      found += wanted.length
      expect(answer).toEqual(wanted)
      expect(await search(postgres, 'fr', ...tokens)).toEqual(wanted)
    }),
    { numRuns: 150, seed: 11 },
  )
  expect(found).toBeGreaterThan(100)
})
