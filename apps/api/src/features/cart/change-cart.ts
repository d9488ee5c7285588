import type { Writer } from '@comptoir/db'
import * as carts from '@comptoir/db/stores/carts'
import * as catalog from '@comptoir/db/stores/catalog'
import { type Id, type Locale, refuse } from '@comptoir/domain'
import { addToCart, type Cart, clearCart, removeLine, setQuantity } from '@comptoir/domain/cart'
import type { CartAddInput, CartSetQuantityInput } from '@comptoir/domain/cart/inputs'
import type { Fresh } from '../../change.ts'

/** What a change of a cart needs beside its input. */
export interface CartChange {
  locale: Locale
  fresh: Fresh
}

/**
 * Puts pieces of a variant in an open cart that was taken, at today's price.
 * Refuses: variant_not_found, product_not_found, out_of_stock, quantity_limit, cart_full.
 */
export async function addPieces(
  tx: Writer,
  cart: Cart,
  input: CartAddInput,
  { locale, fresh }: CartChange,
): Promise<Cart> {
  const offer = await offerOf(tx, input.variantId, locale)
  return keep(tx, addToCart(cart, offer, input.quantity, { lineId: fresh.id('line') }), fresh)
}

/** Sets how many pieces a line holds; 0 removes it. Refuses as `addPieces` does, and cart_line_not_found. */
export async function setPieces(
  tx: Writer,
  owner: carts.CartOwner | null,
  input: CartSetQuantityInput,
  { locale, fresh }: CartChange,
): Promise<Cart> {
  const cart = await take(tx, owner)
  const line = cart.lines.find(({ id }) => id === input.lineId)
  const offer = line && input.quantity > 0 ? await offerOf(tx, line.variantId, locale) : undefined
  return keep(tx, setQuantity(cart, input.lineId, input.quantity, offer), fresh)
}

/** Takes a line out. Refuses: cart_line_not_found. */
export async function removePieces(
  tx: Writer,
  owner: carts.CartOwner | null,
  lineId: Id<'line'>,
  { fresh }: CartChange,
): Promise<Cart> {
  return keep(tx, removeLine(await take(tx, owner), lineId), fresh)
}

/** Empties the cart; one that was never opened is empty already. */
export async function emptyCart(
  tx: Writer,
  owner: carts.CartOwner | null,
  { fresh }: CartChange,
): Promise<Cart | undefined> {
  const cart = owner === null ? undefined : await carts.takeOpen(tx, owner)
  return cart && keep(tx, clearCart(cart), fresh)
}

const take = async (tx: Writer, owner: carts.CartOwner | null): Promise<Cart> =>
  (owner === null ? undefined : await carts.takeOpen(tx, owner)) ?? refuse('cart_line_not_found')

const offerOf = async (tx: Writer, variantId: Id<'variant'>, locale: Locale) =>
  (await catalog.offersFor(tx, [variantId], locale)).get(variantId)

async function keep(tx: Writer, cart: Cart, fresh: Fresh): Promise<Cart> {
  await carts.saveLines(tx, cart, fresh.now)
  return cart
}
