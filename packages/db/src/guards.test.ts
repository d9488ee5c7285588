import { getTableName, is, Table } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { writeExampleBooks } from './check-books/example-books.ts'
import { appendOnlyTables } from './guards.ts'
import { onEachDatabase } from './testing.ts'
import { isAppendOnlyViolation } from './violations.ts'

onEachDatabase('written-once tables', (open) => {
  test.each(appendOnlyTables)('keep the rows of %s as they are', async (name) => {
    await using db = await open()
    await writeExampleBooks(db)
    const table = Object.values(db.read.tables).find((one) => is(one, Table) && getTableName(one) === name)
    if (table === undefined) throw new Error(`there is no table ${name}`)
    const before = await db.read.select().from(table)
    expect(before).not.toHaveLength(0)
    const erase = db.write(async (tx) => tx.delete(table))
    await expect(erase).rejects.toSatisfy(isAppendOnlyViolation)
    const column = Object.keys(before[0] ?? {}).find((key) =>
      /name|reason|reference|requestId|account|tracking|sha256|variantId/i.test(key),
    )
    const change = db.write(async (tx) => tx.update(table).set({ [String(column)]: 'changed' }))
    await expect(change).rejects.toSatisfy(isAppendOnlyViolation)
    expect(await db.read.select().from(table)).toEqual(before)
  })

  test('cannot be emptied by replacing a row', async () => {
    await using db = await open()
    if (db.engine === 'postgres') return expect(db.execute('truncate audit')).rejects.toThrow('append-only')
    await writeExampleBooks(db)
    const replace = `insert or replace into audit select * from audit`
    await expect(db.execute(replace)).rejects.toThrow('append-only')
  })
})
