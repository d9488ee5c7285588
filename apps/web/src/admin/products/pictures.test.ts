import { expect, test } from 'vitest'
import { moved, unworded } from './pictures.ts'

test('a picture goes one place on, and stays where there is none', () => {
  expect(moved(['a', 'b', 'c'], 1, -1)).toEqual(['b', 'a', 'c'])
  expect(moved(['a', 'b', 'c'], 1, 1)).toEqual(['a', 'c', 'b'])
  expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c'])
})

test('every picture needs words in both languages', () => {
  const one = { path: '/media/a', values: [] }
  expect(unworded([{ ...one, alt: { fr: 'Un bol', en: 'A bowl' } }])).toBe(-1)
  expect(unworded([{ ...one, alt: { fr: 'Un bol', en: ' ' } }])).toBe(0)
})
