import { expect, test } from 'vitest'
import { moved, showing, shownOf, unworded } from './pictures.ts'

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

test('a picture shows a value of each option, and keeps the others when one is chosen anew', () => {
  const value = (code: string) => ({ code, names: { fr: code, en: code }, swatch: null })
  const colour = { values: [value('bleu'), value('vert')] }
  const size = { values: [value('s'), value('m')] }
  const both = [colour, size]
  const small = showing(both, [], { option: size, value: 's' })
  expect(small).toEqual(['s'])
  expect(showing(both, small, { option: colour, value: 'vert' })).toEqual(['vert', 's'])
  expect(showing(both, ['vert', 's'], { option: size, value: '' })).toEqual(['vert'])
  expect([shownOf(colour, ['s']), shownOf(size, ['s'])]).toEqual([undefined, 's'])
})
