import type { Cart, CartLine, Offer } from '../cart/cart.ts'
import { addToCart } from '../cart/change-lines.ts'
import { cartProblems, isBlocking, type Offers } from '../cart/check-cart.ts'
import type { Quote, QuotedLine } from '../cart/quote-types.ts'
import type { Id } from '../id.ts'
import { type Cents, cents } from '../money.ts'
import type { Locale } from '../problem.ts'
import { refuse } from '../problems.ts'
import type { Address, Order, OrderDeliveryLine, OrderLine } from './order.ts'

/** What only the catalogue knows of a variant, copied at placement. RULES 4.12. */
export interface VariantSnapshot {
  sku: string | null
  productName: string
  optionWords: string
  imagePath: string | null
  compareAtCents: Cents | null
}

/** A cart with all that is needed to order it; `cart.id` is null for an order in one request. */
export interface PricedCart {
  cart: { id: Id<'cart'> | null; lines: readonly CartLine[] }
  offers: Offers
  quote: Quote
  snapshots: ReadonlyMap<Id<'variant'>, VariantSnapshot>
  /** The delivery method's name in each language. */
  deliveryNames: Readonly<Record<Locale, string>>
}

/** The quote that the shopper saw; without a hash only the total is compared. */
export interface SeenQuote {
  hash: string | null
  totalCents: number
}

export interface Buyer {
  userId: Id<'user'> | null
  email: string
  locale: Locale
  address: Address
  termsVersion: string
}

/** Drawn before the transaction: ids, a reference, the instant, and until when the order may be paid. */
export interface FreshOrder {
  id: Id<'order'>
  lineIds: readonly Id<'line'>[]
  reference: string
  now: Date
  payBefore: Date
}

export type PlacedOrder = Order & { placement: 'created'; payment: 'unpaid'; delivery: 'none'; status: 'created' }

/**
 * Makes an order of a cart at the quote that the shopper saw, with everything about it frozen. RULES 4.10 to 4.12.
 * Refuses: cart_empty; cart_not_orderable with all blocking problems at once; quote_changed with the new quote.
 */
export function placeOrder(basket: PricedCart, seen: SeenQuote, buyer: Buyer, fresh: FreshOrder): PlacedOrder {
  const { cart, offers, quote } = basket
  if (cart.lines.length === 0) refuse('cart_empty')
  const problems = cartProblems({ lines: [...cart.lines] }, offers).filter(isBlocking)
  if (problems.length > 0) refuse('cart_not_orderable', { problems })
  if ((seen.hash !== null && seen.hash !== quote.hash) || seen.totalCents !== quote.totalCents)
    refuse('quote_changed', { seenTotalCents: seen.totalCents, quote })
  return {
    id: fresh.id,
    reference: fresh.reference,
    cartId: cart.id,
    ...buyer,
    address: { ...buyer.address },
    currency: quote.currency,
    basis: quote.basis,
    placement: 'created',
    payment: 'unpaid',
    delivery: 'none',
    status: 'created',
    cancelReason: null,
    lines: cart.lines.map((line, place) => frozenLine(line, place, basket, fresh)),
    deliveryLine: quote.delivery && frozenDelivery(quote.delivery, basket.deliveryNames, buyer.locale),
    groups: quote.groups.map((group) => ({ ...group, vat: { ...group.vat } })),
    goodsCents: quote.goodsCents,
    discountCents: quote.discountCents,
    deliveryCents: quote.deliveryCents,
    netCents: quote.netCents,
    taxCents: quote.taxCents,
    totalCents: quote.totalCents,
    placedAt: fresh.now,
    payBefore: fresh.payBefore,
    validatedAt: null,
    paidAt: null,
    shippedAt: null,
    deliveredAt: null,
    cancelledAt: null,
    refundedAt: null,
    carrier: null,
    trackingNumber: null,
    version: 1,
  }
}

function frozenLine(line: CartLine, place: number, basket: PricedCart, fresh: FreshOrder): OrderLine {
  const id = fresh.lineIds[place]
  const offer = basket.offers.get(line.variantId)
  const words = basket.snapshots.get(line.variantId)
  const quoted = basket.quote.lines[place]
  if (!id || !offer || !words) throw new RangeError(`line ${place} lacks its fresh id, offer or snapshot`)
  if (quoted?.id !== line.variantId || quoted.quantity !== line.quantity)
    throw new RangeError(`line ${place} of the quote is not the cart's`)
  return {
    ...frozenAmounts(quoted),
    id,
    position: place,
    productId: offer.productId,
    variantId: line.variantId,
    sku: words.sku,
    name: words.productName,
    optionWords: words.optionWords,
    imagePath: words.imagePath,
    unitCents: quoted.unitCents,
    compareAtCents: words.compareAtCents,
    quantity: quoted.quantity,
    fullCents: quoted.fullCents,
    discountCents: quoted.discountCents,
  }
}

const frozenDelivery = (quoted: QuotedLine, names: PricedCart['deliveryNames'], locale: Locale): OrderDeliveryLine => ({
  ...frozenAmounts(quoted),
  code: quoted.id,
  name: names[locale],
  names: { ...names },
})

const frozenAmounts = ({ vat, amountCents, netCents, taxCents, grossCents }: QuotedLine) => ({
  vat: { ...vat },
  amountCents,
  netCents,
  taxCents,
  grossCents,
})

/** Pieces of a variant wanted by an order in one request. */
export interface WantedPieces {
  variantId: Id<'variant'>
  quantity: number
}

/**
 * The cart of an order in one request, for `quoteOf` and `placeOrder`: the same variant is one line, limits hold, prices
 * are today's. What is gone, withdrawn or short is left to `placeOrder`, which names all of it at once.
 * Refuses: quantity_limit, cart_full.
 */
export function cartOfPieces(
  wanted: readonly WantedPieces[],
  offers: Offers,
  { lineIds }: { lineIds: readonly Id<'line'>[] },
): { id: null; lines: CartLine[] } {
  let cart: Cart = { id: 'cart_', userId: null, lines: [] }
  wanted.forEach(({ variantId, quantity }, place) => {
    const lineId = lineIds[place]
    if (!lineId) throw new RangeError('needs a fresh id for each line')
    cart = addToCart(cart, boundless(variantId, offers.get(variantId)), quantity, { lineId })
  })
  return { id: null, lines: cart.lines }
}

/** An offer that never runs out: only the limits speak. */
const boundless = (variantId: Id<'variant'>, offer: Offer | undefined): Offer => ({
  productId: 'product_',
  name: '',
  unitCents: cents(0),
  vatCategory: 'standard',
  ...offer,
  variantId,
  available: Number.MAX_SAFE_INTEGER,
  sellable: true,
})
