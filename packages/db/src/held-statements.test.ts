import { expect, test } from 'vitest'
import { holdStatements } from './held-statements.ts'
import { pathOf } from './open-database.ts'
import { connectSqlite } from './sqlite-connection.ts'
import { openTestDatabase } from './testing.ts'

async function aConnection(check?: () => void) {
  const db = await openTestDatabase('sqlite')
  const connection = connectSqlite(pathOf(db.url))
  connection.exec(`create table t (a int, b text); insert into t values (1, 'x'), (2, 'y')`)
  return {
    connection,
    holding: holdStatements(connection, check),
    async [Symbol.asyncDispose]() {
      connection.close()
      await db[Symbol.asyncDispose]()
    },
  }
}

test('rows come as objects or as lists, as each caller asks, from one held statement', async () => {
  await using opened = await aConnection()
  const { holding } = opened
  const source = 'select a, b from t order by a'
  const lists = holding.prepare(source).raw()
  const objects = holding.prepare(source)
  for (let i = 0; i < 2; i++) {
    expect(lists.all()).toEqual([
      [1, 'x'],
      [2, 'y'],
    ])
    expect(objects.get()).toEqual({ a: 1, b: 'x' })
    expect(objects.all()).toEqual([
      { a: 1, b: 'x' },
      { a: 2, b: 'y' },
    ])
    expect(lists.get()).toEqual([1, 'x'])
  }
  expect(holding.prepare('update t set a = a + ? returning a').raw().all(10)).toEqual([[11], [12]])
  expect(holding.prepare('delete from t').run().changes).toBe(2)
})

test('a held statement is asked for leave each time it runs', async () => {
  let allowed = true
  await using opened = await aConnection(() => {
    if (!allowed) throw new Error('not now')
  })
  const { holding } = opened
  const statement = holding.prepare('select a from t')
  expect(statement.all()).toHaveLength(2)
  allowed = false
  for (const one of [statement, statement.raw(), holding.prepare('select a from t')])
    expect(() => one.all()).toThrow('not now')
})

test('a held statement is compiled once, whatever values it is filled with', async () => {
  await using opened = await aConnection()
  const { connection, holding } = opened
  connection.exec('create index by_a on t (a); create index by_b on t (b); analyze')
  let asked = 0
  // The engine asks for what never changes when it weighs the indexes, and once more when the statement runs.
  connection.function('word', { deterministic: true }, () => (asked++, 'x'))
  const runs = 9
  const asksOf = (statement: { all(...values: number[]): unknown }) => {
    asked = 0
    for (let run = 0; run < runs; run++) statement.all(run % 3, run + 1)
    return asked
  }
  const source = 'select a, b from t where b = word() and a = ? order by b limit ?'
  expect(asksOf(connection.prepare(source))).toBeGreaterThan(runs)
  expect(asksOf(holding.prepare(source))).toBe(runs)
})

test('a question mark that is quoted stays as it is', async () => {
  await using opened = await aConnection()
  const { holding } = opened
  expect(
    holding.prepare(`select 'where''s ?' as "what?", -? as n, b || ? as word from t where a = ?`).all(3, '?', 1),
  ).toEqual([{ 'what?': "where's ?", n: -3, word: 'x?' }])
})

test('a column that comes later is seen by statements that are held', async () => {
  await using opened = await aConnection()
  const { connection, holding } = opened
  const statement = holding.prepare('select * from t where a = ?')
  expect(statement.get(1)).toEqual({ a: 1, b: 'x' })
  connection.exec('alter table t add column c int default 7')
  expect(statement.get(1)).toEqual({ a: 1, b: 'x', c: 7 })
})

test('more statements than are held still answer', async () => {
  await using opened = await aConnection()
  const { holding } = opened
  for (const round of [1, 2])
    for (let i = 0; i < 600; i++) expect(holding.prepare(`select ${i} + ? as n`).get(round)).toEqual({ n: i + round })
})
