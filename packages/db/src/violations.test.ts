import { cents, Refusal } from '@comptoir/domain'
import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { onEachDatabase } from './testing.ts'
import { isAppendOnlyViolation, isCheckViolation, isUniqueViolation, refusalOf, violatedKey } from './violations.ts'

const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  )

onEachDatabase('a refused row', (open) => {
  test('says which unique column it would repeat', async () => {
    await using db = await open()
    const { categories } = db.read.tables
    const add = (id: `category_${string}`) =>
      db.write(async (tx) => tx.insert(categories).values({ id, slug: 'epicerie', tint: '', position: 0 }))
    await add('category_1')
    const error = await failureOf(add('category_2'))
    expect(violatedKey(error)).toBe('categories.slug')
    expect(isUniqueViolation(error)).toBe(true)
    expect(isUniqueViolation(error, 'categories.slug')).toBe(true)
    expect(isUniqueViolation(error, 'users.email')).toBe(false)
    expect(isCheckViolation(error)).toBe(false)
  })

  test('says which primary key it would repeat', async () => {
    await using db = await open()
    const add = () => db.write(async (tx) => tx.insert(tx.tables.counters).values({ name: 'invoices', value: 1 }))
    await add()
    expect(violatedKey(await failureOf(add()))).toBe('counters.name')
  })

  test('names all columns of a key of several', async () => {
    await using db = await open()
    const add = () =>
      db.write(async (tx) => tx.insert(tx.tables.statusDays).values({ day: '2026-01-01', status: 'paid', orders: 1 }))
    await add()
    expect(violatedKey(await failureOf(add()))).toBe('status_days.day,status')
  })

  test('says which check it does not pass', async () => {
    await using db = await open()
    const error = await failureOf(
      db.write(async (tx) => tx.insert(tx.tables.statusDays).values({ day: '2026-01-01', status: 'paid', orders: -1 })),
    )
    expect(isCheckViolation(error)).toBe(true)
    expect(isCheckViolation(error, 'status_days_count')).toBe(true)
    expect(isCheckViolation(error, 'variants_stock')).toBe(false)
    expect(isUniqueViolation(error)).toBe(false)
  })

  test('is no violation when the money is merely unknown', async () => {
    await using db = await open()
    const error = await failureOf(
      db.write(async () => {
        throw new Error(`no amount of ${cents(1)}`)
      }),
    )
    expect([isUniqueViolation(error), isCheckViolation(error), isAppendOnlyViolation(error)]).toEqual([
      false,
      false,
      false,
    ])
  })
})

test('a disk that is full is a refusal, whoever ran into it', () => {
  const small = new Sqlite(':memory:')
  small.exec('create table letters (words blob)')
  small.pragma('max_page_count = 2')
  const write = (): unknown => {
    try {
      return small.prepare('insert into letters values (zeroblob(100000))').run()
    } catch (error) {
      return error
    }
  }
  const full = write()
  small.close()
  const picture = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
  const postgres = Object.assign(new Error('could not extend file'), { code: '53100' })
  for (const cause of [full, picture, postgres]) {
    const refusal = refusalOf(new Error('Failed query', { cause }))
    expect(refusal).toBeInstanceOf(Refusal)
    expect(refusal).toMatchObject({ code: 'disk_full', kind: 'unavailable' })
  }
  expect(refusalOf(new Error('anything else'))).toBeUndefined()
})
