import { expect, test } from 'vitest'
import { type Part, partOf } from '../bundle/message-parts.ts'
import fr from './messages/fr.json' with { type: 'json' }

const keysOf = (part: Part) => Object.keys(partOf(import.meta.dirname, fr, part))

test('every word is in a part that some page loads', () => {
  const loaded = new Set((['first', 'shop', 'console'] as const).flatMap(keysOf))
  expect(Object.keys(fr).filter((key) => !loaded.has(key))).toEqual([])
})

test('a first page brings the words of the shelves and the cart, none of the legal texts or the console', () => {
  const first = keysOf('first')
  expect(first).toEqual(expect.arrayContaining(['add_to_cart', 'stock_few', 'cart_empty_title', 'not_found_title']))
  expect(first).not.toEqual(expect.arrayContaining(['terms_seller']))
  expect(first).not.toEqual(expect.arrayContaining(['audit']))
  expect(keysOf('shop').filter((key) => first.includes(key))).toEqual([])
})
