import type { Reader } from '@comptoir/db'
import * as catalog from '@comptoir/db/stores/catalog'
import { readSettings, type ShopSettings } from '@comptoir/db/stores/settings'
import type { Id, Locale } from '@comptoir/domain'
import { type CartLine, quoteOf } from '@comptoir/domain/cart'
import type { PricedCart } from '@comptoir/domain/orders'

/** A cart with today's offers, its quote, what an order copies, and what a page shows. */
export interface CartAtHand extends Omit<PricedCart, 'deliveryNames'> {
  snapshots: ReadonlyMap<Id<'variant'>, catalog.VariantFace>
  settings: ShopSettings
  /** The delivery method's name in the shopper's language. */
  deliveryName: string
}

/** Prices a cart (or the lines of an order without one) at today's offers: what the page shows and the checkout places. */
export async function priceCart(
  db: Reader,
  cart: { id: Id<'cart'> | null; lines: readonly CartLine[] },
  locale: Locale,
): Promise<CartAtHand> {
  const settings = await readSettings(db)
  const variantIds = cart.lines.map((line) => line.variantId)
  const { offers, snapshots } = await catalog.goodsFor(db, variantIds, locale)
  return {
    cart,
    offers,
    snapshots,
    settings,
    quote: quoteOf({ lines: [...cart.lines] }, offers, settings),
    deliveryName: settings.delivery.names[locale],
  }
}
