import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { sqliteDialect } from './dialects.ts'
import { sqliteTextIndex } from './guards.ts'
import { leafCounts } from './text-index.ts'

/** A text index of 20,000 rows: every one has `partout`, every fourth `quart` and the mark 一, every hundredth `zeste`, each one a word of its own. */
function anIndex() {
  const connection = new Sqlite(':memory:')
  connection.exec(sqliteTextIndex.shape)
  connection.exec(`with recursive row(no) as (select 1 union all select no + 1 from row where no < 20000)
    insert into product_words_fts(rowid, words, marks)
    select no * 1000003, 'frpartout' || iif(no % 4 = 0, ' frquart', '') || iif(no % 100 = 0, ' frzeste', '') || ' frzz' || no, iif(no % 4 = 0, 'fr一', 'fr丁')
    from row`)
  connection.exec(`insert into product_words_fts(product_words_fts) values ('optimize')`)
  const leaves = leafCounts(connection)
  const found = (phrase: string | null) =>
    connection.prepare('select count(*) from product_words_fts where product_words_fts match ?').pluck().get(phrase)
  return { connection, leaves, found, [Symbol.dispose]: () => void connection.close() }
}

test('a search of several words begins with the rarest of them, wherever it stands', () => {
  using index = anIndex()
  const asked = [
    ['partout', 'quart', 'zeste'],
    ['zeste', 'partout', 'quart'],
    ['quart', 'zeste', 'part'],
  ]
  for (const tokens of asked) {
    const phrase = sqliteDialect.phraseOf('fr', tokens, [], index.leaves)
    expect(phrase).toMatch(/zeste.*quart.*part/)
    expect(index.found(phrase)).toBe(200)
  }
})

test('a mark that few products have is read before words that many have', () => {
  using index = anIndex()
  const phrase = sqliteDialect.phraseOf('fr', ['partout', 'parto'], [['一']], index.leaves)
  expect(phrase).toMatch(/^\(+"fr一"\)/)
  expect(index.found(phrase)).toBe(5000)
})

test('the index tells how long a list is: of a word, of a beginning', () => {
  using index = anIndex()
  const [many = 0, some = 0, begun = 0, few] = index.leaves(['0frpartout', '0frquart', '4frquar', '0frzeste'])
  expect(many).toBeGreaterThan(2 * some)
  expect(some).toBeGreaterThan(3)
  expect(begun).toBeGreaterThan(3)
  expect(few).toBeLessThan(2)
})

test('an index of which parts still wait to be merged tells it too, and an empty one', () => {
  using index = anIndex()
  const one = index.leaves(['0frpartout'])
  index.connection.exec(`insert into product_words_fts(rowid, words, marks) values (7, 'frpartout', 'fr一')`)
  expect(index.leaves(['0frpartout'])).toEqual(one)
  index.connection.exec(`insert into product_words_fts(product_words_fts) values ('delete-all')`)
  expect(index.leaves(['0frpartout', '0frzz'])).toEqual([0, 0])
})
