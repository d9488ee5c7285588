import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bucketOf, measures, pageKindOf, quantile } from './index.ts'
import { PageSpeedInput } from './inputs.ts'

test.each([
  ['/fr', 'home'],
  ['/en/products', 'list'],
  ['/fr/products/miel-de-lavande', 'product'],
  ['/fr/cart', 'cart'],
  ['/fr/checkout', 'checkout'],
  ['/fr/orders', 'other'],
  ['/fr/orders/order_1', 'order'],
  ['/fr/orders/order_1/pay', 'order'],
  ['/en/account/tokens', 'account'],
  ['/admin/orders', 'console'],
  ['/', 'home'],
])('the page at %s counts as %s', (path, kind) => {
  expect(pageKindOf(path)).toBe(kind)
})

describe('a value counts in the bucket whose edge it does not pass', () => {
  test('in milliseconds, movement in thousandths', () => {
    expect([bucketOf('LCP', 1200), bucketOf('LCP', 1200.1), bucketOf('LCP', 9e5)]).toEqual([1200, 1500, 60_000])
    expect([bucketOf('CLS', 0), bucketOf('CLS', 0.02), bucketOf('CLS', 0.021)]).toEqual([0, 20, 35])
  })

  test('three quarters of the visits are at or under the quantile', () => {
    const visits = fc.array(fc.double({ min: 0, max: 50_000, noNaN: true }), { minLength: 1 })
    fc.assert(
      fc.property(fc.constantFrom(...measures), visits, (measure, values) => {
        const buckets = values.map((value) => ({ upTo: bucketOf(measure, value), count: 1 }))
        const edge = quantile(buckets, 0.75) ?? -1
        expect(buckets.filter(({ upTo }) => upTo <= edge).length).toBeGreaterThanOrEqual(0.75 * values.length)
        expect(buckets.filter(({ upTo }) => upTo < edge).length).toBeLessThan(0.75 * values.length)
      }),
    )
  })

  test('nothing counted has no quantile', () => {
    expect(quantile([], 0.75)).toBeNull()
  })
})

test('what names no known page, a value twice or a number beyond reason is refused', () => {
  const one = { measure: 'LCP', value: 900 }
  const said = (input: unknown) => PageSpeedInput.safeParse(input).success
  expect(said({ kind: 'home', values: [one] })).toBe(true)
  expect(said({ kind: '/fr/orders/order_1', values: [one] })).toBe(false)
  expect(said({ kind: 'home', values: [one, one] })).toBe(false)
  expect(said({ kind: 'home', values: [{ measure: 'LCP', value: 1e9 }] })).toBe(false)
  expect(said({ kind: 'home', values: [] })).toBe(false)
  expect(said({ kind: 'home', values: [one], who: 'alice' })).toBe(false)
})
