declare const minor: unique symbol

/** A whole number of a currency's minor units (cents for EUR). RULES 4.1. */
export type Cents = number & { readonly [minor]: true }

/** The currencies the shop can count in, with the number of decimals of each. RULES 4.1. */
export const currencies = { EUR: 2, CHF: 2, GBP: 2, USD: 2, JPY: 0, KWD: 3 } as const
export type Currency = keyof typeof currencies

/** An amount that knows its currency. */
export interface Money {
  currency: Currency
  cents: Cents
}

/** Takes a number as minor units; throws a RangeError when it is no safe whole number. */
export function cents(value: number): Cents {
  if (!Number.isSafeInteger(value)) throw new RangeError(`minor units must be a safe whole number, got ${value}`)
  return (value === 0 ? 0 : value) as Cents
}
export const zero = cents(0)

const fromBig = (value: bigint): Cents => cents(Number(value))

export const add = (a: Cents, b: Cents): Cents => cents(a + b)
export const subtract = (a: Cents, b: Cents): Cents => cents(a - b)

export function sum(amounts: Iterable<Cents>): Cents {
  let total = zero
  for (const amount of amounts) total = add(total, amount)
  return total
}

/** Unit price times quantity, exact; throws a RangeError past the safe whole numbers. */
export const times = (unit: Cents, quantity: number): Cents => fromBig(BigInt(unit) * BigInt(quantity))

/** n / d rounded half up away from zero, so that a refund is the mirror of the sale. RULES 4.1. */
export function divideHalfUp(n: bigint, d: bigint): bigint {
  if (d === 0n) throw new RangeError('cannot divide by zero')
  const negative = n < 0n !== d < 0n
  const top = n < 0n ? -n : n
  const bottom = d < 0n ? -d : d
  const rounded = (2n * top + bottom) / (2n * bottom)
  return negative ? -rounded : rounded
}

/** amount × numerator / denominator, half up away from zero. */
export const ratioOf = (amount: Cents, numerator: number, denominator: number): Cents =>
  fromBig(divideHalfUp(BigInt(amount) * BigInt(numerator), BigInt(denominator)))

/** The part of an amount that a rate in basis points takes (2000 = 20 %), half up away from zero. */
export const partOf = (amount: Cents, rateBp: number): Cents => ratioOf(amount, rateBp, 10_000)

/**
 * Shares a total over weights by largest remainder: no unit is lost, ties go to the earlier place, a zero weight gets
 * nothing, a negative total is the mirror of the positive one. RULES 4.4.
 */
export function share(total: Cents, weights: readonly number[]): Cents[] {
  if (weights.some((weight) => !Number.isSafeInteger(weight) || weight < 0))
    throw new RangeError('weights must be whole numbers, zero or more')
  const whole = weights.reduce((all, weight) => all + BigInt(weight), 0n)
  if (whole === 0n) {
    if (total !== 0) throw new RangeError('cannot share an amount over nothing')
    return weights.map(() => zero)
  }
  const sign = total < 0 ? -1n : 1n
  const amount = BigInt(total) * sign
  const parts = weights.map((weight, place) => {
    const exact = amount * BigInt(weight)
    return { place, floor: exact / whole, rest: exact % whole }
  })
  let left = amount - parts.reduce((given, part) => given + part.floor, 0n)
  const extra = new Set<number>()
  for (const { place } of parts.toSorted((a, b) =>
    a.rest === b.rest ? a.place - b.place : a.rest > b.rest ? -1 : 1,
  )) {
    if (left === 0n) break
    extra.add(place)
    left -= 1n
  }
  return parts.map(({ place, floor }) => fromBig(sign * (extra.has(place) ? floor + 1n : floor)))
}

export const money = (currency: Currency, amount: Cents): Money => ({ currency, cents: amount })

/** Adds two amounts; throws a RangeError when their currencies differ. */
export function addMoney(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new RangeError(`cannot add ${b.currency} to ${a.currency}`)
  return money(a.currency, add(a.cents, b.cents))
}

/** The amount as a decimal text with a period and the currency's decimals: "12.30", "1230", "1.230". Never a float. */
export function decimalText({ currency, cents: amount }: Money): string {
  const decimals = currencies[currency]
  const digits = String(Math.abs(amount)).padStart(decimals + 1, '0')
  const sign = amount < 0 ? '-' : ''
  return decimals === 0 ? sign + digits : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}
