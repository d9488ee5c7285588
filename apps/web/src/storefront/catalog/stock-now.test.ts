import { expect, test } from 'vitest'
import { withStockNow } from './stock-now.ts'

const variant = { sku: null, values: [], optionWords: '', compareAtCents: null, priorPriceCents: null, priceCents: 900 }
const plenty = { ...variant, stock: 'in_stock' as const, left: null, maxQuantity: 99 }
const [s, m] = [
  { ...plenty, id: 's' },
  { ...plenty, id: 'm' },
]
const shirt = { name: 'Chemise', variants: [s, m] }

test('a page that is open follows price and stock', () => {
  const few = {
    stock: 'few_left' as const,
    left: 2,
    maxQuantity: 2,
    priceCents: 800,
    compareAtCents: 900,
    priorPriceCents: 850,
  }
  expect(withStockNow(shirt, [{ id: 's', ...few }, m])).toEqual({ name: 'Chemise', variants: [{ ...s, ...few }, m] })
})

test('an article that left the shelf while its page was open cannot be bought there', () => {
  const gone = { stock: 'out_of_stock', left: null, maxQuantity: 0 }
  expect(withStockNow(shirt, [m]).variants).toEqual([{ ...s, ...gone }, m])
  expect(withStockNow(shirt, []).variants).toMatchObject([gone, gone])
})
