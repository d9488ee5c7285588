import { expect, test } from 'vitest'
import { askedLately } from './asked-lately.ts'

test('a page that was asked for once is known the second time, and thousands of others are not', () => {
  const known = askedLately()
  const pages = Array.from({ length: 2000 }, (_, i) => `fr 0 /rpc/shop/catalog.get?input=p-${i}`)
  expect(pages.filter(known)).toEqual([])
  expect(['fr 0 /', 'fr 0 /', 'en 0 /', 'fr 0 /'].map(known)).toEqual([false, true, false, true])
  expect(pages.filter(known).length).toBeGreaterThan(1200)
})

test('what nobody asked for again is forgotten in time', () => {
  const known = askedLately()
  known('once')
  for (let i = 0; i < 200_000; i++) known(`other ${i}`)
  expect(known('once')).toBe(false)
})
