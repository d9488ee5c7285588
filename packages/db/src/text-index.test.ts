import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { sqliteDialect } from './dialects.ts'
import { sqliteTextIndex } from './guards.ts'
import { textIndexOf } from './text-index.ts'

/** A text index of 20,000 rows: every one has `partout`, every fourth `quart` and the mark 一, every hundredth `zeste`, each one a word of its own. */
function anIndex() {
  const connection = new Sqlite(':memory:')
  connection.exec(sqliteTextIndex.shape)
  connection.exec(`with recursive row(no) as (select 1 union all select no + 1 from row where no < 20000)
    insert into product_words_fts(rowid, words, marks)
    select no * 1000003, 'frpartout' || iif(no % 4 = 0, ' frquart', '') || iif(no % 100 = 0, ' frzeste', '') || ' frzz' || no, iif(no % 4 = 0, 'fr一', 'fr丁')
    from row`)
  connection.exec(`insert into product_words_fts(product_words_fts) values ('optimize')`)
  const told = textIndexOf(connection)
  const found = (phrase: string | null) =>
    connection.prepare('select count(*) from product_words_fts where product_words_fts match ?').pluck().get(phrase)
  return { connection, told, found, [Symbol.dispose]: () => void connection.close() }
}

test('a search of several words begins with the rarest of them, wherever it stands', () => {
  using index = anIndex()
  const asked = [
    ['partout', 'quart', 'zeste'],
    ['zeste', 'partout', 'quart'],
    ['quart', 'zeste', 'part'],
  ]
  for (const tokens of asked) {
    const phrase = sqliteDialect.phraseOf('fr', tokens, [], index.told)
    expect(phrase).toMatch(/zeste.*quart.*part/)
    expect(index.found(phrase)).toBe(200)
  }
})

test('a mark that few products have is read before words that many have', () => {
  using index = anIndex()
  const phrase = sqliteDialect.phraseOf('fr', ['partout', 'parto'], [['一']], index.told)
  expect(phrase).toMatch(/^\(+"fr一"\)/)
  expect(index.found(phrase)).toBe(5000)
})

test('the index tells how long a list is: of a word, of a beginning', () => {
  using index = anIndex()
  const [many = 0, some = 0, begun = 0, few] = index.told.leaves(['0frpartout', '0frquart', '4frquar', '0frzeste'])
  expect(many).toBeGreaterThan(2 * some)
  expect(some).toBeGreaterThan(3)
  expect(begun).toBeGreaterThan(3)
  expect(few).toBeLessThan(2)
})

test('an index of which parts still wait to be merged tells it too, and an empty one', () => {
  using index = anIndex()
  const one = index.told.leaves(['0frpartout'])
  index.connection.exec(`insert into product_words_fts(rowid, words, marks) values (7, 'frpartout', 'fr一')`)
  expect(index.told.leaves(['0frpartout'])).toEqual(one)
  index.connection.exec(`insert into product_words_fts(product_words_fts) values ('delete-all')`)
  expect(index.told.leaves(['0frpartout', '0frzz'])).toEqual([0, 0])
})

test('a beginning that has no index of its own is read word by word, while they are few', () => {
  using index = anIndex()
  index.connection.exec(`create table search_words (language text, beginning text, whole integer);
    insert into search_words values ('fr', 'assaisonnemen', 0), ('fr', 'assaisonnement', 1), ('fr', 'assaisonnements', 1), ('en', 'assaisonnement', 1)`)
  const phraseOf = (token: string) => sqliteDialect.phraseOf('fr', [token], [], index.told)
  expect(phraseOf('assaisonnemen')).toBe('("frassaisonnement" OR "frassaisonnements")')
  expect(phraseOf('assaisonnement')).toBe('("frassaisonnement" OR "frassaisonnements")')
  expect(phraseOf('assaisonneme')).toBe('"frassaisonneme" *')
  expect(phraseOf('assaisonnerons')).toBe('"frassaisonnerons" *')
  const words = Array.from({ length: 40 }, (_, i) => `('fr', 'assaisonnement${i}', 1)`)
  index.connection.exec(`insert into search_words values ${words.join()}`)
  expect(phraseOf('assaisonnement')).toBe('"frassaisonnement" *')
})
