import { CreateProductInput } from '@comptoir/domain/catalog/inputs'
import { describe, expect, test } from 'vitest'
import { differencesOf } from './differences.ts'
import { faultless, faultOf, gridFault, optionsFault } from './faults.ts'
import { fillDown } from './fill-down.ts'
import { blankSheet, centsOf, rowWords, type Sheet, type SheetOption, typedPrice, withOptions } from './sheet.ts'
import { productInput, slugOf } from './sheet-input.ts'

const value = (name: string) => ({ key: `~${name}`, names: { fr: name, en: '' }, swatch: null })
const option = (name: string, ...values: string[]): SheetOption => ({
  ...{ key: `~${name}`, names: { fr: name, en: '' } },
  values: values.map(value),
})
const notebook: Sheet = {
  ...blankSheet,
  slug: 'carnet-bleu',
  texts: { ...blankSheet.texts, fr: { ...blankSheet.texts.fr, name: 'Carnet bleu' } },
  rows: blankSheet.rows.map((row) => ({ ...row, id: 'variant_1', price: '12,50' })),
}
const words = (sheet: Sheet) => sheet.rows.map((row) => rowWords(sheet, row, 'fr'))

describe('a typed price', () => {
  test.for([
    ['12,50', 1250],
    ['12.5', 1250],
    ['1 234,56 €', 123456],
    ['7', 700],
    ['0,29', 29],
  ] as const)('“%s” is %i cents', ([typed, cents]) => {
    expect(centsOf(typed)).toBe(cents)
  })
  test.for(['', 'douze', '-1', '1,234', '1.2.3'])('“%s” is no price', (typed) => {
    expect(centsOf(typed)).toBeNull()
  })
})

test('a filled sheet is a product that the shop takes', () => {
  const sheet = withOptions({ ...notebook, rows: blankSheet.rows.map((row) => ({ ...row, price: '9', stock: '4' })) }, [
    option('Été', 'Œillet', 'Oeillet'),
  ])
  expect(faultless(sheet)).toBe(true)
  expect(CreateProductInput.parse(productInput(sheet))).toMatchObject({
    category: null,
    texts: { fr: { name: 'Carnet bleu' } },
    options: [{ code: 'ete', names: { fr: 'Été', en: 'Été' }, values: [{ code: 'oeillet' }, { code: 'oeillet-2' }] }],
    variants: [
      { values: ['oeillet'], priceCents: 900, stock: 4 },
      { values: ['oeillet-2'], priceCents: 900, stock: 0 },
    ],
  })
})

test('an address is written from the name', () => {
  expect(slugOf('  Thé d’été, n° 3 — Œillet ')).toBe('the-d-ete-n-3-oeillet')
})

test('facts and search words go with the text; an empty line is none, half a fact is a fault', () => {
  const facts = [
    { name: ' Poids ', value: '300 g' },
    { name: '', value: ' ' },
  ]
  const fr = { ...notebook.texts.fr, facts, keywords: ' cahier, bloc ' }
  const sheet = { ...notebook, texts: { ...notebook.texts, fr } }
  expect(faultless(sheet)).toBe(true)
  expect(CreateProductInput.parse({ ...productInput(sheet), variants: [{ priceCents: 1 }] }).texts.fr).toMatchObject({
    facts: [{ name: 'Poids', value: '300 g' }],
    keywords: 'cahier, bloc',
  })
  const half = { ...sheet.texts.fr, facts: [{ name: 'Poids', value: '' }] }
  expect(faultless({ ...sheet, texts: { ...sheet.texts, fr: half } })).toBe(false)
})

describe('the grid', () => {
  const sized = withOptions(notebook, [option('Taille', 'A5', 'A6')])

  test('has a row for every combination, each with the price that was', () => {
    const both = withOptions(sized, [option('Taille', 'A5', 'A6'), option('Couleur', 'bleu', 'vert')])
    expect(words(both)).toEqual(['A5 · bleu', 'A5 · vert', 'A6 · bleu', 'A6 · vert'])
    expect(both.rows.map(({ price, sold }) => [price, sold])).toEqual(Array.from({ length: 4 }, () => ['12,50', true]))
  })
  test('keeps a variant once, however options come and go', () => {
    expect(sized.rows.map(({ id }) => id)).toEqual(['variant_1', null])
    const more = withOptions(sized, [option('Taille', 'A4', 'A5', 'A6')])
    expect(more.rows.map(({ id }) => id)).toEqual([null, 'variant_1', null])
    expect(withOptions(more, []).rows.map(({ id }) => id)).toContain('variant_1')
  })
  test('of very many combinations shows those that there are, to be changed like any', () => {
    const many = ['Couleur', 'Taille', 'Coupe'].map((name) => option(name, ...'abcdefg'))
    const picks = (...letters: string[]) => Object.fromEntries(letters.map((one, i) => [many[i]?.key ?? '', `~${one}`]))
    const rows = [picks('a', 'a', 'a'), picks('g', 'g', 'g')].map((of, i) => ({
      ...{ ...(blankSheet.rows[0] ?? expect.fail()), id: `variant_${i}`, price: '12,50', picks: of },
    }))
    const sheet = withOptions({ ...notebook, rows }, many)
    expect(words(sheet)).toEqual(['a · a · a', 'g · g · g'])
    expect(faultless(sheet)).toBe(true)
    expect(gridFault(withOptions({ ...notebook, rows: blankSheet.rows }, many))).toBe('check_many_variants')
  })

  test('leaves what is not on sale out of the product', () => {
    const part = { ...sized, rows: sized.rows.map((row, i) => ({ ...row, sold: i === 0 })) }
    expect(productInput(part).variants).toHaveLength(1)
    expect(gridFault({ ...part, rows: part.rows.map((row) => ({ ...row, sold: false })) })).toBe('check_some_variant')
  })
  test('takes a column copied from a spreadsheet', () => {
    expect(
      fillDown(sized.rows, { at: 0, column: 'price' }, '10\t12\r\n11\t\r\n').map((row) => [row.price, row.compareAt]),
    ).toEqual([
      ['10', '12'],
      ['11', ''],
    ])
  })
  test('says which cell is wrong', () => {
    const [row] = sized.rows
    if (row === undefined) throw new Error('no row')
    expect(faultOf({ ...row, price: 'douze' }, 'price')).toBe('check_price')
    expect(faultOf({ ...row, compareAt: '12,50' }, 'compareAt')).toBe('check_compare')
    expect(faultOf({ ...row, id: null, stock: 'dix' }, 'stock')).toBe('check_stock')
    expect(optionsFault({ ...sized, options: [option('Taille')] })).toBe('check_options')
  })
})

test('a price is typed as its reader writes it, and read in both ways', () => {
  expect([typedPrice(1250, 'fr'), typedPrice(1250, 'en'), typedPrice(705, 'en')]).toEqual(['12,50', '12.50', '7.05'])
  expect([centsOf('12,50'), centsOf('12.50')]).toEqual([1250, 1250])
})

test('two versions of a product are told apart field by field', () => {
  const mine = { ...notebook, slug: 'carnet', rows: notebook.rows.map((row) => ({ ...row, price: '13' })) }
  expect(differencesOf(mine, notebook, 'fr')).toEqual([
    { what: 'slug', of: '', mine: 'carnet', theirs: 'carnet-bleu' },
    { what: 'price', of: '', mine: '13', theirs: '12,50' },
  ])
  expect(differencesOf(mine, mine, 'fr')).toEqual([])
})
