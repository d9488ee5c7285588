import { expect, test } from 'vitest'
import { changeOf, daysIn, periodBefore } from './period.ts'

test('a month is compared with as many days before it, also where the clocks change', () => {
  const march = { from: '2026-03-15', to: '2026-04-13' }
  expect(daysIn(march)).toBe(30)
  expect(periodBefore(march)).toEqual({ from: '2026-02-13', to: '2026-03-14' })
})
test('twice as much is a hundred percent more; after nothing there is no comparison', () => {
  expect(changeOf(200, 100)).toBe(10_000)
  expect(changeOf(50, 100)).toBe(-5_000)
  expect(changeOf(50, 0)).toBeNull()
})
