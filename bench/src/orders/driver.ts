// Shoppers in a process of their own: bare sockets, so that they cost the machine little beside the shop that is measured.
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** One window of load: `shoppers` order one after the other until `orders` were placed or the time is over, in one request each or in three. */
export interface Load {
  port: number
  variantId: string
  /** What one piece costs with its delivery. */
  totalCents: number
  shoppers: number
  orders: number
  /** Infinity travels as null. */
  seconds: number | null
  requests: 1 | 3
}
/** What came of it: orders paid, those refused for want of stock, what else went wrong, and how long each took, in ms. */
export interface Driven {
  paid: number
  soldOut: number
  failed: string[]
  tookMs: number[]
}

/** A line to the shop: one request at a time. */
interface Line {
  post(path: string, body: string, headers: string): Promise<Answer>
}
interface Answer {
  head: string
  body: string
}

const address = { name: 'Anne Martin', line1: '1 rue du Marché', postcode: '75002', city: 'Paris' }
const buyer = { email: 'anne@email.test', address, termsVersion: '2026-11' }

async function openLine(port: number): Promise<Line> {
  const socket: Socket = connect({ port, host: '127.0.0.1', noDelay: true })
  await once(socket, 'connect')
  let waiting: { resolve(answer: Answer): void; reject(error: Error): void } | undefined
  let have = Buffer.alloc(0)
  const end = (error: Error) => waiting?.reject(error)
  socket.on('error', end)
  socket.on('close', () => end(new Error('the line was cut')))
  socket.on('data', (part) => {
    have = have.length === 0 ? part : Buffer.concat([have, part])
    const at = have.indexOf('\r\n\r\n')
    if (at < 0) return
    const head = have.toString('latin1', 0, at)
    const whole = at + 4 + Number(/content-length: (\d+)/i.exec(head)?.[1] ?? 0)
    if (have.length < whole) return
    const body = have.toString('utf8', at + 4, whole)
    have = have.subarray(whole)
    waiting?.resolve({ head, body })
  })
  return {
    post: (path, body, headers) =>
      new Promise((resolve, reject) => {
        waiting = { resolve, reject }
        socket.write(
          `POST /rpc/shop/${path} HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\ncontent-type: application/json\r\n` +
            `idempotency-key: ${randomBytes(18).toString('base64url')}\r\n${headers}` +
            `content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
        )
      }),
  }
}

/** The data of an answer, as far as the next call needs it; the code of its refusal is thrown. */
function dataOf({ body }: Answer) {
  const { result, error } = JSON.parse(body) as {
    result?: {
      data: {
        id: string
        quote: { hash: string; totalCents: number }
        order: { id: string }
        accessToken: string
        outcome: string
      }
    }
    error?: { message: string; data?: { problem?: { code: string } } }
  }
  if (result === undefined) throw new Error(error?.data?.problem?.code ?? error?.message ?? 'no answer')
  return result.data
}

async function place(line: Line, { variantId, totalCents }: Load): Promise<string> {
  const input = { ...buyer, lines: [{ variantId, quantity: 1 }], expectedTotalCents: totalCents, card: 'card_success' }
  const answer = await line.post('orders.place', JSON.stringify(input), 'cart-token: new\r\n')
  return answer.body.includes('"outcome":"paid"') ? 'paid' : dataOf(answer).outcome
}

async function addCheckoutPay(line: Line, { variantId }: Load): Promise<string> {
  const added = await line.post('cart.add', JSON.stringify({ variantId, quantity: 1 }), 'cart-token: new\r\n')
  const { id: cartId, quote } = dataOf(added)
  const cart = `cart-token: ${/cart-token: (\S+)/i.exec(added.head)?.[1] ?? ''}\r\n`
  const seen = { hash: quote.hash, totalCents: quote.totalCents }
  const placed = await line.post('orders.checkout', JSON.stringify({ ...buyer, cartId, quote: seen }), cart)
  const { order, accessToken } = dataOf(placed)
  const paying = JSON.stringify({ id: order.id, accessToken, card: 'card_success' })
  return dataOf(await line.post('orders.pay', paying, cart)).outcome
}

const lines = new Map<number, Line[]>()
async function linesTo(port: number, most: number): Promise<Line[]> {
  const known = lines.get(port) ?? []
  lines.set(port, known)
  while (known.length < most) known.push(await openLine(port))
  return known.slice(0, most)
}

async function drive(load: Load): Promise<Driven> {
  const driven: Driven = { paid: 0, soldOut: 0, failed: [], tookMs: [] }
  const order = load.requests === 1 ? place : addCheckoutPay
  let left = load.orders
  const end = load.seconds === null ? Infinity : performance.now() + load.seconds * 1000
  const shopper = async (line: Line) => {
    while (performance.now() < end && left-- > 0) {
      const from = performance.now()
      try {
        const outcome = await order(line, load)
        if (outcome === 'paid') driven.paid += 1
        else driven.failed.push(outcome)
      } catch (error) {
        const words = error instanceof Error ? error.message : String(error)
        if (words === 'cart_not_orderable' || words === 'out_of_stock') driven.soldOut += 1
        else driven.failed.push(words)
      }
      driven.tookMs.push(performance.now() - from)
    }
  }
  await Promise.all((await linesTo(load.port, load.shoppers)).map(shopper))
  return driven
}

// Whoever measures is gone: nobody would end this process.
process.on('disconnect', () => process.exit())
process.on('message', (load: Load) => {
  void drive(load).then(
    (driven) => process.send?.(driven),
    (error: unknown) => process.send?.({ paid: 0, soldOut: 0, failed: [String(error)], tookMs: [] }),
  )
})
