import { expect, test } from 'vitest'
import { sizeOf, spanOf } from './sizes.ts'

test('a size is told in the unit that people say', () => {
  expect([872_448, 45_600_000, 1_240_000_000].map(sizeOf)).toEqual([
    { unit: 'mb', count: 0.9 },
    { unit: 'mb', count: 46 },
    { unit: 'gb', count: 1.2 },
  ])
})

test('a span is told in minutes, then hours, then days', () => {
  const minute = 60_000
  expect([-5, 59 * 1000, 119 * minute, 120 * minute, 47 * 60 * minute, 49 * 60 * minute].map(spanOf)).toEqual([
    { unit: 'minutes', count: 0 },
    { unit: 'minutes', count: 0 },
    { unit: 'minutes', count: 119 },
    { unit: 'hours', count: 2 },
    { unit: 'hours', count: 47 },
    { unit: 'days', count: 2 },
  ])
})
