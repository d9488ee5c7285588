// A program of somebody else: all it knows of the shop is the package that it installed.
import {
  type CartView,
  createShopClient,
  type OrderView,
  problemOf,
  type ProductCardView,
  type Tokens,
} from '@comptoir/client'

const address = { name: 'Camille Roux', line1: '8 rue des Lilas', postcode: '69003', city: 'Lyon' }

/** What to tell a person whose order was refused. */
export function adviceFor(error: unknown): string {
  const problem = problemOf(error)
  switch (problem?.code) {
    case 'out_of_stock':
      return `Only ${problem.details.left.toFixed()} of ${problem.details.name} are left.`
    case 'quote_changed': {
      const { seenTotalCents, quote } = problem.details
      return `The total went from ${seenTotalCents} to ${quote.totalCents} ${quote.currency}.`
    }
    case 'cart_not_orderable':
      return problem.details.problems.map(({ name, reason }) => `${name}: ${reason}`).join(', ')
    case 'input_invalid':
      return problem.details.fields.map(({ path, message }) => `${path}: ${message}`).join(', ')
    case 'too_many_requests':
      return `Try again in ${problem.details.retryAfterSeconds} seconds.`
    case undefined:
      return 'The shop could not be reached.'
    default:
      return problem?.message ?? ''
  }
}

/** Buys one piece of the first product as a guest, with a card that is declined first, and follows the order until it is paid. */
export async function buySomething(url: string): Promise<string[]> {
  const told: string[] = []
  const tokens: Tokens = {}
  const shop = createShopClient({ url, tokens, locale: 'en' })

  const { items } = await shop.catalog.list.query({ sort: 'price_asc', limit: 5 })
  const product: ProductCardView | undefined = items[0]
  if (product === undefined) throw new Error('The shelves are empty.')
  const { variants } = await shop.catalog.get.query({ id: product.slug })
  const variantId = product.defaultVariantId ?? variants[0]?.id
  if (variantId === undefined) throw new Error('This product cannot be bought.')

  const cart: CartView = await shop.cart.add.mutate({ variantId, quantity: 1 })
  const seen = { hash: cart.quote.hash, totalCents: cart.quote.totalCents }
  const wish = { email: 'camille@email.test', address, termsVersion: cart.termsVersion }
  await shop.orders.checkout
    .mutate({ ...wish, quote: { ...seen, totalCents: seen.totalCents - 1 } })
    .catch((error: unknown) => told.push(adviceFor(error)))

  const { order, accessToken } = await shop.orders.checkout.mutate({ ...wish, quote: seen })
  const access = { id: order.id, ...(accessToken !== null && { accessToken }) }
  let started = () => {}
  const open = new Promise<void>((resolve) => (started = resolve))
  const paid = new Promise<void>((resolve, reject) => {
    const stream = shop.orders.onChange.subscribe(access, {
      onStarted: started,
      onData({ id: position, data }) {
        told.push(`${Number(position) > 0 ? 'live' : 'unplaced'}: ${data.kind}`)
        if (data.kind !== 'paid') return
        stream.unsubscribe()
        resolve()
      },
      onError: reject,
    })
  })
  await open

  for (const card of ['card_declined', 'card_success']) {
    const payment = await shop.orders.pay.mutate({ ...access, card })
    switch (payment.outcome) {
      case 'paid':
        told.push(`paid ${payment.order.totalCents} ${payment.order.currency}`)
        break
      case 'declined':
        told.push(`declined: ${payment.reason}`)
        break
      case 'action_required':
      case 'pending':
        told.push('not finished yet')
        break
      default:
        payment.outcome satisfies never
    }
  }
  await paid
  const kept: OrderView = await shop.orders.get.query(access)
  told.push(`order ${kept.status}`)
  return told
}
