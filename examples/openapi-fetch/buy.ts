// Buys one piece of the first product on the shelf that can be had: `node buy.ts http://localhost:4000`.
import createClient from 'openapi-fetch'
import type { components, paths } from './shop.d.ts'

declare const process: { argv: string[]; stdout: { write(text: string): void } }

const shop = createClient<paths>({ baseUrl: process.argv[2] ?? 'http://localhost:4000' })

/** The answer, or an error that says what the shop said. */
function answered<T>({ data, error }: { data?: T; error?: components['schemas']['Problem'] }): T {
  if (data !== undefined) return data
  throw new Error(`${error?.code}: ${error?.detail} (request ${error?.requestId})`)
}

const email = `buyer-${crypto.randomUUID()}@email.test`
const account = await shop.POST('/api/auth/register', { body: { email, password: crypto.randomUUID() } })
shop.use({
  onRequest({ request }) {
    request.headers.set('authorization', `Bearer ${answered(account).token}`)
    // Drawn once for each call: sent again with the same key, nothing happens twice.
    if (request.method !== 'GET') request.headers.set('idempotency-key', crypto.randomUUID())
  },
})

const shelf = answered(await shop.GET('/api/catalog/products', { params: { query: { inStock: true, limit: 5 } } }))
const card = shelf.items[0]
if (card === undefined) throw new Error('the shelf is empty')
const product = answered(await shop.GET('/api/catalog/products/{id}', { params: { path: { id: card.id } } }))
const variant = product.variants.find(({ stock }) => stock !== 'out_of_stock')
if (variant === undefined) throw new Error(`${product.name} is sold out`)

const cart = answered(await shop.POST('/api/cart/add', { body: { variantId: variant.id } }))
const { order } = answered(
  await shop.POST('/api/orders/checkout', {
    body: {
      address: { name: 'Camille Roux', line1: '3 quai Rambaud', postcode: '69002', city: 'Lyon' },
      quote: { hash: cart.quote.hash, totalCents: cart.quote.totalCents },
      termsVersion: cart.termsVersion,
    },
  }),
)
const paid = answered(await shop.POST('/api/orders/pay', { body: { id: order.id, card: 'card_success' } }))
const { invoice } = answered(await shop.GET('/api/orders/{id}/invoice', { params: { path: { id: order.id } } }))
process.stdout.write(`${paid.order.reference} ${paid.order.status} ${paid.order.totalCents} ${invoice.number}\n`)
