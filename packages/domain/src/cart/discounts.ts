import { type Cents, cents, partOf, share, subtract, sum, zero } from '../money.ts'
import type { Discount, QuoteLine, Vat } from './quote-types.ts'

/** Groups in the one order that breaks ties: the higher rate first, then category code Z to A. RULES 4.4. */
export function byRate<T>(items: readonly T[], vatOf: (item: T) => Vat): { vat: Vat; items: T[] }[] {
  const groups = new Map<string, { vat: Vat; items: T[] }>()
  for (const item of items) {
    const { category, rateBp } = vatOf(item)
    const key = `${rateBp} ${category}`
    const group = groups.get(key)
    if (group) group.items.push(item)
    else groups.set(key, { vat: { category, rateBp }, items: [item] })
  }
  return [...groups.values()].toSorted(
    (a, b) => b.vat.rateBp - a.vat.rateBp || (a.vat.category < b.vat.category ? 1 : -1),
  )
}

/** Something an amount can be shared over. */
export interface Weighed {
  vat: Vat
  weight: Cents
}

/**
 * Shares a total in two levels: over the rate groups, then inside each over its lines, so that no total depends on how
 * lines are split. Answers the parts in the order of the items. RULES 4.4.
 */
export function shareByGroups(total: Cents, items: readonly Weighed[], kindOf?: (place: number) => string): Cents[] {
  const parts: Cents[] = items.map(() => zero)
  const places = items.map((item, place) => ({ place, ...item }))
  const weightOf = (of: readonly Weighed[]) => sum(of.map((item) => item.weight))
  const groups = byRate(places, (item) => item.vat)
  const groupParts = share(
    total,
    groups.map((group) => weightOf(group.items)),
  )
  groups.forEach((group, g) => {
    const kinds = kindOf ? byKind(group.items, (item) => kindOf(item.place)) : [group.items]
    const kindParts = share(groupParts[g] ?? zero, kinds.map(weightOf))
    kinds.forEach((kind, k) => {
      const lineParts = share(
        kindParts[k] ?? zero,
        kind.map((item) => item.weight),
      )
      kind.forEach((item, i) => (parts[item.place] = lineParts[i] ?? zero))
    })
  })
  return parts
}

function byKind<T>(items: readonly T[], kindOf: (item: T) => string): T[][] {
  const kinds = new Map<string, T[]>()
  for (const item of items) kinds.set(kindOf(item), [...(kinds.get(kindOf(item)) ?? []), item])
  return [...kinds].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, kind]) => kind)
}

const labelOf = (discount: Discount): string =>
  JSON.stringify([discount.code, 'percentBp' in discount ? discount.percentBp : 'amount'])

/** What a discount takes from an amount: never more than there is. */
export function offOf(discount: Discount, from: Cents): Cents {
  if ('amountCents' in discount) return cents(Math.min(discount.amountCents, from))
  return cents(Math.min(partOf(from, discount.percentBp), from))
}

/**
 * What is left of each line after its own discounts, then the order's, each over what the one before left.
 * A percentage is one rounded amount over all the lines that carry it in the same place. RULES 4.3, 4.4.
 */
export function afterDiscounts(
  lines: readonly QuoteLine[],
  full: readonly Cents[],
  orderDiscounts: readonly Discount[],
): Cents[] {
  const left = [...full]
  const labels = lines.map((line) => line.discounts.map(labelOf))
  // Lines that carry the same discounts form one kind, so that what a kind gets does not depend on how it is split.
  const kinds = labels.map((of) => of.join())
  const take = (discount: Discount, places: readonly number[], kindOf?: (place: number) => string) => {
    const items = places.map((place) => ({ vat: lines[place]!.vat, weight: left[place]! }))
    const off = offOf(discount, sum(items.map((item) => item.weight)))
    const parts = shareByGroups(off, items, kindOf)
    places.forEach((place, i) => (left[place] = subtract(left[place]!, parts[i]!)))
  }
  const rounds = Math.max(0, ...lines.map((line) => line.discounts.length))
  for (let round = 0; round < rounds; round++) {
    const percentages = new Map<string, { discount: Discount; places: number[] }>()
    lines.forEach((line, place) => {
      const discount = line.discounts[round]
      if (!discount) return
      const label = labels[place]![round]!
      if ('amountCents' in discount) take(discount, [place])
      else if (percentages.has(label)) percentages.get(label)!.places.push(place)
      else percentages.set(label, { discount, places: [place] })
    })
    for (const { discount, places } of percentages.values()) take(discount, places, (i) => kinds[places[i]!]!)
  }
  for (const discount of orderDiscounts) take(discount, [...lines.keys()])
  return left
}
