import { expect, test } from 'vitest'
import { everyDay } from './every-day.ts'

const sold = { day: '2026-03-29', revenueCents: 100, refundedCents: 0, paidOrders: 1 }

test('days without a sale stand between the others, also where the clocks change', () => {
  expect(everyDay('2026-03-28', '2026-03-31', [sold]).map(({ day, paidOrders }) => [day, paidOrders])).toEqual([
    ['2026-03-28', 0],
    ['2026-03-29', 1],
    ['2026-03-30', 0],
    ['2026-03-31', 0],
  ])
})
test('a stretch that ends before it begins has no days', () => {
  expect(everyDay('2026-03-31', '2026-03-28', [])).toEqual([])
})
