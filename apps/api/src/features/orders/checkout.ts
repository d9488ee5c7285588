import type { Writer } from '@comptoir/db'
import * as carts from '@comptoir/db/stores/carts'
import * as orders from '@comptoir/db/stores/orders'
import type { ShopSettings } from '@comptoir/db/stores/settings'
import { refuse } from '@comptoir/domain'
import type { Order } from '@comptoir/domain/orders'
import type { CheckoutInput } from '@comptoir/domain/orders/inputs'
import type { Fresh } from '../../change.ts'
import { placeOrder } from './place-order.ts'
import type { By } from '../order-steps/record-step.ts'
import { accessTokenOfCart, buyerOf, hashOf, ownerOfCart, type Shopper } from './shopper.ts'

/**
 * Makes an order of the caller's cart and closes it. A cart that is an order already gives that order: two taps, one order.
 * Refuses: cart_empty, email_needed, and what `placeOrder` refuses. RULES 4.14.
 */
export async function checkout(
  tx: Writer,
  who: Shopper,
  input: CheckoutInput,
  at: { by: By; fresh: Fresh; settings: ShopSettings },
): Promise<Order> {
  const owner = ownerOfCart(who)
  if (owner === null) refuse('cart_empty')
  const cart = await carts.takeOpen(tx, owner)
  const another = cart !== undefined && input.cartId !== undefined && input.cartId !== cart.id
  if (cart === undefined || another) return (await earlierOrder(tx, owner, input)) ?? refuse('cart_empty')
  const order = await placeOrder(
    tx,
    {
      cart,
      seen: input.quote,
      buyer: buyerOf(who, input),
      accessTokenHash: who.user === null && who.cartToken !== null ? hashOf(accessTokenOfCart(who.cartToken)) : null,
    },
    at.by,
    at,
  )
  await carts.close(tx, cart.id, order.id)
  return order
}

/** The order that the shown cart became already, for whoever owned the cart. */
async function earlierOrder(tx: Writer, owner: carts.CartOwner, { cartId }: CheckoutInput): Promise<Order | undefined> {
  if ('tokenHash' in owner) {
    const closed = await carts.findByToken(tx, owner.tokenHash)
    const meant = cartId === undefined || cartId === closed?.id
    return closed && meant ? orders.findOrderOfCart(tx, closed.id) : undefined
  }
  const order = cartId && (await orders.findOrderOfCart(tx, cartId))
  return order && order.userId === owner.userId ? order : undefined
}
