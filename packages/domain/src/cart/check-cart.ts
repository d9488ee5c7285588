import { vatOf } from '../catalog/product.ts'
import type { Id } from '../id.ts'
import type { Currency } from '../money.ts'
import type { Cart, CartLine, CartProblem, Offer } from './cart.ts'
import { demandOf } from './change-lines.ts'
import { quote } from './quote.ts'
import type { DeliveryMethod, Discount, Quote, TaxBasis } from './quote-types.ts'

/** Today's offers of the variants in a cart. */
export type Offers = ReadonlyMap<Id<'variant'>, Offer>
type Lines = Pick<Cart, 'lines'>

/** All that the shopper must look at, line by line, with the demand summed per variant. RULES 4.11. */
export function cartProblems(cart: Lines, offers: Offers): CartProblem[] {
  return cart.lines.flatMap((line) => lineProblems(cart, line, offers.get(line.variantId)))
}

function lineProblems(cart: Lines, line: CartLine, offer: Offer | undefined): CartProblem[] {
  if (!offer) return [{ lineId: line.id, name: '', reason: 'gone' }]
  const about = { lineId: line.id, name: offer.name }
  if (!offer.sellable) return [{ ...about, reason: 'withdrawn' }]
  const problems: CartProblem[] = []
  if (demandOf(cart, line.variantId) > offer.available)
    problems.push({ ...about, reason: 'short', left: Math.max(0, offer.available) })
  if (line.seenUnitCents !== offer.unitCents)
    problems.push({ ...about, reason: 'price_changed', seenCents: line.seenUnitCents, nowCents: offer.unitCents })
  return problems
}

/** Whether a problem stops the order; a changed price only informs, the quote's hash guards it. RULES 4.10, 4.11. */
export const isBlocking = (problem: CartProblem): boolean => problem.reason !== 'price_changed'

/** The lines that count in the total: those without a blocking problem. RULES 4.11. */
export function countedLines(cart: Lines, offers: Offers): CartLine[] {
  const blocked = new Set(
    cartProblems(cart, offers)
      .filter(isBlocking)
      .map((problem) => problem.lineId),
  )
  return cart.lines.filter((line) => !blocked.has(line.id))
}

export interface QuoteSettings {
  currency: Currency
  basis: TaxBasis
  delivery: DeliveryMethod | null
  discounts?: readonly Discount[]
}

/** The quote of a cart at today's prices; a quoted line's id is its variant's. Nothing counted, nothing delivered. */
export function quoteOf(cart: Lines, offers: Offers, settings: QuoteSettings): Quote {
  const lines = countedLines(cart, offers).flatMap(({ variantId, quantity }) => {
    const offer = offers.get(variantId)
    if (!offer) return []
    return [{ id: variantId, unitCents: offer.unitCents, quantity, vat: vatOf(offer.vatCategory), discounts: [] }]
  })
  return quote({
    currency: settings.currency,
    basis: settings.basis,
    lines,
    discounts: settings.discounts ?? [],
    delivery: lines.length > 0 ? settings.delivery : null,
  })
}
