import { byRate, shareByGroups } from '../cart/discounts.ts'
import type { TaxGroup, Vat } from '../cart/quote-types.ts'
import type { Id } from '../id.ts'
import { add, type Cents, cents, ratioOf, share, subtract, sum, zero } from '../money.ts'
import type { Order } from '../orders/order.ts'
import { refuse } from '../problems.ts'

/** A refund waits for the gateway, then is final; a failed one does not count against what remains. RULES 4.5. */
export const refundStates = ['pending', 'succeeded', 'failed'] as const
export type RefundState = (typeof refundStates)[number]

/** Money given back of one line, or of delivery where `lineId` is null; `restock` pieces go back to the shelf. */
export interface RefundPart {
  lineId: Id<'line'> | null
  quantity: number
  restock: number
  vat: Vat
  netCents: Cents
  taxCents: Cents
  grossCents: Cents
}

/** Pieces of lines (and delivery, all that is left of it), or a free amount. */
export type RefundRequest =
  | { lines: readonly { lineId: Id<'line'>; quantity: number; restock: boolean }[]; delivery: boolean }
  | { amountCents: Cents }

export interface Refund {
  parts: RefundPart[]
  groups: TaxGroup[]
  netCents: Cents
  taxCents: Cents
  grossCents: Cents
}

type Refundable = Pick<Order, 'lines' | 'deliveryLine'>

/** What remains of a line's money. */
interface Rest {
  grossCents: Cents
  taxCents: Cents
}

/** A line as refunds see it: what was charged, what earlier refunds took, and what was left after the last free amount. */
interface Charge extends Rest {
  lineId: Id<'line'> | null
  quantity: number
  vat: Vat
  gonePieces: number
  rest: Rest
  restAfterAmount: Rest | null
}

function chargesOf(order: Refundable, earlier: readonly RefundPart[]): Charge[] {
  const delivery = order.deliveryLine && { ...order.deliveryLine, id: null, quantity: 1 }
  return [...order.lines, ...(delivery ? [delivery] : [])].map(({ id, quantity, vat, grossCents, taxCents }) => {
    const charge: Charge = {
      ...{ lineId: id, quantity, vat, grossCents, taxCents },
      gonePieces: 0,
      rest: { grossCents, taxCents },
      restAfterAmount: null,
    }
    for (const part of earlier.filter((one) => one.lineId === id)) {
      charge.gonePieces += part.quantity
      charge.rest = less(charge.rest, part)
      if (part.quantity === 0) charge.restAfterAmount = charge.rest
    }
    return charge
  })
}

const less = (rest: Rest, part: Rest): Rest => ({
  grossCents: subtract(rest.grossCents, part.grossCents),
  taxCents: subtract(rest.taxCents, part.taxCents),
})
const grossOf = (part: { grossCents: Cents }): Cents => part.grossCents
const remainsOf = (charge: Charge): Cents => charge.rest.grossCents

/** What the next pieces of a line carry of an amount of it; the first pieces take the odd units. */
const ofPieces = (total: Cents, { quantity, gonePieces }: Charge, pieces: number): Cents =>
  sum(share(total, Array<number>(quantity).fill(1)).slice(gonePieces, gonePieces + pieces))

/** The price of the next pieces, capped at what free amounts have left. */
const grossOfPieces = (charge: Charge, pieces: number): Cents =>
  cents(Math.min(ofPieces(charge.grossCents, charge, pieces), remainsOf(charge)))

/** The tax in a refund of a line: never more than its gross, and the last refund of a line returns all that is left. */
function taxOfPart(charge: Charge, gross: Cents, pieces: number): Cents {
  const { rest, restAfterAmount: from } = charge
  if (gross === 0) return zero
  if (pieces === 0) return ratioOf(rest.taxCents, gross, rest.grossCents)
  if (from === null) return ofPieces(charge.taxCents, charge, pieces)
  // Counted from the last free amount, so that pieces one by one still come to the same as all at once.
  const within = (amount: Cents) => ratioOf(from.taxCents, amount, from.grossCents)
  const before = subtract(from.grossCents, rest.grossCents)
  return subtract(within(add(before, gross)), within(before))
}

function partOf(charge: Charge, grossCents: Cents, quantity: number, restock: number): RefundPart {
  const taxCents = taxOfPart(charge, grossCents, quantity)
  const { lineId, vat } = charge
  return { lineId, vat, quantity, restock, grossCents, taxCents, netCents: subtract(grossCents, taxCents) }
}

/** What can still be given back of an order, delivery included. */
export const refundableOf = (order: Refundable, earlier: readonly RefundPart[] = []): Cents =>
  sum(chargesOf(order, earlier).map(remainsOf))

/**
 * Prices a refund at the order's own rates; `earlier` are the parts of its refunds that did not fail, oldest first.
 * Pieces one by one come to the same as all at once; a free amount is shared over what remains, by rate, then by line.
 * RULES 4.5.
 * Refuses: refund_line_unknown, refund_too_large.
 */
export function refundOf(order: Refundable, earlier: readonly RefundPart[], request: RefundRequest): Refund {
  const charges = chargesOf(order, earlier)
  return refundOfParts(
    'amountCents' in request ? amountParts(charges, request.amountCents) : pieceParts(charges, request),
  )
}

function amountParts(charges: readonly Charge[], amount: Cents): RefundPart[] {
  const refundableCents = sum(charges.map(remainsOf))
  if (amount <= 0 || amount > refundableCents) refuse('refund_too_large', { refundableCents })
  const parts = shareByGroups(
    amount,
    charges.map((charge) => ({ vat: charge.vat, weight: remainsOf(charge) })),
  )
  return charges.flatMap((charge, i) => (parts[i] ? [partOf(charge, parts[i], 0, 0)] : []))
}

function pieceParts(charges: readonly Charge[], request: Extract<RefundRequest, { delivery: boolean }>): RefundPart[] {
  const wanted = new Map<Id<'line'> | null, { pieces: number; restock: number }>()
  for (const { lineId, quantity, restock } of request.lines) {
    if (!Number.isSafeInteger(quantity) || quantity < 1) refuse('refund_line_unknown')
    const before = wanted.get(lineId) ?? { pieces: 0, restock: 0 }
    wanted.set(lineId, { pieces: before.pieces + quantity, restock: before.restock + (restock ? quantity : 0) })
  }
  const delivery = charges.find((charge) => charge.lineId === null)
  if (request.delivery && delivery && delivery.gonePieces === 0) wanted.set(null, { pieces: 1, restock: 0 })
  const parts = charges.flatMap((charge) => {
    const of = wanted.get(charge.lineId)
    if (!of) return []
    wanted.delete(charge.lineId)
    if (of.pieces > charge.quantity - charge.gonePieces) refuse('refund_line_unknown')
    return [partOf(charge, grossOfPieces(charge, of.pieces), of.pieces, of.restock)]
  })
  if (wanted.size > 0) refuse('refund_line_unknown')
  return parts
}

/** All that remains: every piece and delivery. */
export function wholeRefund(
  order: Refundable,
  earlier: readonly RefundPart[] = [],
  { restock = true }: { restock?: boolean } = {},
): Refund {
  const lines = chargesOf(order, earlier).flatMap(({ lineId, quantity, gonePieces }) =>
    lineId !== null && quantity > gonePieces ? [{ lineId, quantity: quantity - gonePieces, restock }] : [],
  )
  return refundOf(order, earlier, { lines, delivery: true })
}

/**
 * The sums of refund parts, overall and per rate: frozen parts added up, never taxed anew. A free delivery makes no group, as in the
 * quote. RULES 4.3, INV-23.
 */
export function refundOfParts(parts: RefundPart[]): Refund {
  const sums = (of: readonly RefundPart[]) => ({
    netCents: sum(of.map((part) => part.netCents)),
    taxCents: sum(of.map((part) => part.taxCents)),
    grossCents: sum(of.map(grossOf)),
  })
  const charged = parts.filter((part) => part.lineId !== null || part.grossCents > 0)
  const groups = byRate(charged, (part) => part.vat).map(({ vat, items }) => ({ vat, ...sums(items) }))
  return { parts, groups, ...sums(parts) }
}
