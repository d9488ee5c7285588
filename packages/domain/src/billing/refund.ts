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

/** A line as refunds see it: what was charged, and what earlier refunds took. */
interface Charge {
  lineId: Id<'line'> | null
  quantity: number
  vat: Vat
  grossCents: Cents
  taxCents: Cents
  goneCents: Cents
  gonePieces: number
}

function chargesOf(order: Refundable, earlier: readonly RefundPart[]): Charge[] {
  const delivery = order.deliveryLine && { ...order.deliveryLine, id: null, quantity: 1 }
  return [...order.lines, ...(delivery ? [delivery] : [])].map(({ id, quantity, vat, grossCents, taxCents }) => {
    const gone = earlier.filter((part) => part.lineId === id)
    const gonePieces = gone.reduce((pieces, part) => pieces + part.quantity, 0)
    return { lineId: id, quantity, vat, grossCents, taxCents, gonePieces, goneCents: sum(gone.map(grossOf)) }
  })
}

const grossOf = (part: { grossCents: Cents }): Cents => part.grossCents
const remainsOf = (charge: Charge): Cents => subtract(charge.grossCents, charge.goneCents)
const overPieces = (total: Cents, quantity: number): Cents[] => share(total, Array<number>(quantity).fill(1))

/** What the next pieces of a line cost, never more than remains; the first pieces carry the odd units. */
const grossOfPieces = (charge: Charge, pieces: number): Cents => {
  const next = overPieces(charge.grossCents, charge.quantity).slice(charge.gonePieces, charge.gonePieces + pieces)
  return cents(Math.min(sum(next), remainsOf(charge)))
}

/**
 * The tax inside the first `gross` units of money of a line, piece after piece. It depends on nothing but how much has
 * gone back, so any way of refunding the whole line returns exactly its tax, and no step returns more tax than money.
 */
function taxWithin(charge: Charge, gross: Cents): Cents {
  const taxes = overPieces(charge.taxCents, charge.quantity)
  let left = gross
  let tax = zero
  for (const [place, piece] of overPieces(charge.grossCents, charge.quantity).entries()) {
    const pieceTax = taxes[place] ?? zero
    if (left < piece) return left === 0 ? tax : add(tax, ratioOf(pieceTax, left, piece))
    tax = add(tax, pieceTax)
    left = subtract(left, piece)
  }
  return tax
}

function partOf(charge: Charge, grossCents: Cents, quantity: number, restock: number): RefundPart {
  const { lineId, vat, goneCents } = charge
  const taxCents = subtract(taxWithin(charge, add(goneCents, grossCents)), taxWithin(charge, goneCents))
  return { lineId, vat, quantity, restock, grossCents, taxCents, netCents: subtract(grossCents, taxCents) }
}

/** What can still be given back of an order, delivery included. */
export const refundableOf = (order: Refundable, earlier: readonly RefundPart[] = []): Cents =>
  sum(chargesOf(order, earlier).map(remainsOf))

/**
 * Prices a refund at the order's own rates; `earlier` are the parts of its refunds that did not fail. Pieces one by one
 * come to the same as all at once; a free amount is shared over what remains, by rate, then by line. RULES 4.5.
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

/** The sums of refund parts, overall and per rate: frozen parts added up, never taxed anew. RULES 4.3. */
export function refundOfParts(parts: RefundPart[]): Refund {
  const sums = (of: readonly RefundPart[]) => ({
    netCents: sum(of.map((part) => part.netCents)),
    taxCents: sum(of.map((part) => part.taxCents)),
    grossCents: sum(of.map(grossOf)),
  })
  const groups = byRate(parts, (part) => part.vat).map(({ vat, items }) => ({ vat, ...sums(items) }))
  return { parts, groups, ...sums(parts) }
}
