import type { Reader } from '@comptoir/db'
import * as carts from '@comptoir/db/stores/carts'
import * as catalog from '@comptoir/db/stores/catalog'
import { listOrders } from '@comptoir/db/stores/order-lists'
import * as people from '@comptoir/db/stores/people'
import * as products from '@comptoir/db/stores/products'
import { readSettings } from '@comptoir/db/stores/settings'
import type { Id } from '@comptoir/domain'
import { type Cart, quoteOf } from '@comptoir/domain/cart'
import { availableOf } from '@comptoir/domain/catalog'
import { cartOfPieces, type WantedPieces } from '@comptoir/domain/orders'
import { freshFor } from '../change.ts'
import type { Services } from '../context.ts'
import { completePayment } from '../features/billing/complete-payment.ts'
import { addPieces } from '../features/cart/change-cart.ts'
import { deliverOrder, shipOrder } from '../features/orders/fulfil-order.ts'
import { placeAndPay } from '../features/orders/place-and-pay.ts'
import type { By } from '../features/order-steps/record-step.ts'

/** Products by slug, with how many: the first variant that has them. */
type Basket = readonly (readonly [slug: string, quantity: number])[]

const address = { line1: '8 rue des Lilas', line2: '', postcode: '69003', city: 'Lyon', country: 'FR', phone: '' }

async function piecesOf(db: Reader, basket: Basket): Promise<WantedPieces[]> {
  const pieces: WantedPieces[] = []
  for (const [slug, quantity] of basket) {
    const product = await products.findAtSlug(db, slug)
    const variants = product === undefined ? [] : await products.variantsOf(db, product.id)
    const variant = variants.find((one) => availableOf(one) >= quantity)
    if (variant === undefined) throw new Error(`the demo has no ${quantity} of ${slug}`)
    pieces.push({ variantId: variant.id, quantity })
  }
  return pieces
}

/** An order of a demo account by the same verbs as any other; nothing when the account has one already. */
export async function placeDemoOrder(
  services: Services,
  userId: Id<'user'> | undefined,
  basket: Basket,
  until: 'paid' | 'delivered',
): Promise<void> {
  const { db } = services
  const user = userId && (await people.find(db.read, userId))
  if (!user) throw new Error('the demo account is missing')
  const earlier = await listOrders(db.read, { userId: user.id }, { beforeId: null, limit: 1 })
  if (earlier.rows.length > 0) return
  const pieces = await piecesOf(db.read, basket)
  const settings = await readSettings(db.read)
  const offers = await catalog.offersFor(
    db.read,
    pieces.map((piece) => piece.variantId),
    user.locale,
  )
  const fresh = freshFor(services)
  const cart = cartOfPieces(pieces, offers, { lineIds: pieces.map(() => fresh.id('line')) })
  const { totalCents } = quoteOf(cart, offers, settings)
  const by: By = { actor: 'customer', actorId: user.id, requestId: 'demo' }
  const who = { user, cartToken: null, locale: user.locale }
  const wanted = {
    lines: pieces,
    expectedTotalCents: totalCents,
    termsVersion: settings.termsVersion,
    card: 'card_success',
  }
  const pending = await db.write((tx) => {
    fresh.rewind()
    const input = { ...wanted, address: { ...address, name: user.name } }
    return placeAndPay(tx, who, input, { by, fresh, settings, token: null })
  })
  await completePayment(services, pending, by, async () => null)
  if (until === 'delivered') await deliver(services, pending.orderId)
}

async function deliver(services: Services, id: Id<'order'>): Promise<void> {
  const settings = await readSettings(services.db.read)
  const by: By = { actor: 'system', actorId: null, requestId: 'demo' }
  const shipping = freshFor(services)
  await services.db.write((tx) => {
    shipping.rewind()
    return shipOrder(tx, { id, carrier: 'Colissimo' }, { by, fresh: shipping, settings })
  })
  const arrival = freshFor({ ...services, clock: () => new Date(services.clock().getTime() + 2 * 24 * 3600 * 1000) })
  await services.db.write((tx) => {
    arrival.rewind()
    return deliverOrder(tx, id, { by, fresh: arrival, settings })
  })
}

/** Puts things in an account's cart, when it is empty. */
export async function fillCart(services: Services, userId: Id<'user'> | undefined, basket: Basket): Promise<void> {
  if (userId === undefined) throw new Error('the demo account is missing')
  const pieces = await piecesOf(services.db.read, basket)
  const fresh = freshFor(services)
  await services.db.write(async (tx) => {
    fresh.rewind()
    const opened = await carts.takeOrOpen(tx, { userId }, { id: fresh.id('cart'), now: fresh.now })
    if (opened === undefined || opened.lines.length > 0) return
    let cart: Cart = opened
    for (const piece of pieces) cart = await addPieces(tx, cart, piece, { locale: 'fr', fresh })
  })
}
