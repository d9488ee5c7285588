import { expect, test } from 'vitest'
import { rowFaults, rowFaultWords } from './index.ts'

const facts = {
  ...{ why: 'E_ODD', most: 100, text: '12,50', sku: 'X-1', line: 4, option: 'Taille', slug: 'bol', handle: 'Bol' },
  ...{ problem: 'name_missing', details: {}, status: 404, mostMb: 15, seconds: 20 },
}

test.each(Object.entries(rowFaults))('%s is said in French and in English, with its facts', (_, words) => {
  const [en, fr] = [words.en, words.fr].map((speak) => (speak as (of: unknown) => string)(facts))
  expect(en).not.toBe(fr)
  for (const said of [en, fr]) expect(said).not.toMatch(/undefined|\[object/)
})

test('what a file or the network calls by a code is said in words', () => {
  const open = { code: 'csv_broken', of: { why: 'CSV_QUOTE_NOT_CLOSED' } } as const
  expect(rowFaultWords(open, 'fr')).toBe(
    'n’est pas une ligne CSV lisible (des guillemets y sont ouverts et jamais fermés)',
  )
  const gone = { code: 'picture_unreachable', of: { why: 'ENOTFOUND' } } as const
  expect(rowFaultWords(gone, 'en')).toBe('cannot be reached (no server has that name)')
  expect(rowFaultWords({ ...gone, of: { why: 'E_ODD' } }, 'en')).toBe('cannot be reached (E_ODD)')
})

test('in French an article is what the console calls one', () => {
  for (const { fr } of Object.values(rowFaults)) expect((fr as (of: unknown) => string)(facts)).not.toMatch(/produit/i)
})

test('a refusal behind a row is worded in the language of whoever reads', () => {
  const fault = { code: 'refused', of: { problem: 'sku_taken', details: { sku: 'X-1' } } } as const
  expect(rowFaultWords(fault, 'fr')).toContain('La référence « X-1 » est déjà utilisée')
  expect(rowFaultWords(fault, 'en')).toContain('The SKU “X-1” is already used')
})
