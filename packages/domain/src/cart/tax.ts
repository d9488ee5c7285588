import { add, type Cents, partOf, ratioOf, share, subtract, sum, zero } from '../money.ts'
import { byRate } from './discounts.ts'
import type { TaxBasis, TaxGroup, Vat } from './quote-types.ts'

/** The net, tax and gross of one line. */
export interface Taxed {
  netCents: Cents
  taxCents: Cents
  grossCents: Cents
}

/** The tax of a group's amount, rounded once, half up: r / (1 + r) of a gross amount, r of a net one. RULES 4.3. */
export const taxOf = (amount: Cents, rateBp: number, basis: TaxBasis): Cents =>
  basis === 'inclusive' ? ratioOf(amount, rateBp, 10_000 + rateBp) : partOf(amount, rateBp)

const taxed = (amount: Cents, tax: Cents, basis: TaxBasis): Taxed =>
  basis === 'inclusive'
    ? { netCents: subtract(amount, tax), taxCents: tax, grossCents: amount }
    : { netCents: amount, taxCents: tax, grossCents: add(amount, tax) }

/**
 * One rounded tax per (rate, category), shared back over the group's lines by largest remainder: both sums agree.
 * Answers the lines in the order given and the groups by rate, highest first. RULES 4.3.
 */
export function taxByGroups(
  items: readonly { vat: Vat; amountCents: Cents }[],
  basis: TaxBasis,
): { lines: Taxed[]; groups: TaxGroup[] } {
  const lines: Taxed[] = []
  const places = items.map((item, place) => ({ place, ...item }))
  const groups = byRate(places, (item) => item.vat).map(({ vat, items: members }) => {
    const amount = sum(members.map((member) => member.amountCents))
    const tax = taxOf(amount, vat.rateBp, basis)
    const parts = share(
      tax,
      members.map((member) => member.amountCents),
    )
    members.forEach((member, i) => (lines[member.place] = taxed(member.amountCents, parts[i] ?? zero, basis)))
    return { vat, ...taxed(amount, tax, basis) }
  })
  return { lines, groups }
}
