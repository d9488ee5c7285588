// One process of shoppers: all fill their carts, wait for the word, and then order and pay at once. Started by a rig.
import type { Id } from '@comptoir/domain'
import { type Outcome, newKey, outcomeOf, visitor, withKey } from '../visitor.ts'

export interface Shopping {
  urls: readonly string[]
  variantId: Id<'variant'>
  buyers: number
  place: number
}
export interface Bought {
  /** Ids of orders that were answered. */
  orders: string[]
  paid: number
  refused: Record<string, number>
  lost: string[]
}

const address = { name: 'Camille Roux', line1: '8 rue des Lilas', postcode: '69003', city: 'Lyon' }

/** As a client does: what the shop was too busy for is asked again, with the same key. */
async function patiently<T>(ask: () => Promise<T>): Promise<Outcome<T>> {
  for (let tries = 1; ; tries++) {
    const outcome = await outcomeOf(ask())
    if (!('refused' in outcome) || outcome.refused !== 'shop_busy' || tries === 5) return outcome
  }
}

async function fillCart({ urls, variantId }: Shopping, place: number) {
  const visit = visitor(urls[place % urls.length] ?? '')
  const cart = await visit.shop.cart.add.mutate({ variantId, quantity: 1 }, withKey(newKey()))
  return { visit, cart, email: `buyer-${place}@email.test` }
}
type Filled = Awaited<ReturnType<typeof fillCart>>

async function buy({ visit: { shop }, cart, email }: Filled, bought: Bought): Promise<void> {
  const note = (outcome: { refused: string } | { lost: string }) => {
    if ('lost' in outcome) bought.lost.push(outcome.lost)
    else bought.refused[outcome.refused] = (bought.refused[outcome.refused] ?? 0) + 1
  }
  const quote = { hash: cart.quote.hash, totalCents: cart.quote.totalCents }
  const order = withKey(newKey())
  const placed = await patiently(() =>
    shop.orders.checkout.mutate({ email, address, quote, termsVersion: cart.termsVersion }, order),
  )
  if (!('answer' in placed)) return note(placed)
  const id = placed.answer.order.id as Id<'order'>
  bought.orders.push(id)
  const accessToken = placed.answer.accessToken ?? undefined
  const payment = withKey(newKey())
  const paid = await patiently(() => shop.orders.pay.mutate({ id, accessToken, card: 'card_success' }, payment))
  if (!('answer' in paid)) return note(paid)
  if (paid.answer.outcome === 'paid') bought.paid += 1
}

async function main(shopping: Shopping): Promise<void> {
  const places = Array.from({ length: shopping.buyers }, (_, i) => shopping.place * shopping.buyers + i)
  const filled = await Promise.all(places.map((place) => fillCart(shopping, place)))
  const word = new Promise((resolve) => process.once('message', resolve))
  process.send?.('ready')
  await word
  const bought: Bought = { orders: [], paid: 0, refused: {}, lost: [] }
  await Promise.all(filled.map((one) => buy(one, bought)))
  process.send?.(bought, () => process.disconnect())
}

const given = process.env['RIG_SHOPPING']
if (given !== undefined) await main(JSON.parse(given) as Shopping)
