import { describe, expect, test } from 'vitest'
import { byAmount } from './by-amount.ts'

const ordered = (...names: string[]) => byAmount(names.map((name) => ({ name }))).map(({ name }) => name)

describe('the values of a filter', () => {
  test('stand from the least to the most where they are amounts, whatever their unit', () => {
    expect(ordered('1 kg', '250 g', '600 g', '500 g')).toEqual(['250 g', '500 g', '600 g', '1 kg'])
    expect(ordered('100 ml', '25 cl', '1,5 l', '75 cl', '250 ml')).toEqual([
      ...['100 ml', '25 cl', '250 ml', '75 cl'],
      '1,5 l',
    ])
  })
  test('keep the shop’s own order where one of them is none', () => {
    expect(ordered('M', 'S', '10 cm')).toEqual(['M', 'S', '10 cm'])
  })
})
