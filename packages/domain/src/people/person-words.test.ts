import { expect, test } from 'vitest'
import { endOfPrefix, personQuery, personWords } from './person-words.ts'

const found = (query: string, person: { email: string; name: string }) =>
  personWords(person).some((word) => word.startsWith(personQuery(query)))

test.each(['zoé', 'ZOE-MARIE', 'marie d', 'dùp', 'zoe.dupont@', 'zoe.dupont@email.test'])('“%s” finds her', (query) => {
  expect(found(query, { email: 'zoe.dupont@email.test', name: 'Zoé-Marie Dupont' })).toBe(true)
})

test.each(['pont', 'email', 'zoe marc'])('“%s” does not', (query) => {
  expect(found(query, { email: 'zoe.dupont@email.test', name: 'Zoé-Marie Dupont' })).toBe(false)
})

test('nothing that begins otherwise lies between a beginning and its end', () => {
  for (const word of ['a', 'az', 'a9', 'b0', '9', 'mzz']) {
    const end = endOfPrefix(word) ?? expect.fail(`${word} has an end`)
    expect(`${word}zzz` < end).toBe(true)
    expect(end.startsWith(word)).toBe(false)
  }
  expect(endOfPrefix('zz')).toBeUndefined()
})
