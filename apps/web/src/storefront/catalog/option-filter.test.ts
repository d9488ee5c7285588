import { expect, test } from 'vitest'
import { facetsInput, withOption } from './option-filter.ts'

test('a colour is added to what is asked for, once', () => {
  const blue = withOption({ search: 'pull' }, 'couleur:bleu', true)
  expect(blue).toEqual({ search: 'pull', options: ['couleur:bleu'] })
  expect(withOption(blue, 'couleur:bleu', true)).toEqual(blue)
})
test('the last one taken away leaves no trace in the address', () => {
  expect(withOption({ options: ['taille:m'] }, 'taille:m', false)).toEqual({})
})
test('the order of a list changes none of its counts', () => {
  expect(facetsInput({ category: 'vetements', sort: 'newest' })).toEqual({ category: 'vetements' })
})
