import type { Id } from '../id.ts'
import { type Cart, type CartLine, mostLines } from './cart.ts'
import { mostPerVariant } from '../catalog/product.ts'
import { demandOf } from './change-lines.ts'
import type { Offers } from './check-cart.ts'

/** Something that did not fit when two carts became one: how many pieces were wanted and how many are in the cart now. */
export interface CartNotice {
  reason: 'stock' | 'limit' | 'cart_full'
  variantId: Id<'variant'>
  name: string
  wanted: number
  kept: number
}

/**
 * Adds a guest's cart to the account's: quantities add up, capped by stock and limits with a notice. A line never
 * disappears for want of stock: it stays with at least one piece, marked by `cartProblems`. Needs one fresh line id per
 * guest line. RULES 4.9.
 */
export function mergeCarts(
  guest: Cart,
  account: Cart,
  offers: Offers,
  { lineIds }: { lineIds: readonly Id<'line'>[] },
): { cart: Cart; notices: CartNotice[] } {
  let cart = account
  const notices: CartNotice[] = []
  guest.lines.forEach((line, i) => {
    const offer = offers.get(line.variantId)
    const had = demandOf(cart, line.variantId)
    const wanted = had + line.quantity
    const notice = (reason: CartNotice['reason'], kept: number) =>
      notices.push({ reason, variantId: line.variantId, name: offer?.name ?? '', wanted, kept })
    const known = cart.lines.find((one) => one.variantId === line.variantId)
    if (!known && cart.lines.length >= mostLines) return notice('cart_full', 0)

    // A withdrawn variant has no stock to speak of: its line is kept as it is and marked.
    const inStock = offer?.sellable ? offer.available : wanted
    const kept = Math.max(had, 1, Math.min(wanted, inStock, mostPerVariant))
    if (kept < wanted) notice(inStock < mostPerVariant ? 'stock' : 'limit', kept)
    if (known) cart = withQuantity(cart, known, known.quantity + kept - had, line.seenUnitCents)
    else {
      const id = lineIds[i]
      if (!id) throw new RangeError('a merge needs a fresh id for each line of the guest')
      cart = { ...cart, lines: [...cart.lines, { ...line, id, quantity: kept }] }
    }
  })
  return { cart, notices }
}

const withQuantity = (
  cart: Cart,
  line: CartLine,
  quantity: number,
  seenUnitCents: CartLine['seenUnitCents'],
): Cart => ({
  ...cart,
  lines: cart.lines.map((one) => (one.id === line.id ? { ...line, quantity, seenUnitCents } : one)),
})
