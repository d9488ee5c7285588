import { randomBytes } from 'node:crypto'
import { Agent, request } from 'node:http'
import { parentPort } from 'node:worker_threads'

/** One window of load: `shoppers` order one after the other until `orders` were placed, in one request each or in three. */
export interface Load {
  url: string
  variantId: string
  shoppers: number
  orders: number
  requests: 1 | 3
}
/** What came of it: orders paid, those refused for want of stock, everything else, and how long each took, in ms. */
export interface Driven {
  paid: number
  soldOut: number
  failed: string[]
  tookMs: number[]
}

/** The parts of the answers that the next call needs. */
type Answer = {
  id: string
  quote: { hash: string; totalCents: number }
  order: { id: string }
  accessToken: string
  outcome: string
}
type Body = { result?: { data: Answer }; error?: { message: string; data: { problem: { code: string } } } }
const agent = new Agent({ keepAlive: true, maxSockets: 512 })
const address = { name: 'Anne Martin', line1: '1 rue du Marché', postcode: '75002', city: 'Paris' }

function call(url: string, path: string, input: unknown, cartToken = 'new'): Promise<{ body: Body; token: string }> {
  const headers = {
    ...{ 'content-type': 'application/json', 'cart-token': cartToken },
    'idempotency-key': randomBytes(18).toString('base64url'),
  }
  return new Promise((resolve, reject) => {
    const asked = request(`${url}/rpc/shop/${path}`, { method: 'POST', agent, headers }, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (part: string) => (text += part))
      answer.on('end', () =>
        resolve({ body: JSON.parse(text) as Body, token: String(answer.headers['cart-token'] ?? cartToken) }),
      )
    })
    asked.on('error', reject).end(JSON.stringify(input))
  })
}

/** The data of an answer; the code of its refusal is thrown. */
function dataOf({ error, result }: Body): Answer {
  if (result === undefined) throw new Error(error?.data?.problem?.code ?? error?.message ?? 'no answer')
  return result.data
}

const buyer = { email: 'anne@email.test', address, termsVersion: '2026-11' }

async function place({ url, variantId }: Load): Promise<unknown> {
  const input = { ...buyer, lines: [{ variantId, quantity: 1 }], expectedTotalCents: 1690, card: 'card_success' }
  return dataOf((await call(url, 'orders.place', input)).body).outcome
}

async function addCheckoutPay({ url, variantId }: Load): Promise<unknown> {
  const { body, token } = await call(url, 'cart.add', { variantId, quantity: 1 })
  const { id: cartId, quote } = dataOf(body)
  const seen = { hash: quote.hash, totalCents: quote.totalCents }
  const placed = await call(url, 'orders.checkout', { ...buyer, cartId, quote: seen }, token)
  const { order, accessToken } = dataOf(placed.body)
  return dataOf((await call(url, 'orders.pay', { id: order.id, accessToken, card: 'card_success' }, token)).body)
    .outcome
}

async function drive(load: Load): Promise<Driven> {
  const driven: Driven = { paid: 0, soldOut: 0, failed: [], tookMs: [] }
  const order = load.requests === 1 ? place : addCheckoutPay
  let left = load.orders
  const shopper = async () => {
    while (left-- > 0) {
      const from = performance.now()
      try {
        const outcome = await order(load)
        if (outcome === 'paid') driven.paid += 1
        else driven.failed.push(String(outcome))
      } catch (error) {
        const words = error instanceof Error ? error.message : String(error)
        if (words === 'cart_not_orderable' || words === 'out_of_stock') driven.soldOut += 1
        else driven.failed.push(words)
      }
      driven.tookMs.push(performance.now() - from)
    }
  }
  await Promise.all(Array.from({ length: load.shoppers }, shopper))
  return driven
}

parentPort?.on('message', (load: Load) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
  void drive(load).then((driven) => parentPort?.postMessage(driven))
})
