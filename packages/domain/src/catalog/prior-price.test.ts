import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cents } from '../money.ts'
import { type PastPrice, priorPrice } from './prior-price.ts'

const day = 24 * 60 * 60 * 1000
const start = Date.UTC(2026, 0, 1)
const asked = (priceCents: number, compareAtCents: number | null = null) => ({
  priceCents: cents(priceCents),
  compareAtCents: compareAtCents === null ? null : cents(compareAtCents),
})
/** Prices one after the other; the last one is asked now, the others ended on a day. */
const past = (...steps: [price: number, was: number | null, untilDay: number][]): PastPrice[] =>
  steps.map(([price, was, until]) => ({ ...asked(price, was), until: new Date(start + until * day) }))

test('a price that is not reduced needs none beside it', () => {
  expect(priorPrice(asked(2000), past([1500, null, 5]))).toBeNull()
  expect(priorPrice(asked(2000, 2000), past([1500, null, 5]))).toBeNull()
})

test('what came onto the shelf reduced was never sold at another price', () => {
  expect(priorPrice(asked(1500, 2000), [])).toBeNull()
})

test('a price that was raised for a week only is not the one that a reduction is measured by', () => {
  const raised = past([2000, null, 60], [2500, null, 67])
  expect(priorPrice(asked(1900, 2500), raised)).toBe(2000)
})

test('what ended more than thirty days before the reduction counts no more', () => {
  const long = past([1000, null, 10], [2000, null, 41])
  expect(priorPrice(asked(1500, 2000), long)).toBe(2000)
  expect(priorPrice(asked(1500, 2000), past([1000, null, 12], [2000, null, 41]))).toBe(1000)
})

test('a reduction that goes on falling is measured by what was asked before all of it', () => {
  const falling = past([2000, null, 40], [1500, 2000, 45], [1400, 2000, 50])
  expect(priorPrice(asked(1200, 2000), falling)).toBe(2000)
})

test('a reduction that follows a rise is measured by the one before it', () => {
  const again = past([2000, null, 40], [1500, 2000, 45], [1800, 2000, 50])
  expect(priorPrice(asked(1200, 2000), again)).toBe(1500)
})

const price = fc.integer({ min: 1, max: 12 })
const step = fc.record({ price, was: fc.option(price), days: fc.integer({ min: 1, max: 25 }) })

test('is the least of the prices of thirty days, day by day', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
      let at = 0
      const dated = steps.map((one) => ({ ...one, from: at, until: (at += one.days) }))
      const now = dated.at(-1)
      if (now === undefined) return
      const priceOn = (date: number) => dated.find(({ until }) => date < until) ?? now
      const reducedOn = (date: number) => {
        const { price: is, was } = priceOn(date)
        return was !== null && was > is
      }
      // The day on which the reduction of today began, found by walking back one day at a time.
      let began = now.from
      while (began > 0 && reducedOn(began - 1) && priceOn(began - 1).price >= priceOn(began).price) began -= 1
      const window = Array.from({ length: Math.min(30, began) }, (_, i) => priceOn(began - 1 - i).price)
      const least = reducedOn(now.from) && window.length > 0 ? Math.min(...window) : null
      const ended = dated
        .slice(0, -1)
        .map(({ price: is, was, until }) => [is, was, until] as [number, number | null, number])
      expect(priorPrice(asked(now.price, now.was), past(...ended))).toBe(least)
    }),
    { numRuns: 2000 },
  )
})
