declare const minor: unique symbol

/** A whole number of a currency's minor units (cents for EUR). RULES 4.1. */
export type Cents = number & { readonly [minor]: true }

/** The currencies the shop can count in, with the number of decimals of each. RULES 4.1. */
export const currencies = { EUR: 2, CHF: 2, GBP: 2, USD: 2, JPY: 0, KWD: 3 } as const
export type Currency = keyof typeof currencies

/** Takes a number as minor units; throws a RangeError when it is no safe whole number. */
export function cents(value: number): Cents {
  if (!Number.isSafeInteger(value)) throw new RangeError(`minor units must be a safe whole number, got ${value}`)
  return (value === 0 ? 0 : value) as Cents
}
export const zero = cents(0)
