import { expect, test } from 'vitest'
import { refusalOf } from '../testing.ts'
import { freePlace, mostAddresses } from './address-book.ts'

const places = (...all: number[]) => all.map((place) => ({ place }))

test('a new address takes the first free place', () => {
  expect(freePlace([])).toBe(1)
  expect(freePlace(places(1, 2, 4))).toBe(3)
})

test('a full book takes no more', () => {
  const full = places(...Array.from({ length: mostAddresses }, (_, i) => i + 1))
  expect(refusalOf(() => freePlace(full)).code).toBe('address_book_full')
})
