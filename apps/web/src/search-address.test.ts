import { expect, test } from 'vitest'
import { parseSearch, stringifySearch } from './search-address.ts'
import { catalogSearch } from './search-params.ts'

test('an address is what a form would have sent', () => {
  expect(stringifySearch({ search: 'café crème', options: ['couleur:bleu', 'taille:m'], inStock: true })).toBe(
    '?search=caf%C3%A9+cr%C3%A8me&options=couleur%3Ableu&options=taille%3Am&inStock=true',
  )
  expect(stringifySearch({ search: undefined, sort: null })).toBe('')
})

test('what a list asks for comes back from its address', () => {
  const asked = {
    ...{ search: '72', category: 'epicerie', sort: 'price_asc' as const, minCents: 100, maxCents: 2000, inStock: true },
    ...{ options: ['couleur:bleu'], pages: 3 },
  }
  expect(catalogSearch(parseSearch(stringifySearch(asked)))).toEqual(asked)
})

test('prices that a form sends in euros are asked for in cents; what is empty asks for nothing', () => {
  expect(catalogSearch(parseSearch('?search=&min=12,50&max=&inStock=true'))).toEqual({ minCents: 1250, inStock: true })
  expect(catalogSearch(parseSearch('?min=-1&max=much&pages=1'))).toEqual({})
})
