import { expect, test } from 'vitest'
import { vatOf } from '../catalog/product.ts'
import { cents } from '../money.ts'
import { aQuoteLine, aRequest } from '../testing.ts'
import { quote } from './quote.ts'
import { quoteDifference } from './quote-difference.ts'

const soap = aQuoteLine()
const tea = aQuoteLine({ id: 'tea', quantity: 1, unitCents: cents(900), vat: vatOf('reduced') })
const seen = quote(aRequest({ lines: [soap, tea] }))
const since = (facts: Parameters<typeof aRequest>[0]) =>
  quoteDifference(seen, quote(aRequest({ lines: [soap, tea], ...facts })))

test('names nothing when nothing changed, or when a line was only split', () => {
  expect(since({})).toEqual([])
  const halves = [
    { ...soap, quantity: 2 },
    { ...soap, quantity: 1 },
  ]
  expect(since({ lines: [...halves, tea] })).toEqual([])
})

test('names the lines that came and went', () => {
  expect(since({ lines: [soap, { ...tea, id: 'coffee' }] })).toEqual([
    { cause: 'line_removed', lineId: 'tea', quantity: 1, unitCents: 900 },
    { cause: 'line_added', lineId: 'coffee', quantity: 1, unitCents: 900 },
  ])
})

test('names the quantity, unit price and rate of a line, all that changed at once', () => {
  const changed = { ...soap, quantity: 4, unitCents: cents(500), vat: vatOf('intermediate') }
  expect(since({ lines: [changed, tea] })).toEqual([
    { cause: 'quantity', lineId: 'soap', seen: 3, now: 4 },
    { cause: 'unit_price', lineId: 'soap', seenCents: 450, nowCents: 500 },
    { cause: 'rate', lineId: 'soap', seen: vatOf('standard'), now: vatOf('intermediate') },
  ])
})

test('names delivery, discounts, currency and basis', () => {
  expect(since({ delivery: null })).toEqual([{ cause: 'delivery', seenCents: 490, nowCents: 0 }])
  expect(since({ discounts: [{ code: 'x', amountCents: cents(100) }] })).toEqual([
    { cause: 'discounts', seenCents: 0, nowCents: 100 },
  ])
  expect(since({ currency: 'CHF' })).toEqual([{ cause: 'currency', seen: 'EUR', now: 'CHF' }])
  expect(since({ basis: 'exclusive' })).toEqual([{ cause: 'basis', seen: 'inclusive', now: 'exclusive' }])
})
