import { expect, test } from 'vitest'
import { rowFaults, rowFaultWords } from './index.ts'

const facts = {
  ...{ why: 'CSV_QUOTE', most: 100, text: '12,50', sku: 'X-1', line: 4, option: 'Taille', slug: 'bol', handle: 'Bol' },
  ...{ problem: 'name_missing', details: {}, status: 404, mostMb: 15, seconds: 20 },
}

test.each(Object.entries(rowFaults))('%s is said in French and in English, with its facts', (_, words) => {
  const [en, fr] = [words.en, words.fr].map((speak) => (speak as (of: unknown) => string)(facts))
  expect(en).not.toBe(fr)
  for (const said of [en, fr]) expect(said).not.toMatch(/undefined|\[object/)
})

test('a refusal behind a row is worded in the language of whoever reads', () => {
  const fault = { code: 'refused', of: { problem: 'sku_taken', details: { sku: 'X-1' } } } as const
  expect(rowFaultWords(fault, 'fr')).toContain('La référence « X-1 » est déjà utilisée')
  expect(rowFaultWords(fault, 'en')).toContain('The SKU “X-1” is already used')
})
