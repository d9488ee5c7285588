import type { Id } from '../id.ts'
import { refuse } from '../problems.ts'
import { type Cart, type CartLine, mostLines, type Offer } from './cart.ts'
import { mostPerVariant } from '../catalog/product.ts'

/** How many of a variant the cart asks for, over all its lines. */
export const demandOf = (cart: Pick<Cart, 'lines'>, variantId: Id<'variant'>): number =>
  cart.lines.reduce((demand, line) => (line.variantId === variantId ? demand + line.quantity : demand), 0)

/**
 * Puts pieces of a variant in the cart: the same variant is one line, at today's price.
 * Refuses: variant_not_found, product_not_found, out_of_stock, quantity_limit, cart_full.
 */
export function addToCart(
  cart: Cart,
  offer: Offer | undefined,
  quantity: number,
  { lineId }: { lineId: Id<'line'> },
): Cart {
  wholeNumber(quantity, 1)
  const sold = orderable(offer, demandOf(cart, offer?.variantId ?? 'variant_') + quantity)
  const line = cart.lines.find((one) => one.variantId === sold.variantId)
  if (line) return withLine(cart, { ...line, quantity: line.quantity + quantity, seenUnitCents: sold.unitCents })
  if (cart.lines.length >= mostLines) refuse('cart_full', { most: mostLines })
  const added: CartLine = { id: lineId, variantId: sold.variantId, quantity, seenUnitCents: sold.unitCents }
  return { ...cart, lines: [...cart.lines, added] }
}

/**
 * Sets how many pieces a line holds, at today's price; 0 removes it and needs no offer.
 * Refuses: cart_line_not_found, variant_not_found, product_not_found, out_of_stock, quantity_limit.
 */
export function setQuantity(cart: Cart, lineId: Id<'line'>, quantity: number, offer: Offer | undefined): Cart {
  wholeNumber(quantity, 0)
  const line = cart.lines.find((one) => one.id === lineId) ?? refuse('cart_line_not_found')
  if (quantity === 0) return removeLine(cart, lineId)
  if (offer && offer.variantId !== line.variantId) throw new RangeError('the offer is of another variant')
  const sold = orderable(offer, demandOf(cart, line.variantId) - line.quantity + quantity)
  return withLine(cart, { ...line, quantity, seenUnitCents: sold.unitCents })
}

/** Takes a line out. Refuses: cart_line_not_found. */
export function removeLine(cart: Cart, lineId: Id<'line'>): Cart {
  if (!cart.lines.some((line) => line.id === lineId)) refuse('cart_line_not_found')
  return { ...cart, lines: cart.lines.filter((line) => line.id !== lineId) }
}

export const clearCart = (cart: Cart): Cart => ({ ...cart, lines: [] })

function orderable(offer: Offer | undefined, demand: number): Offer {
  if (!offer) return refuse('variant_not_found')
  if (!offer.sellable) refuse('product_not_found')
  // Whoever asks for more than a cart may hold hears of the limit, not of how much there is. RULES 4.8.
  if (demand > mostPerVariant && offer.available >= mostPerVariant) refuse('quantity_limit', { most: mostPerVariant })
  if (demand > offer.available) refuse('out_of_stock', { name: offer.name, left: Math.max(0, offer.available) })
  return offer
}

function wholeNumber(quantity: number, least: number): void {
  if (!Number.isSafeInteger(quantity) || quantity < least)
    throw new RangeError(`a quantity must be a whole number from ${least}, got ${quantity}`)
}

const withLine = (cart: Cart, line: CartLine): Cart => ({
  ...cart,
  lines: cart.lines.map((one) => (one.id === line.id ? line : one)),
})
