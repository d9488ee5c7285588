import { describe, expect, test } from 'vitest'
import { locales } from './problem.ts'
import { problemOfRefusal, problems, type ProblemCode, Refusal, refuse, wordsFor } from './problems.ts'

// Stands for any fact: prints as a number, counts as one, and has a length.
const seven = Object.assign(new Number(7), { length: 7 })
const facts = new Proxy({}, { get: () => seven })
const codes = Object.keys(problems) as ProblemCode[]

describe('every refusal of the house', () => {
  test.each(codes)('%s is said in full sentences, in both languages', (code) => {
    const [fr, en] = locales.map((locale) => wordsFor(code, facts, locale))
    for (const words of [fr, en]) {
      expect(words).toMatch(/^[\p{Lu}«“\d].{10,}[.?!]$/u)
      expect(words).not.toMatch(/undefined|NaN|\[object|\s{2}/)
    }
    expect(fr).not.toBe(en)
  })

  test('has a code in past or plain words, in snake case', () => {
    for (const code of codes) expect(code).toMatch(/^[a-z]+(_[a-z]+)*$/)
  })

  test('travels with its code, kind, facts and words in the caller’s language', () => {
    const thrown = (() => {
      try {
        return refuse('out_of_stock', { name: 'Savon', left: 2 })
      } catch (error) {
        return error as Refusal
      }
    })()
    expect(thrown).toBeInstanceOf(Refusal)
    expect(problemOfRefusal(thrown, 'fr')).toEqual({
      code: 'out_of_stock',
      kind: 'conflict',
      message: 'Il ne reste que 2 « Savon ».',
      details: { name: 'Savon', left: 2 },
    })
    expect(thrown.message).toBe('Only 2 left of “Savon”.')
  })
})
