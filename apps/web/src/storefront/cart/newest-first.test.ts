import { expect, test } from 'vitest'
import { newestFirst } from './newest-first.ts'

const cart = ['tea', 'soap', 'pen'].map((variantId) => ({ variantId }))
const shown = (added: string) => newestFirst(cart, added).map(({ variantId }) => variantId)

test('what was just added stands in front, the others as before', () => {
  expect(shown('pen')).toEqual(['pen', 'tea', 'soap'])
  expect(shown('tea')).toEqual(['tea', 'soap', 'pen'])
})
test('a line that has gone again changes nothing', () => {
  expect(shown('gone')).toEqual(['tea', 'soap', 'pen'])
})
