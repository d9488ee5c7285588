import { cents } from '@comptoir/domain'
import { breachIn } from '@comptoir/domain/books'
import { expect, test } from 'vitest'
import { onEachDatabase, openTestDatabase, type TestDatabase } from '../testing.ts'
import { writeExampleBooks } from './example-books.ts'
import { checkBooks } from './index.ts'
import type { Corruption } from './testing-corruptions.ts'
import { moneyCorruptions } from './testing-money-corruptions.ts'
import { orderCorruptions } from './testing-order-corruptions.ts'
import { otherCorruptions } from './testing-other-corruptions.ts'

// Guards are lifted the way someone with the database's own tools would.
async function plantOn(db: TestDatabase, { plant }: Corruption): Promise<void> {
  if (db.engine === 'postgres') return db.execute(`set session_replication_role = replica; ${plant}`)
  const tables = [...plant.matchAll(/(?:update|delete from) (\w+)/g)].map(([, table]) => table)
  const lifted = tables.flatMap((table) =>
    ['update', 'delete'].map((verb) => `drop trigger if exists ${table}_no_${verb};`),
  )
  await db.execute(`pragma ignore_check_constraints = on; ${lifted.join(' ')} ${plant}`)
}

onEachDatabase('the check of the books', (open, engine) => {
  test('finds nothing in books that are right', async () => {
    await using db = await open()
    await writeExampleBooks(db)
    expect(await checkBooks(db.read)).toEqual([])
  })

  test('finds nothing in an empty shop', async () => {
    await using db = await open()
    expect(await checkBooks(db.read)).toEqual([])
  })

  test.each([...orderCorruptions, ...moneyCorruptions, ...otherCorruptions])('finds $name', async (corruption) => {
    await using db = await open()
    await writeExampleBooks(db)
    await plantOn(db, corruption)
    const { invariant, subject } = corruption
    const breaches = await checkBooks(db.read)
    expect(breaches).toContainEqual(expect.objectContaining({ invariant, subject }))
    expect(breaches.every(({ words }) => words !== '' && !/[{}]/.test(words))).toBe(true)
    for (const { words } of breaches) expect(breachIn('fr', words), words).not.toBe(words)
  })
  test('finds the guard of the trail gone', async () => {
    await using db = await open()
    await writeExampleBooks(db)
    await db.execute(`drop trigger audit_no_${engine === 'sqlite' ? 'update' : 'change on audit'}`)
    expect(await checkBooks(db.read)).toMatchObject([{ invariant: 'INV-61', subject: 'audit' }])
  })

  test('finds what an open shop should have done by now', async () => {
    await using db = await open()
    await writeExampleBooks(db)
    expect(await checkBooks(db.read, { now: new Date('2026-03-29T00:30:59Z') })).toEqual([])
    expect(await checkBooks(db.read, { now: new Date('2026-03-29T00:31:01Z') })).toMatchObject([
      { invariant: 'INV-15', subject: 'order_open', words: 'the unpaid order open holds its stock past its deadline' },
      { invariant: 'INV-52', subject: 'event_out_2' },
    ])
  })

  test('names the first hundred breaches of a rule and counts the others', async () => {
    await using db = await open()
    await db.write((tx) =>
      tx
        .insert(tx.tables.limits)
        .values(
          Array.from({ length: 130 }, (_, i) => ({ key: `limit ${i}`, windowStartedAt: new Date(0), count: -1 })),
        ),
    )
    const breaches = await checkBooks(db.read)
    expect(breaches).toHaveLength(101)
    expect(breaches.at(-1)).toEqual({ invariant: 'INV-71', subject: '…', words: 'and 30 more like these' })
  })

  test('names the first hundred breaches of each of the rules that are looked at together', async () => {
    await using db = await open()
    await db.write((tx) =>
      tx.insert(tx.tables.ledgerEntries).values(
        Array.from({ length: 120 }, (_, i) => ({
          ...{
            id: `entry_${i}` as const,
            event: 'sale' as const,
            eventId: `invoice_${i}`,
            orderId: 'order_9' as const,
          },
          ...{ account: 'receivable', amountCents: cents(1200), currency: 'EUR' as const, at: new Date(0) },
        })),
      ),
    )
    const ledger = (await checkBooks(db.read)).filter(({ invariant }) => invariant === 'INV-04')
    expect(ledger.filter(({ words }) => words === 'and 20 more like these')).toHaveLength(2)
    expect(ledger.filter(({ words }) => /entries of this event sum to 1200/.test(words))).toHaveLength(100)
    expect(ledger.filter(({ words }) => /posted 1200 for a invoice that never happened/.test(words))).toHaveLength(100)
    expect(ledger.filter(({ words }) => words === 'the whole ledger sums to 144000, not zero')).toHaveLength(1)
    expect(ledger).toHaveLength(203)
  })

  test('tells how far it has come', async () => {
    await using db = await open()
    const told: number[][] = []
    await checkBooks(db.read, { onProgress: (done, of) => told.push([done, of]) })
    const of = told.length
    expect(told).toEqual(Array.from({ length: of }, (_, i) => [i + 1, of]))
  })
})

test('finds a row whose parent is gone', async () => {
  await using db = await openTestDatabase('sqlite')
  await writeExampleBooks(db)
  await db.execute(`delete from users where id = 'user_1'`)
  expect(await checkBooks(db.read)).toContainEqual(
    expect.objectContaining({ invariant: 'INV-71', words: 'a row points to one of users that is not there' }),
  )
})

test.each([
  {
    name: 'a product that the text index has not',
    subject: 'product_1',
    plant: `insert into product_words_fts(product_words_fts, rowid, words, marks)
      select 'delete', no, 'frbol frbleu', 'fr' || replace(marks, ' ', ' fr') from product_words where no = 2`,
  },
  {
    name: 'words in the text index that no product has',
    subject: '40',
    plant: `insert into product_words_fts(rowid, words, marks) values (40, 'frtasse', 'fr')`,
  },
  {
    name: 'words of a product that is gone',
    subject: '3',
    plant: `drop trigger product_words_unindexed; update products set state = 'archived';
      delete from product_words where language = 'en'`,
  },
  {
    name: 'words that no search can be made of',
    subject: 'product_1',
    plant: `update product_words set words = 'bol-bleu "' where language = 'fr'`,
  },
  {
    name: 'a product that a search looks for at an old price',
    subject: 'product_1',
    plant: `update variants set price_cents = 500; update products set min_price_cents = 500, max_price_cents = 500`,
  },
  {
    name: 'a product that a search looks for in no category',
    subject: 'product_1',
    plant: `insert into categories (id, slug, tint, position) values ('category_1', 'bols', '#fff', 1);
      update products set category_id = 'category_1'`,
  },
  {
    name: 'a price that no search knows',
    subject: 'product_1',
    plant: `update product_words set marks = '侮'`,
  },
])('finds $name (sqlite)', async ({ subject, plant }) => {
  await using db = await openTestDatabase('sqlite')
  await writeExampleBooks(db)
  await db.execute(plant)
  const breaches = await checkBooks(db.read)
  expect(new Set(breaches.map((breach) => `${breach.invariant} ${breach.subject}`))).toEqual(
    new Set([`INV-71 ${subject}`]),
  )
  for (const { words } of breaches) expect(breachIn('fr', words), words).not.toBe(words)
})

test('finds nothing in a shop on PostgreSQL whose prices were never noted for its searches, which do not ask for them', async () => {
  await using db = await openTestDatabase('postgres')
  await writeExampleBooks(db)
  await db.execute(`update product_words set marks = '侮'; update search_words set kinds = null`)
  expect(await checkBooks(db.read)).toEqual([])
})
