import { expect, test } from 'vitest'
import { day } from './input-kinds.ts'

test('a day is one of the calendar, from 1900 to 2999', () => {
  for (const one of ['1900-01-01', '2026-11-22', '2999-12-31']) expect(day.safeParse(one).success, one).toBe(true)
  for (const one of ['0000-01-01', '1899-12-31', '3000-01-01', '9999-12-31', '2026-02-30', '2026-11-22T10:00'])
    expect(day.safeParse(one).success, one).toBe(false)
})
