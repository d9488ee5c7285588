import { randomUUID } from 'node:crypto'
import { eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Database } from './database.ts'
import { onEachDatabase } from './testing.ts'

const putCounter = (db: Database, name: string, value = 0) =>
  db.write(async (tx) => {
    await tx.insert(tx.tables.counters).values({ name, value })
  })

async function counterOf(db: Database, name: string): Promise<number | undefined> {
  const { counters } = db.read.tables
  const [row] = await db.read.select().from(counters).where(eq(counters.name, name))
  return row?.value
}

onEachDatabase('a database', (open) => {
  test('remembers what was written', async () => {
    await using db = await open()
    await putCounter(db, 'invoices', 7)
    expect(await counterOf(db, 'invoices')).toBe(7)
  })

  test('leaves nothing behind when the work says no', async () => {
    await using db = await open()
    const refused = db.write(async (tx) => {
      await tx.insert(tx.tables.counters).values({ name: 'invoices', value: 1 })
      throw new Error('no')
    })
    await expect(refused).rejects.toThrow('no')
    expect(await counterOf(db, 'invoices')).toBeUndefined()
  })

  test('shows readers the last commit while a write is under way', async () => {
    await using db = await open()
    await putCounter(db, 'invoices', 1)
    const { counters } = db.read.tables
    const seen = await db.write(async (tx) => {
      await tx.update(counters).set({ value: 2 }).where(eq(counters.name, 'invoices'))
      return db.read.select().from(counters)
    })
    expect(seen).toEqual([{ name: 'invoices', value: 1 }])
    expect(await counterOf(db, 'invoices')).toBe(2)
  })

  test('refuses a write inside a write, and says what to do', async () => {
    await using db = await open()
    const nested = db.write(async () => {
      await putCounter(db, 'invoices')
    })
    await expect(nested).rejects.toThrow('pass tx instead')
    await putCounter(db, 'invoices')
    expect(await counterOf(db, 'invoices')).toBe(0)
  })

  test('does not mistake two writes at once for nested ones', async () => {
    await using db = await open()
    await Promise.all([putCounter(db, 'a'), putCounter(db, 'b')])
    expect(await db.read.$count(db.read.tables.counters)).toBe(2)
  })

  test('stops a statement of a work that is over', async () => {
    await using db = await open()
    const leaked = await db.write(async (tx) => ({ tx }))
    const late = async () => leaked.tx.insert(leaked.tx.tables.counters).values({ name: 'late', value: 1 })
    await expect(late()).rejects.toThrow(/outside its write|Failed query/)
    expect(await counterOf(db, 'late')).toBeUndefined()
  })

  test('gives one winner to three that race for the same step', async () => {
    await using db = await open()
    await putCounter(db, 'step', 0)
    const { counters } = db.read.tables
    const race = Array.from({ length: 3 }, () =>
      db.write(async (tx) => {
        const won = await tx
          .update(counters)
          .set({ value: 1 })
          .where(sql`${counters.name} = 'step' and ${counters.value} = 0`)
          .returning({ name: counters.name })
        return won.length
      }),
    )
    expect((await Promise.all(race)).toSorted((a, b) => a - b)).toEqual([0, 0, 1])
  })

  test('draws 64 numbers at once without a hole, and none fails', async () => {
    await using db = await open()
    await putCounter(db, 'invoices')
    const { counters, settings } = db.read.tables
    const draws = Array.from({ length: 64 }, () => {
      const key = randomUUID()
      return db.write(async (tx) => {
        const [drawn] = await tx
          .update(counters)
          .set({ value: sql`${counters.value} + 1` })
          .where(eq(counters.name, 'invoices'))
          .returning({ value: counters.value })
        await tx.insert(settings).values({ key, value: drawn?.value })
        return drawn?.value
      })
    })
    const numbers = (await Promise.all(draws)).toSorted((a, b) => (a ?? 0) - (b ?? 0))
    expect(numbers).toEqual(Array.from({ length: 64 }, (_, i) => i + 1))
    expect(await db.read.$count(settings)).toBe(64)
  })

  test('keeps instants, flags, amounts and lists as they were', async () => {
    await using db = await open()
    const at = new Date('2026-03-01T10:20:30.456Z')
    const { limits, settings } = db.read.tables
    await db.write(async (tx) => {
      await tx.insert(limits).values({ key: 'k', windowStartedAt: at, count: Number.MAX_SAFE_INTEGER })
      await tx.insert(settings).values({ key: 's', value: { list: [1, 'deux', null], flag: true } })
    })
    expect(await db.read.select().from(limits)).toEqual([{ key: 'k', windowStartedAt: at, count: 2 ** 53 - 1 }])
    expect(await db.read.select().from(settings)).toEqual([
      { key: 's', value: { list: [1, 'deux', null], flag: true } },
    ])
  })

  test('ends writes that wait before it closes', async () => {
    await using db = await open()
    const waiting = putCounter(db, 'last')
    await db.close()
    await expect(waiting).resolves.toBeUndefined()
    await expect(putCounter(db, 'after')).rejects.toThrow('the database is closed')
  })
})
