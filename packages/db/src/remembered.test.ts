import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Reader, Writer } from './database.ts'
import { openDatabase } from './open-database.ts'
import { remembered } from './remembered.ts'
import { onEachDatabase, openTestDatabase } from './testing.ts'

const write = (tx: Writer, value: number) =>
  tx
    .insert(tx.tables.counters)
    .values({ name: 'pieces', value })
    .onConflictDoUpdate({ target: tx.tables.counters.name, set: { value } })

async function valueIn({ tables: { counters }, ...db }: Reader, name: string): Promise<number> {
  const [row] = await db.select().from(counters).where(eq(counters.name, name))
  return row?.value ?? 0
}

onEachDatabase('what is remembered', (open) => {
  test('is never older than the last commit, whoever made it', async () => {
    await using db = await open()
    const pieces = remembered(valueIn)
    expect(await pieces(db.read, 'pieces')).toBe(0)
    await db.write((tx) => write(tx, 1))
    expect(await pieces(db.read, 'pieces')).toBe(1)
    const other = await openDatabase(db.url)
    await other.write((tx) => write(tx, 2))
    await other.close()
    expect([await pieces(db.read, 'pieces'), await pieces(db.read, 'boxes')]).toEqual([2, 0])
  })

  test('is read anew inside a write, which sees its own changes', async () => {
    await using db = await open()
    const pieces = remembered(valueIn)
    const seen = await db.write(async (tx) => {
      const before = await pieces(tx, 'pieces')
      await write(tx, 5)
      return [before, await pieces(tx, 'pieces')]
    })
    expect(seen).toEqual([0, 5])
  })
})

test('on SQLite nothing is read twice between two commits, and nothing kept that was read across one', async () => {
  await using db = await openTestDatabase('sqlite')
  let reads = 0
  const pieces = remembered(async (reader: Reader, name: string) => {
    const value = await valueIn(reader, name)
    if (reads++ === 0) await db.write((tx) => write(tx, 7))
    return value
  })
  expect(await pieces(db.read, 'pieces')).toBe(0)
  expect([await pieces(db.read, 'pieces'), await pieces(db.read, 'pieces')]).toEqual([7, 7])
  expect(reads).toBe(2)
})
