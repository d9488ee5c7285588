import { expect, test } from 'vitest'
import { dayIn, dayPlus, startOfDay } from './day.ts'

const paris = 'Europe/Paris'

test('an order of half past eleven at night in London belongs to the next day in Paris', () => {
  expect(dayIn(paris, new Date('2026-11-22T23:30:00Z'))).toBe('2026-11-23')
})

test('a day begins at the shop’s own midnight, in winter and in summer', () => {
  expect(startOfDay(paris, '2026-11-22').toISOString()).toBe('2026-11-21T23:00:00.000Z')
  expect(startOfDay(paris, '2026-07-14').toISOString()).toBe('2026-07-13T22:00:00.000Z')
})

test('days follow each other over the change of hour', () => {
  expect(startOfDay(paris, '2026-10-26').getTime() - startOfDay(paris, '2026-10-25').getTime()).toBe(25 * 3_600_000)
  expect(dayPlus('2026-10-25', 1)).toBe('2026-10-26')
  expect(dayPlus('2027-01-01', -1)).toBe('2026-12-31')
})
