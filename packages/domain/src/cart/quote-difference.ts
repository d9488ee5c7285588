import type { Cents, Currency } from '../money.ts'
import type { Quote, QuotedLine, TaxBasis, Vat } from './quote-types.ts'

/** One cause why a quote is no longer the one that was seen. */
export type QuoteDifference =
  | { cause: 'line_added' | 'line_removed'; lineId: string; quantity: number; unitCents: Cents }
  | { cause: 'quantity'; lineId: string; seen: number; now: number }
  | { cause: 'unit_price'; lineId: string; seenCents: Cents; nowCents: Cents }
  | { cause: 'rate'; lineId: string; seen: Vat; now: Vat }
  | { cause: 'delivery' | 'discounts'; seenCents: Cents; nowCents: Cents }
  | { cause: 'currency'; seen: Currency; now: Currency }
  | { cause: 'basis'; seen: TaxBasis; now: TaxBasis }

/** Names what changed between the quote that was seen and the one of now, for whoever holds both. RULES 4.10. */
export function quoteDifference(seen: Quote, now: Quote): QuoteDifference[] {
  const differences: QuoteDifference[] = []
  if (seen.currency !== now.currency) differences.push({ cause: 'currency', seen: seen.currency, now: now.currency })
  if (seen.basis !== now.basis) differences.push({ cause: 'basis', seen: seen.basis, now: now.basis })
  const before = byId(seen.lines)
  const after = byId(now.lines)
  for (const [lineId, { quantity, unitCents }] of before)
    if (!after.has(lineId)) differences.push({ cause: 'line_removed', lineId, quantity, unitCents })
  for (const [lineId, line] of after) {
    const old = before.get(lineId)
    if (old) differences.push(...lineDifference(lineId, old, line))
    else differences.push({ cause: 'line_added', lineId, quantity: line.quantity, unitCents: line.unitCents })
  }
  if (seen.discountCents !== now.discountCents)
    differences.push({ cause: 'discounts', seenCents: seen.discountCents, nowCents: now.discountCents })
  if (seen.deliveryCents !== now.deliveryCents)
    differences.push({ cause: 'delivery', seenCents: seen.deliveryCents, nowCents: now.deliveryCents })
  return differences
}

type Line = Pick<QuotedLine, 'quantity' | 'unitCents' | 'vat'>

function lineDifference(lineId: string, seen: Line, now: Line): QuoteDifference[] {
  const differences: QuoteDifference[] = []
  if (seen.quantity !== now.quantity)
    differences.push({ cause: 'quantity', lineId, seen: seen.quantity, now: now.quantity })
  if (seen.unitCents !== now.unitCents)
    differences.push({ cause: 'unit_price', lineId, seenCents: seen.unitCents, nowCents: now.unitCents })
  if (seen.vat.rateBp !== now.vat.rateBp || seen.vat.category !== now.vat.category)
    differences.push({ cause: 'rate', lineId, seen: seen.vat, now: now.vat })
  return differences
}

/** Lines of the same id count as one: a split line is no difference. */
function byId(lines: readonly QuotedLine[]): Map<string, Line> {
  const found = new Map<string, Line>()
  for (const { id, unitCents, quantity, vat } of lines)
    found.set(id, { unitCents, vat, quantity: quantity + (found.get(id)?.quantity ?? 0) })
  return found
}
