import type { Cents } from '../money.ts'

/** A price as it stood on the shelf, and the one crossed out beside it. */
export interface AskedPrice {
  priceCents: Cents
  compareAtCents: Cents | null
}
/** One that is asked no more. */
export interface PastPrice extends AskedPrice {
  until: Date
}

const thirtyDays = 30 * 24 * 60 * 60 * 1000
const isReduced = ({ priceCents, compareAtCents }: AskedPrice): boolean =>
  compareAtCents !== null && compareAtCents > priceCents

/**
 * The lowest price asked in the 30 days before a reduction began: whoever announces one has to name it (PRODUCT A30; directive 98/6/EC,
 * article 6a; code de la consommation, L112-1-1). A reduction that goes on falling is one reduction; it begins anew once its price rose.
 * `past` is sorted by `until`, oldest first. Null without a reduction, and for what was never sold at another price.
 */
export function priorPrice(now: AskedPrice, past: readonly PastPrice[]): Cents | null {
  if (!isReduced(now)) return null
  let first = past.length
  let price = now.priceCents
  for (
    let before = past[first - 1];
    before && isReduced(before) && before.priceCents >= price;
    before = past[first - 1]
  ) {
    price = before.priceCents
    first -= 1
  }
  const began = past[first - 1]?.until.getTime()
  if (began === undefined) return null
  const asked = past.slice(0, first).filter(({ until }) => until.getTime() > began - thirtyDays)
  return asked.reduce(
    (least, { priceCents }) => (priceCents < least ? priceCents : least),
    asked[0]?.priceCents ?? price,
  )
}
