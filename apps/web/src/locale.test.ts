import { expect, test } from 'vitest'
import { preferredLocale } from './locale.ts'

test.for([
  [['fr-FR', 'en'], 'fr'],
  [['en-GB', 'fr'], 'en'],
  [['de', 'en-US'], 'en'],
  [['de', 'it'], 'fr'],
  [[], 'fr'],
] as const)('a reader of %j is met in %s', ([languages, locale]) => {
  expect(preferredLocale(languages)).toBe(locale)
})
