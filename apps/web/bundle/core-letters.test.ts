import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { cuts, rangeOf } from './core-letters.ts'

const words = new URL('../src/messages/', import.meta.url)
const said = readdirSync(words)
  .filter((file) => file.endsWith('.json'))
  .map((file) => Object.values<string>(JSON.parse(readFileSync(new URL(file, words), 'utf8'))).join(''))
  .join('')

test.each(cuts)('all that our pages say is in the first file of $font', ({ font, characters }) => {
  // Names of products and prices have no braces and brackets.
  const seldom = font === 'newsreader' ? /[$#@*+=_^`~{}|\\<>[\]→←•½²‘]/ : /[{}]/
  expect([...new Set(said)].filter((one) => !characters.includes(one) && !seldom.test(one))).toEqual([])
})

test('a range names neighbours as one span', () => {
  expect(rangeOf('cabé x')).toBe('U+20, U+61-63, U+78, U+E9')
})
