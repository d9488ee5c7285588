import {
  add as dineroAdd,
  allocate,
  dinero,
  halfAwayFromZero,
  multiply,
  toDecimal,
  toSnapshot,
  transformScale,
} from 'dinero.js/bigint'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  add,
  addMoney,
  type Cents,
  cents,
  currencies,
  decimalText,
  divideHalfUp,
  money,
  partOf,
  share,
  subtract,
  sum,
  times,
} from './money.ts'
import { someCurrencies } from './testing.ts'

const anyAmount = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }).map(cents)
const weights = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 12 })
const usable = weights.filter((list) => list.some((weight) => weight > 0))
const inDinero = (amount: Cents, currency: keyof typeof currencies = 'EUR') =>
  dinero({
    amount: BigInt(amount),
    currency: { code: currency, base: 10n, exponent: BigInt(currencies[currency]) },
  })

describe('amounts', () => {
  test('are whole minor units: a half cent and a number past the safe ones are refused', () => {
    expect(() => cents(0.5)).toThrow(RangeError)
    expect(() => cents(Number.NaN)).toThrow(RangeError)
    expect(() => cents(2 ** 53)).toThrow(RangeError)
    expect(Object.is(cents(-0), 0)).toBe(true)
  })

  test('never lose a cent silently: a product or sum past the safe numbers is refused', () => {
    expect(times(cents(90_071_992_547_409), 100)).toBe(9_007_199_254_740_900)
    expect(() => times(cents(90_071_992_547_410), 100)).toThrow(RangeError)
    expect(() => add(cents(Number.MAX_SAFE_INTEGER), cents(1))).toThrow(RangeError)
  })

  test('add and subtract like the dinero library does', () => {
    fc.assert(
      fc.property(anyAmount, anyAmount, (a, b) => {
        expect(BigInt(add(a, b))).toBe(toSnapshot(dineroAdd(inDinero(a), inDinero(b))).amount)
        expect(subtract(add(a, b), b)).toBe(a)
        expect(sum([a, b, a])).toBe(add(add(a, b), a))
      }),
    )
  })

  test('of two currencies are never added', () => {
    expect(addMoney(money('EUR', cents(100)), money('EUR', cents(25)))).toEqual(money('EUR', cents(125)))
    expect(() => addMoney(money('EUR', cents(100)), money('JPY', cents(100)))).toThrow('cannot add JPY to EUR')
  })

  test('are written with the decimals of their currency, as the dinero library writes them', () => {
    expect(decimalText(money('JPY', cents(1230)))).toBe('1230')
    expect(decimalText(money('KWD', cents(-5)))).toBe('-0.005')
    fc.assert(
      fc.property(anyAmount, fc.constantFrom(...someCurrencies), (amount, currency) => {
        expect(decimalText(money(currency, amount))).toBe(toDecimal(inDinero(amount, currency)))
      }),
    )
  })
})

describe('rounding', () => {
  test.each([
    [5n, 2n, 3n],
    [-5n, 2n, -3n],
    [5n, -2n, -3n],
    [4n, 3n, 1n],
    [-4n, 3n, -1n],
    [0n, 7n, 0n],
  ])('%d divided by %d is %d: half up, away from zero', (n, d, rounded) => {
    expect(divideHalfUp(n, d)).toBe(rounded)
  })

  test('refuses to divide by zero', () => {
    expect(() => divideHalfUp(1n, 0n)).toThrow(RangeError)
  })

  test('of a rate agrees with the dinero library, and a refund is the mirror of the sale', () => {
    fc.assert(
      fc.property(anyAmount, fc.integer({ min: 0, max: 20_000 }), (amount, rateBp) => {
        const exact = multiply(inDinero(amount), { amount: BigInt(rateBp), scale: 4n })
        const theirs = toSnapshot(transformScale(exact, 2n, halfAwayFromZero)).amount
        expect(BigInt(partOf(amount, rateBp))).toBe(theirs)
        expect(add(partOf(cents(-amount), rateBp), partOf(amount, rateBp))).toBe(0)
      }),
    )
  })
})

describe('sharing', () => {
  test('gives the odd cents to the largest remainders, the earlier first among equals', () => {
    expect(share(cents(100), [1, 1, 1])).toEqual([34, 33, 33])
    expect(share(cents(10), [6, 3, 3])).toEqual([5, 3, 2])
    expect(share(cents(7), [1, 5, 4])).toEqual([1, 3, 3])
  })

  test('gives nothing to a weight of zero, and cannot share over nothing', () => {
    expect(share(cents(5), [0, 1, 0, 1])).toEqual([0, 3, 0, 2])
    expect(share(cents(0), [0, 0])).toEqual([0, 0])
    expect(share(cents(0), [])).toEqual([])
    expect(() => share(cents(1), [0, 0])).toThrow(RangeError)
    expect(() => share(cents(1), [-1, 2])).toThrow(RangeError)
    expect(() => share(cents(1), [0.5])).toThrow(RangeError)
  })

  test('stays exact at top prices', () => {
    const most = cents(Number.MAX_SAFE_INTEGER)
    expect(sum(share(most, [most, most - 1, most - 2]))).toBe(most)
  })

  test('loses no cent and keeps each part within one cent of its proportion', () => {
    fc.assert(
      fc.property(anyAmount, usable, (total, list) => {
        const parts = share(total, list)
        expect(sum(parts)).toBe(total)
        const all = BigInt(list.reduce((a, b) => a + b, 0))
        parts.forEach((part, i) => {
          const distance = BigInt(part) * all - BigInt(total) * BigInt(list[i]!)
          expect(distance < all && distance > -all).toBe(true)
          if (list[i] === 0) expect(part).toBe(0)
        })
      }),
    )
  })

  test('of a negative total is the mirror of the positive one', () => {
    fc.assert(
      fc.property(anyAmount, usable, (total, list) => {
        expect(share(cents(-total), list)).toEqual(share(total, list).map((part) => cents(-part)))
      }),
    )
  })

  test('over equal weights agrees with the dinero library', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }).map(cents), fc.integer({ min: 1, max: 20 }), (total, n) => {
        const ours = share(total, Array<number>(n).fill(3)).map(BigInt)
        expect(ours).toEqual(allocate(inDinero(total), Array<bigint>(n).fill(3n)).map((one) => toSnapshot(one).amount))
      }),
    )
  })
})
