import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fold, forgivable, oneSlipAway, searchTokens, wordsOf } from './search.ts'

test.each([
  ['Œufs frais', 'oeufs frais'],
  ['CRÈME BRÛLÉE', 'creme brulee'],
  ['Æther, Straße, Łódź', 'aether, strasse, lodz'],
  ['ﬁl à coudre', 'fil a coudre'],
])('“%s” is found however it is spelled', (text, folded) => {
  expect(fold(text)).toBe(folded)
})

test('the article of a French word does not hide it', () => {
  expect(searchTokens("l'huile d’olive")).toEqual(['huile', 'olive'])
  expect(wordsOf(['Bol qu’on aime'])).toBe('bol on aime')
})

test('a search keeps at most eight words of thirty characters', () => {
  const tokens = searchTokens('un deux trois quatre cinq six sept huit neuf')
  expect(tokens).toHaveLength(8)
  expect(searchTokens('x'.repeat(80))).toEqual(['x'.repeat(30)])
})

test('words in a script that the index does not hold leave nothing to look for', () => {
  expect(searchTokens('茶 !?')).toEqual([])
})

test('whatever was written is found by every one of its own words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      const words = wordsOf([text]).split(' ')
      for (const token of searchTokens(text)) expect(words).toContain(token)
      for (const token of searchTokens(text)) expect(token).toMatch(/^[a-z0-9]{1,30}$/)
    }),
  )
})

test('each word stands in the index once', () => {
  expect(wordsOf(['Savon de Marseille', 'savon', 'SAVON-100'])).toBe('savon de marseille 100')
})

test('one slip of any kind leads back to the word that was meant', () => {
  for (const typed of ['chassures', 'chausssures', 'chauddures', 'haussures', 'cahussures'])
    expect(oneSlipAway(typed).includes('chaussures'), typed).toBe(typed !== 'chauddures')
  expect(oneSlipAway('table')).not.toContain('table')
  // The cost of a search is bounded by this.
  expect(oneSlipAway('x'.repeat(20)).length).toBeLessThan(1500)
})

test('a short word and a number mean what they say', () => {
  expect(['bol', '2026', 'a'.repeat(21), 'bols', '2e0b'].map(forgivable)).toEqual([false, false, false, true, true])
})
