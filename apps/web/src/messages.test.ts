import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { frenchSpaces, type Message, type MessageKey, type Messages, say } from './messages.ts'
import en from './messages/en.json' with { type: 'json' }
import fr from './messages/fr.json' with { type: 'json' }

const keys = Object.keys(fr) as MessageKey[]
const forms = (message: Message): string[] => (typeof message === 'string' ? [message] : [message.one, message.other])
const placesOf = (messages: Messages, key: MessageKey) =>
  [...new Set(forms(messages[key]).flatMap((form) => form.match(/\{\w+\}/g) ?? []))].toSorted().join(' ')
const sources = globSync('**/*.{ts,tsx}', { cwd: import.meta.dirname })
  .filter((file) => !file.includes('.test.'))
  .map((file) => readFileSync(path.join(import.meta.dirname, file), 'utf8'))
  .join('\n')

describe('both languages', () => {
  test('have exactly the same words', () => {
    expect(Object.keys(en)).toEqual(keys)
  })
  test('fill the same places in every word, and leave none empty', () => {
    const differ = keys.filter(
      (key) =>
        typeof en[key] !== typeof fr[key] ||
        placesOf(en, key) !== placesOf(fr, key) ||
        [...forms(fr[key]), ...forms(en[key])].some((form) => form.trim() === ''),
    )
    expect(differ).toEqual([])
  })
  test('keep no word that no page says', () => {
    const prefixes = [...sources.matchAll(/`([a-z_]+_)\$\{/g)].map(([, prefix]) => prefix ?? '')
    const suffixes = [...sources.matchAll(/`\$\{\w+\}(_[a-z_]+)`/g)].map(([, suffix]) => suffix ?? '')
    const built = (key: string) =>
      prefixes.some((prefix) => key.startsWith(prefix)) || suffixes.some((suffix) => key.endsWith(suffix))
    expect(keys.filter((key) => !sources.includes(`'${key}'`) && !built(key))).toEqual([])
  })
})

describe('a message', () => {
  test('counts as its language counts: in French, nothing is singular', () => {
    expect(say(fr, 'fr', 'pieces', { count: 0 })).toBe('0 article')
    expect(say(fr, 'fr', 'pieces', { count: 1 })).toBe('1 article')
    expect(say(fr, 'fr', 'pieces', { count: 2 })).toBe('2 articles')
    expect(say(en, 'en', 'pieces', { count: 0 })).toBe('0 items')
    expect(say(en, 'en', 'pieces', { count: 1 })).toBe('1 item')
  })
  test('refuses to count without a number', () => {
    expect(() => say(fr, 'fr', 'pieces', {})).toThrow(RangeError)
  })
  test('writes large numbers as its language does', () => {
    expect(say(en, 'en', 'pieces', { count: 1234 })).toBe('1,234 items')
  })
  test('shows what a shopper typed as it was typed', () => {
    expect(say(en, 'en', 'results_for', { words: '{words}' })).toBe('“{words}”')
  })
})

describe('French typography', () => {
  test('keeps a narrow space before high marks, a whole one inside guillemets and before €, and none that breaks', () => {
    expect(frenchSpaces('Déjà client ?')).toBe('Déjà client\u202f?')
    expect(frenchSpaces('« thé »')).toBe('«\u00a0thé\u00a0»')
    expect(frenchSpaces('un capital de 10 000 €')).toBe('un capital de 10\u202f000\u00a0€')
    expect(frenchSpaces('Chercher : café')).toBe('Chercher\u00a0: café')
  })
  test('leaves hours and addresses alone', () => {
    expect(frenchSpaces('à 14:05, https://comptoir.test')).toBe('à 14:05, https://comptoir.test')
  })
})
