import { cents, type Id } from '@comptoir/domain'
import { expect, test } from 'vitest'
import { onEachDatabase } from '../testing.ts'
import * as unmatchedMoney from './unmatched-money.ts'

const at = new Date('2026-11-20T10:00:00.000Z')
const money = { amountCents: cents(100), currency: 'EUR', reference: 'ch_1', at }
const idOf = (no: number): Id<'payment'> => `payment_${no}`
const by = { settledBy: 'user_1', settledAt: at, note: 'Given back' } as const

onEachDatabase('money that fits no order', (open) => {
  test('waits until a person settles it, once; its pages neither miss nor double any', async () => {
    await using db = await open()
    await db.write(async (tx) => {
      for (let no = 1; no <= 5; no++) await unmatchedMoney.keep(tx, { id: idOf(no), orderId: 'order_1' }, money)
      await unmatchedMoney.keep(tx, { id: idOf(1), orderId: 'order_1' }, { ...money, reference: 'again' })
    })
    expect(await db.write((tx) => unmatchedMoney.settle(tx, idOf(3), by))).toBe(true)
    expect(await db.write((tx) => unmatchedMoney.settle(tx, idOf(3), { ...by, note: 'Again' }))).toBe(false)
    expect(await unmatchedMoney.countOpen(db.read)).toBe(4)
    const seen: string[] = []
    for (let cursor: string | null | undefined; cursor !== null;) {
      const page = await unmatchedMoney.list(db.read, { settled: false, limit: 3, cursor })
      seen.push(...page.rows.map(({ key }) => key))
      cursor = page.nextCursor
    }
    expect(seen).toEqual([5, 4, 2, 1].map(idOf))
    const settled = await unmatchedMoney.list(db.read, { settled: true, limit: 3 })
    expect(settled).toMatchObject({ rows: [{ ...money, ...by, key: idOf(3), orderReference: null }], nextCursor: null })
  })

  test('is settled by somebody, with a note, or waits: nothing between', async () => {
    await using db = await open()
    await db.write((tx) => unmatchedMoney.keep(tx, { id: idOf(1), orderId: 'order_1' }, money))
    const { unmatchedMoney: u } = db.read.tables
    await expect(db.write(async (tx) => tx.update(u).set({ settledAt: at }))).rejects.toThrow()
    await expect(db.write(async (tx) => tx.update(u).set({ settledAt: at, settledBy: 'user_1' }))).rejects.toThrow()
    expect(await unmatchedMoney.countOpen(db.read)).toBe(1)
  })
})
