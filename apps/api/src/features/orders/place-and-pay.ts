import type { Writer } from '@comptoir/db'
import * as catalog from '@comptoir/db/stores/catalog'
import { cartOfPieces } from '@comptoir/domain/orders'
import type { PlaceOrderInput } from '@comptoir/domain/orders/inputs'
import { takeStanding } from '../../services/take-standing.ts'
import type { Booking } from '../billing/book-capture.ts'
import { begin, type BegunPayment } from '../billing/pay-order.ts'
import { placeOrder } from './place-order.ts'
import { buyerOf, hashOf, type Shopper } from './shopper.ts'

/** Places an order without a cart and begins its payment, in one transaction. Refuses what `placeOrder` does, email_needed, sign_in_first. */
export async function placeAndPay(
  tx: Writer,
  who: Shopper,
  input: PlaceOrderInput,
  at: Booking & { token: string | null },
): Promise<BegunPayment> {
  if (who.user !== null) await takeStanding(tx, who.user.id)
  const buyer = buyerOf(who, input)
  const ids = input.lines.map((line) => line.variantId)
  const goods = await catalog.goodsFor(tx, ids, buyer.locale)
  const cart = cartOfPieces(input.lines, goods.offers, { lineIds: input.lines.map(() => at.fresh.id('line')) })
  const accessTokenHash = at.token === null ? null : hashOf(at.token)
  const seen = { hash: null, totalCents: input.expectedTotalCents }
  const order = await placeOrder(tx, { cart, seen, buyer, accessTokenHash, goods }, at.by, at)
  return begin(tx, order, input.card, at)
}
