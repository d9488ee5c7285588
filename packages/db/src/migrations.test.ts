import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { writeExampleBooks } from './check-books/example-books.ts'
import { checkBooks } from './check-books/index.ts'
import { migrateSqlite } from './migrate-sqlite.ts'
import { type Migration, hashOf, OlderSchema, pendingMigrations, readMigrations } from './migrations.ts'
import { openDatabase, pathOf } from './open-database.ts'
import { migrationsFolder } from './root.ts'
import { connectSqlite } from './sqlite-connection.ts'
import { makeOlderShop, onEachDatabase, openTestDatabase } from './testing.ts'
import { isAppendOnlyViolation } from './violations.ts'

onEachDatabase('starting on a database', (open) => {
  test('changes nothing the second time', async () => {
    await using db = await open()
    await writeExampleBooks(db)
    const again = await openDatabase(db.url)
    expect(await checkBooks(again.read)).toEqual([])
    expect(await again.read.$count(again.read.tables.orders)).toBe(3)
    await again.close()
  })

  test('refuses a schema that a newer release made, and says what to do', async () => {
    await using db = await open()
    await db.execute(
      `create table later (id text); insert into schema_migrations values (9999, '9999_later', 'x', '2030-01-01')`,
    )
    await expect(openDatabase(db.url)).rejects.toThrow(/newer schema \(9999_later\): start the release that made it/)
  })

  test('leaves a shop of an older release as it is where it is only looked at', async () => {
    await using db = await open()
    await writeExampleBooks(db)
    const asItIs = await openDatabase(db.url, { asItIs: true })
    expect(await asItIs.read.$count(asItIs.read.tables.orders)).toBe(3)
    await asItIs.close()

    const last = readMigrations(migrationsFolder(db.engine)).at(-1)?.tag ?? ''
    await db.execute(`create table earlier (id text); delete from schema_migrations where tag = '${last}'`)
    await expect(openDatabase(db.url, { asItIs: true })).rejects.toThrow(OlderSchema)
    await db.execute(`insert into schema_migrations values (9999, '9999_later', 'x', '2030-01-01')`)
    await expect(openDatabase(db.url, { asItIs: true })).rejects.toThrow('newer schema')
    const tags = db.read.select({ tag: sql<string>`tag` }).from(sql`schema_migrations`)
    expect((await tags).map(({ tag }) => tag)).not.toContain(last)
  })

  test('puts the guards back when a release changes them', async () => {
    await using db = await open()
    await writeExampleBooks(db)
    const written = await db.read.$count(db.read.tables.audit)
    const lift = db.engine === 'sqlite' ? 'drop trigger audit_no_delete' : 'drop trigger audit_no_change on audit'
    await db.execute(`${lift}; update schema_migrations set hash = 'older' where tag = 'guards'`)
    const again = await openDatabase(db.url)
    const erase = again.write(async (tx) => tx.delete(tx.tables.audit))
    await expect(erase).rejects.toSatisfy(isAppendOnlyViolation)
    expect(written).toBeGreaterThan(0)
    expect(await again.read.$count(again.read.tables.audit)).toBe(written)
    await again.close()
  })

  test('lets two processes start at once', async () => {
    await using db = await open()
    await db.execute(`update schema_migrations set hash = 'older' where tag = 'guards'`)
    const both = await Promise.all([openDatabase(db.url), openDatabase(db.url)])
    for (const one of both) await one.close()
    expect(both).toHaveLength(2)
  })
})

/** Everything in a SQLite file that a migration must not lose: rows by table, their contents, triggers and indexes. */
function contentsOf(path: string) {
  const connection = connectSqlite(path)
  const names = (type: string) =>
    connection
      .prepare<[string], string>(`select name from sqlite_schema where type = ? order by name`)
      .pluck()
      .all(type)
  const tables = names('table').filter((name) => !/^(sqlite_|product_words_fts|schema_migrations)/.test(name))
  const rows = tables.map((table) => {
    const all = connection.prepare(`select * from "${table}" order by 1, 2`).all()
    return { table, rows: all.length, hash: createHash('sha256').update(JSON.stringify(all)).digest('hex') }
  })
  const found = connection
    .prepare<[], number>(`select rowid from product_words_fts where product_words_fts match 'frbleu'`)
    .pluck()
    .all()
  const triggers = names('trigger')
  connection.close()
  return { rows, triggers, found }
}

const rebuild = (table: string): Migration => ({
  position: 100,
  tag: `0100_rebuild_${table}`,
  hash: hashOf(table),
  statements: [],
})

test('a table rebuild loses no row, no content and no guard of a filled SQLite file', async () => {
  await using db = await openTestDatabase('sqlite')
  await writeExampleBooks(db)
  await db.close()
  const path = pathOf(db.url)
  const before = contentsOf(path)
  // What drizzle-kit generates when a column changes: a new table, the rows copied, the old one dropped, the name taken.
  const connection = connectSqlite(path)
  const rebuilds = ['orders', 'product_words', 'audit'].map((table): Migration => {
    const create = connection
      .prepare<[string], string>(`select sql from sqlite_schema where type = 'table' and name = ?`)
      .pluck()
      .get(table)
    const indexes = connection
      .prepare<[string], string>(`select sql from sqlite_schema where type = 'index' and tbl_name = ? and sql <> ''`)
      .pluck()
      .all(table)
    const made = String(create)
      .replaceAll(`"${table}"`, `"__new_${table}"`)
      .replace(`\`${table}\``, `\`__new_${table}\``)
    return {
      ...rebuild(table),
      statements: [
        'PRAGMA foreign_keys=OFF;',
        made,
        `INSERT INTO "__new_${table}" SELECT * FROM "${table}";`,
        `DROP TABLE "${table}";`,
        `ALTER TABLE "__new_${table}" RENAME TO "${table}";`,
        'PRAGMA foreign_keys=ON;',
        ...indexes,
      ],
    }
  })
  connection.close()
  migrateSqlite(path, [...readMigrations(migrationsFolder('sqlite')), ...rebuilds])
  const after = contentsOf(path)
  expect(after).toEqual(before)
  expect(before.rows.find(({ table }) => table === 'order_lines')?.rows).toBe(3)
  expect(before.found).toEqual([2])
})

test('the text index is made anew only by a release that touches its words', async () => {
  await using db = await openTestDatabase('sqlite')
  await writeExampleBooks(db)
  await db.close()
  const path = pathOf(db.url)
  const connection = connectSqlite(path)
  const found = (word: string) =>
    connection.prepare('select rowid from product_words_fts where product_words_fts match ?').pluck().all(`fr${word}`)
  // No row of the shelf has this word: an index that is made anew does not know it.
  const mark = () =>
    connection.exec(`insert into product_words_fts (rowid, words, marks) values (900, 'frzebra', '');
      update schema_migrations set hash = 'older' where tag = 'guards'`)
  const known = readMigrations(migrationsFolder('sqlite'))
  const reading = 'insert into notes select product_id from product_words'
  const notes = { ...rebuild('notes'), statements: ['create table notes (id text)', reading] }
  const words = { ...rebuild('words'), position: 101, tag: '0101_words' }
  mark()
  migrateSqlite(path, [...known, notes])
  expect([found('bleu'), found('zebra')]).toEqual([[2], [900]])
  migrateSqlite(path, [
    ...known,
    notes,
    { ...words, statements: [`update product_words set words = words || ' rayé'`] },
  ])
  expect([found('bleu'), found('rayé'), found('zebra')]).toEqual([[2], [2], []])
  mark()
  connection.exec(`drop table product_words_fts; create virtual table product_words_fts using fts5(words)`)
  migrateSqlite(path, [...known, notes, words])
  expect(found('bleu')).toEqual([2])
  connection.close()
})

test('money that fits no order still waits after the release that can settle it', async () => {
  await using db = await openTestDatabase('sqlite')
  const path = `${pathOf(db.url)}-older`
  makeOlderShop(path, 'settled_money')
  const connection = connectSqlite(path)
  connection.exec(`insert into unmatched_money (key, order_id, amount_cents, currency, reference, at)
    values ('payment_1', 'order_1', 100, 'EUR', 'ch_1', 5)`)
  migrateSqlite(path)
  expect(connection.prepare('select * from unmatched_money').all()).toEqual([
    {
      ...{ key: 'payment_1', order_id: 'order_1', amount_cents: 100, currency: 'EUR', reference: 'ch_1', at: 5 },
      ...{ settled_at: null, settled_by: null, note: null },
    },
  ])
  connection.close()
})

test('a migration that would leave rows without their parent is undone whole', async () => {
  await using db = await openTestDatabase('sqlite')
  await writeExampleBooks(db)
  await db.close()
  const path = pathOf(db.url)
  const before = contentsOf(path)
  const careless = { ...rebuild('orders'), statements: [`delete from orders`] }
  const migrate = () => migrateSqlite(path, [...readMigrations(migrationsFolder('sqlite')), careless])
  expect(migrate).toThrow(/rows without their parent/)
  expect(contentsOf(path)).toEqual(before)
})

test('a migration that was edited after the fact is refused', () => {
  const [first] = readMigrations(migrationsFolder('sqlite'))
  if (first === undefined) throw new Error('there is no migration')
  expect(() => pendingMigrations([first], [{ ...first, hash: 'other' }])).toThrow(/edited after it was applied/)
  expect(pendingMigrations([first], [first])).toEqual([])
})

test('an address of another kind is named, with what it may be', async () => {
  await expect(openDatabase('mysql://user:secret@host/db')).rejects.toThrow(
    'DATABASE_URL must start with "file:" or "postgres:", got "mysql:…" (see .env.example)',
  )
})
