import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { refusal, refusalOf } from '../testing.ts'
import { availableOf, inLanguage, optionWords, stockStateOf } from './product.ts'
import { adjustStock, onHandOf } from './stock.ts'

test('a correction never takes pieces that belong to orders', () => {
  expect(adjustStock({ onHand: 5, allocated: 3 }, -2)).toEqual({ onHand: 3, allocated: 3 })
  expect(refusalOf(() => adjustStock({ onHand: 5, allocated: 3 }, -3))).toEqual(
    refusal('stock_too_low', { onHand: 5, allocated: 3 }),
  )
  expect(() => adjustStock({ onHand: 5, allocated: 3 }, 0.5)).toThrow(RangeError)
})

test('what is on the shelf is the sum of its movements', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -50, max: 50 })), (differences) => {
      let level = { onHand: 0, allocated: 0 }
      const movements = differences.filter((difference) => {
        if (level.onHand + difference < 0) return false
        level = adjustStock(level, difference)
        return true
      })
      expect(onHandOf(movements.map((quantity) => ({ quantity })))).toBe(level.onHand)
    }),
  )
})

test('shoppers are told in stock, few left or out, never a number', () => {
  expect([0, 1, 5, 6].map(stockStateOf)).toEqual(['out_of_stock', 'few_left', 'few_left', 'in_stock'])
  expect(availableOf({ onHand: 2, allocated: 3 })).toBe(0)
})

test('a text missing in one language is shown in the other', () => {
  expect(inLanguage({ en: 'Soap' }, 'fr')).toBe('Soap')
  expect(inLanguage({ en: 'Soap', fr: 'Savon' }, 'fr')).toBe('Savon')
  expect(inLanguage({}, 'fr')).toBeUndefined()
})

test('the chosen options are spelled in words, or by their code where words are missing', () => {
  const names = (fr: string) => ({ fr, en: fr })
  const options = [
    { code: 'tint', names: names('Couleur'), values: [{ code: 'blue', names: names('Bleu'), swatch: null }] },
    { code: 'size', names: names('Taille'), values: [] },
  ]
  expect(optionWords(options, ['blue', 'm'], 'fr')).toBe('Bleu · m')
  expect(optionWords([], [], 'fr')).toBe('')
})
