import { pathOf } from '@comptoir/db'
import { openTestDatabase, type TestDatabase } from '@comptoir/db/testing'
import { readForLong } from '@comptoir/db/testing-lock'
import { expect, test, vi } from 'vitest'
import { logWatch } from './log-size.ts'

const fill = async (db: TestDatabase, most: number) => {
  for (let i = 0; i < most; i++)
    await db.write(async (tx) => {
      const answer = { id: `answer_${crypto.randomUUID()}` as const, title: 'Colis', locale: 'fr' as const }
      await tx.insert(tx.tables.savedAnswers).values({ ...answer, body: 'x'.repeat(100_000), updatedAt: new Date() })
    })
}

test('while somebody reads in one go the log grows and the shop says so; then it is short again', async () => {
  await using db = await openTestDatabase('sqlite')
  const log = { warn: vi.fn(), info: vi.fn() }
  const look = logWatch(pathOf(db.url), log, 20_000_000)
  await look()
  const over = readForLong(db.url)
  await fill(db, 250)
  await look()
  await look()
  expect([log.warn.mock.calls.length, log.info.mock.calls.length]).toEqual([1, 0])
  expect(log.warn.mock.calls[0]).toMatchObject([
    { bytes: expect.any(Number) as number },
    expect.stringContaining('long'),
  ])

  over()
  await fill(db, 60)
  await look()
  expect([log.warn.mock.calls.length, log.info.mock.calls.length]).toEqual([1, 1])
})
