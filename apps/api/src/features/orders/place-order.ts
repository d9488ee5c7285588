import type { Writer } from '@comptoir/db'
import * as catalog from '@comptoir/db/stores/catalog'
import * as orders from '@comptoir/db/stores/orders'
import type { ShopSettings } from '@comptoir/db/stores/settings'
import { type Id, refuse } from '@comptoir/domain'
import { type CartLine, quoteOf } from '@comptoir/domain/cart'
import {
  type Buyer,
  orderReference,
  placeOrder as decide,
  type PlacedOrder,
  type SeenQuote,
} from '@comptoir/domain/orders'
import type { Fresh } from '../../change.ts'
import { moveStock } from '../order-steps/order-stock.ts'
import { type By, recordStep } from '../order-steps/record-step.ts'

export interface Basket {
  cart: { id: Id<'cart'> | null; lines: readonly CartLine[] }
  seen: SeenQuote
  buyer: Buyer
  /** Opens the order to a guest; null for accounts. */
  accessTokenHash: string | null
  /** The offers of its lines, where this transaction has read them already. */
  goods?: Awaited<ReturnType<typeof catalog.goodsFor>>
}

/**
 * The one gate of placement, for carts and for orders in one request: today's offers, the quote, the order, its stock, in one
 * transaction. Refuses: terms_changed, cart_empty, cart_not_orderable, quote_changed, out_of_stock. RULES 4.8 to 4.14.
 */
export async function placeOrder(
  tx: Writer,
  { cart, seen, buyer, accessTokenHash, goods }: Basket,
  by: By,
  { fresh, settings }: { fresh: Fresh; settings: ShopSettings },
): Promise<PlacedOrder> {
  if (buyer.termsVersion !== settings.termsVersion) refuse('terms_changed', { current: settings.termsVersion })
  const ids = cart.lines.map((line) => line.variantId)
  const { offers, snapshots } = goods ?? (await catalog.goodsFor(tx, ids, buyer.locale))
  const order = decide(
    {
      cart,
      offers,
      quote: quoteOf({ lines: [...cart.lines] }, offers, settings),
      snapshots,
      deliveryNames: settings.delivery.names,
    },
    seen,
    buyer,
    {
      id: fresh.id('order'),
      lineIds: cart.lines.map(() => fresh.id('line')),
      reference: orderReference(fresh.random(8)),
      now: fresh.now,
      payBefore: new Date(fresh.now.getTime() + settings.payMinutes * 60_000),
    },
  )
  await orders.insertOrder(tx, order, accessTokenHash)
  await moveStock(tx, 'place', order, { by, fresh })
  await recordStep(tx, { before: null, after: order, kind: 'created' }, by, { fresh, settings })
  return order
}
