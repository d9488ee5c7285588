import { describe, expect, test } from 'vitest'
import { choose, firstChoice, isPossible, picturesOf } from './choice.ts'

// Blue in S and M, red in M and L only.
const variants = [
  { id: 'blue-s', values: ['blue', 's'], stock: 'out_of_stock' },
  { id: 'blue-m', values: ['blue', 'm'], stock: 'in_stock' },
  { id: 'red-m', values: ['red', 'm'], stock: 'in_stock' },
  { id: 'red-l', values: ['red', 'l'], stock: 'few_left' },
]

describe('a product with options', () => {
  test('opens on something that can be bought', () => {
    expect(firstChoice(variants)?.id).toBe('blue-m')
    expect(firstChoice(variants.slice(0, 1))?.id).toBe('blue-s')
    expect(firstChoice([])).toBeUndefined()
  })
  test('shows a combination that is not made as impossible', () => {
    expect(isPossible(variants, ['red', 'm'], 1, 's')).toBe(false)
    expect(isPossible(variants, ['red', 'm'], 1, 'l')).toBe(true)
  })
  test('never locks the first option', () => {
    expect(isPossible(variants, ['blue', 's'], 0, 'red')).toBe(true)
  })
  test('keeps the size when the colour changes, where it is made', () => {
    expect(choose(variants, ['blue', 'm'], 0, 'red')?.id).toBe('red-m')
  })
  test('moves to a size that is made when the colour has no such size', () => {
    expect(choose(variants, ['blue', 's'], 0, 'red')?.id).toBe('red-m')
  })
  test('chooses nothing where nothing is made', () => {
    expect(choose(variants, ['red', 'm'], 1, 's')).toBeUndefined()
  })
})

describe('the pictures', () => {
  const pictures = [
    { path: 'all', values: [] },
    { path: 'blue', values: ['blue'] },
    { path: 'red', values: ['red'] },
  ]
  test('are those of the chosen colour first, then those of every colour', () => {
    expect(picturesOf(pictures, ['blue', 'm']).map(({ path }) => path)).toEqual(['blue', 'all'])
  })
  test('are all shown when none is of the chosen colour', () => {
    expect(picturesOf(pictures.slice(1), ['green']).map(({ path }) => path)).toEqual(['blue', 'red'])
  })
})
