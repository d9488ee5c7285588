import { Refusal } from '@comptoir/domain'
import { asc, eq, sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import type { Database, Writer } from './database.ts'
import { openPostgres } from './open-postgres.ts'
import { isOverload, isUnknownOutcome } from './postgres-errors.ts'
import { openTestDatabase, type TestDatabase } from './testing.ts'
import { refusalOf } from './violations.ts'

const counters = (db: Database) =>
  db.read.select().from(db.read.tables.counters).orderBy(asc(db.read.tables.counters.name))
const add = (tx: Writer, name: string) => tx.insert(tx.tables.counters).values({ name, value: 1 })
const raise = (tx: Writer) => tx.select({ line: sql`raise_once()` }).from(sql`(select 1) as one`)
const hangUp = (tx: Writer) =>
  tx.select({ gone: sql`pg_terminate_backend(pg_backend_pid())` }).from(sql`(select 1) as one`)

test.each(['40001', '40P01'])('a write that another one forced out (%s) runs again by itself', async (code) => {
  await using db = await openTestDatabase('postgres')
  // A sequence counts on after a rollback, so only the first run fails.
  await db.execute(`create sequence runs; create function raise_once() returns text language plpgsql as $$
    begin if nextval('runs') = 1 then raise exception 'forced out' using errcode = '${code}'; end if; return 'fine'; end $$`)
  let runs = 0
  await db.write(async (tx) => {
    runs++
    await add(tx, 'n')
    await raise(tx)
  })
  expect(runs).toBe(2)
  expect(await counters(db)).toEqual([{ name: 'n', value: 1 }])
})

test('two writes that lock each other out both end well', async () => {
  await using db = await openTestDatabase('postgres')
  await db.write(async (tx) => {
    await add(tx, 'a')
    await add(tx, 'b')
  })
  const bump = (tx: Writer, name: string) =>
    tx
      .update(tx.tables.counters)
      .set({ value: sql`value + 1` })
      .where(eq(tx.tables.counters.name, name))
  const met = Promise.withResolvers<void>()
  let here = 0
  const crossing = (first: string, second: string) =>
    db.write(async (tx) => {
      await bump(tx, first)
      if (++here === 2) met.resolve()
      await met.promise
      await bump(tx, second)
    })
  await Promise.all([crossing('a', 'b'), crossing('b', 'a')])
  expect(await counters(db)).toEqual([
    { name: 'a', value: 3 },
    { name: 'b', value: 3 },
  ])
})

test('a write whose connection breaks before COMMIT runs again by itself', async () => {
  await using db = await openTestDatabase('postgres')
  let runs = 0
  await db.write(async (tx) => {
    await add(tx, 'n')
    if (++runs === 1) await hangUp(tx)
  })
  expect(runs).toBe(2)
  expect(await counters(db)).toEqual([{ name: 'n', value: 1 }])
})

test('a read whose connection was cut meanwhile is simply asked again', async () => {
  await using db = await openTestDatabase('postgres')
  await db.write((tx) => add(tx, 'n').then(() => undefined))
  await db.execute(`select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`)
  expect(await counters(db)).toEqual([{ name: 'n', value: 1 }])
})

async function breakAtCommit(db: TestDatabase): Promise<void> {
  await db.execute(`create function hang_up() returns trigger language plpgsql as $$
    begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$;
    create constraint trigger hang_up after insert on counters deferrable initially deferred
    for each row execute function hang_up()`)
}

test('a connection that breaks at COMMIT is reported as unknown and never tried again blindly', async () => {
  await using db = await openTestDatabase('postgres')
  await breakAtCommit(db)
  let runs = 0
  const write = db.write(async (tx) => {
    runs++
    await add(tx, 'n')
  })
  await expect(write).rejects.toSatisfy(isUnknownOutcome)
  expect(runs).toBe(1)
})

test('a failed statement that was caught inside a write does not pass for a success', async () => {
  await using db = await openTestDatabase('postgres')
  const write = db.write(async (tx) => {
    await add(tx, 'n')
    await add(tx, 'n').then(
      () => undefined,
      () => undefined,
    )
  })
  await expect(write).rejects.toThrow('caught inside write')
  expect(await counters(db)).toEqual([])
})

// The same limit holds for reaching the server at all, which a busy one answers late.
const waitMs = 2000

test('when every connection is taken the shop says that it is busy, and is well again after', async () => {
  await using db = await openTestDatabase('postgres')
  const narrow = await openPostgres(db.url, { poolSize: 1, waitMs })
  const held = Promise.withResolvers<void>()
  const taken = Promise.withResolvers<void>()
  const holding = narrow.write(async (tx) => {
    await add(tx, 'first')
    taken.resolve()
    await held.promise
  })
  await taken.promise
  const refused = narrow.write((tx) => add(tx, 'second').then(() => undefined))
  await Promise.all([
    expect(refused).rejects.toMatchObject({ code: 'shop_busy', kind: 'unavailable' }),
    expect(counters(narrow)).rejects.toSatisfy((error) => refusalOf(error)?.code === 'shop_busy'),
  ])
  held.resolve()
  await holding
  await narrow.write((tx) => add(tx, 'third').then(() => undefined))
  expect((await counters(db)).map(({ name }) => name)).toEqual(['first', 'third'])
  await narrow.close()
})

test('a refusal is neither tried again nor turned into anything else', async () => {
  await using db = await openTestDatabase('postgres')
  let runs = 0
  const refused = db.write(async () => {
    runs++
    throw new Refusal('cart_empty', {})
  })
  await expect(refused).rejects.toMatchObject({ code: 'cart_empty' })
  expect(runs).toBe(1)
})

test('a server without free connections counts as busy', () => {
  const refused = Object.assign(new Error('sorry, too many clients already'), { code: '53300' })
  expect(isOverload(new Error('Failed query', { cause: refused }))).toBe(true)
  expect(isOverload(new Error('something else'))).toBe(false)
})
