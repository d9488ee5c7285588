import { CreateProductInput } from '@comptoir/domain/catalog/inputs'
import { describe, expect, test } from 'vitest'
import { blankProduct, centsOf, productInput } from './product-input.ts'

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
  const input = productInput({
    ...blankProduct,
    slug: 'carnet-bleu',
    nameFr: 'Carnet bleu',
    price: '12,50',
    stock: '4',
  })
  expect(CreateProductInput.parse(input)).toMatchObject({
    slug: 'carnet-bleu',
    category: null,
    texts: { fr: { name: 'Carnet bleu' } },
    variants: [{ priceCents: 1250, stock: 4 }],
  })
})
