import { randomInt } from 'node:crypto'
import type { Request } from 'autocannon'
import Sqlite from 'better-sqlite3'
import { type Question, questions } from './bare/by-hand.ts'
import type { Load } from './measure/load.ts'
import { coldOf, pick, query, readOne, readPaths, readShelf } from './reads.ts'

/** A case by name; `bare` names the question that the bare server answers too. */
export interface Case {
  name: string
  title: string
  load: Load
  bare?: Question
}

const json = { 'content-type': 'application/json' }

/** A browser's session: calls with a token are counted and limited, those of a page are not. */
export async function cookieOf(url: string, email: string, password: string): Promise<string> {
  const body = JSON.stringify({ email, password })
  const answer = await fetch(`${url}/rpc/shop/auth.login`, { method: 'POST', headers: json, body })
  await answer.arrayBuffer()
  return answer.headers
    .getSetCookie()
    .map((one) => one.split(';')[0] ?? '')
    .join('; ')
}

export async function login(url: string, email: string, password: string): Promise<string> {
  const body = JSON.stringify({ email, password, session: 'token' })
  const answer = await fetch(`${url}/rpc/admin/auth.login`, { method: 'POST', headers: json, body })
  const { result } = (await answer.json()) as { result?: { data: { token: string } } }
  if (result === undefined) throw new Error(`${email} could not sign in`)
  return result.data.token
}

/** What the accounts that sign in are called, how many there are, and what they all say: more than the limits of one account allow. */
const signingIn = { emailOf: (n: number) => `signing-in-${n}@email.test`, count: 2000, password: 'password123' }

/** Accounts like Alice's, made before the shop opens its file: nobody may try more often than thirty times a minute to sign in as one person. */
export function addAccounts(file: string): void {
  const db = new Sqlite(file)
  const alice = db.prepare<[], Record<string, unknown>>(`select * from users where email = 'alice@email.test'`).get()
  if (alice === undefined) throw new Error('the example shop has no Alice')
  const names = Object.keys(alice)
  const add = db.prepare(
    `insert into users (${names.join(', ')}) values (${names.map((name) => `@${name}`).join(', ')})`,
  )
  db.transaction(() => {
    for (let n = 0; n < signingIn.count; n++)
      add.run({ ...alice, id: `user_bench${String(n).padStart(21, '0')}`, email: signingIn.emailOf(n) })
  })()
  db.close()
}

/** Every case against a shop that runs at `url` on a copy of the seeded `file`; `staffToken` is that of a colleague. */
export async function casesOf(url: string, file: string, staffToken: string): Promise<Case[]> {
  const shelf = readShelf(file)
  const customer = { cookie: await cookieOf(url, 'alice@email.test', 'password123') }
  const staff = { authorization: `Bearer ${staffToken}` }
  const cold = coldOf(shelf)
  const each = (make: () => Partial<Request>): Request[] => [
    { method: 'GET', setupRequest: (asked) => ({ ...asked, ...make() }) },
  ]
  const reads: Case[] = questions.map((name) => ({
    ...{ name, title: `${name}, the same again` },
    ...{ load: { requests: readOne(readPaths[name]), connections: 16 }, bare: name },
  }))
  const address = { name: 'Camille Roux', line1: '8 rue des Lilas', postcode: '69003', city: 'Lyon' }
  const email = 'camille@email.test'
  const terms = await termsOf(url)
  return [
    ...reads,
    {
      ...{ name: 'list-cold', title: 'list, another page each time', bare: 'list' },
      load: { requests: each(() => ({ path: cold.list() })), connections: 16 },
    },
    {
      ...{ name: 'product-cold', title: 'product, another one each time', bare: 'product' },
      load: { requests: each(() => ({ path: cold.product() })), connections: 16 },
    },
    {
      ...{ name: 'search-cold', title: 'search, other words each time', bare: 'search' },
      load: { requests: each(() => ({ path: cold.search() })), connections: 16 },
    },
    {
      name: 'session',
      title: 'session check',
      load: { requests: readOne('/rpc/shop/auth.me', customer), connections: 16 },
    },
    {
      ...{ name: 'cart-add', title: 'add to cart, a blank shopper' },
      load: { requests: [addToCart(() => pick(shelf.variants))], connections: 8 },
    },
    {
      ...{ name: 'order', title: 'whole order in three requests' },
      load: { requests: orderSteps(() => pick(shelf.variants), { address, email, terms }), connections: 8 },
    },
    {
      ...{ name: 'admin-orders', title: 'orders for staff, filtered' },
      load: {
        requests: each(() => ({
          headers: staff,
          path: query('admin/orders.list', {
            limit: 50,
            ...pick([
              { status: 'paid' },
              { delivery: 'delivered' },
              { email: 'bob@email.test' },
              { payment: 'paid', placement: 'created' },
            ]),
          }),
        })),
        connections: 8,
      },
    },
    {
      ...{ name: 'stats', title: 'figures of a month' },
      load: { requests: readOne(query('admin/stats.overview', {}), staff), connections: 8 },
    },
    {
      ...{ name: 'login', title: 'login' },
      load: {
        requests: each(() => {
          const email = signingIn.emailOf(randomInt(signingIn.count))
          // Each from a household of its own, as the shop's proxy would tell.
          const from = { 'x-forwarded-for': `10.${randomInt(256)}.${randomInt(256)}.${randomInt(256)}` }
          return post('auth.login', { email, password: signingIn.password, session: 'token' }, from)
        }),
        connections: 4,
      },
    },
  ]
}

async function termsOf(url: string): Promise<string> {
  const answer = await fetch(`${url}/rpc/shop/cart.get`)
  const { result } = (await answer.json()) as { result: { data: { termsVersion: string } } }
  return result.data.termsVersion
}

const post = (name: string, body: unknown, headers: Record<string, string>): Partial<Request> => ({
  ...{ method: 'POST', path: `/rpc/shop/${name}`, body: JSON.stringify(body) },
  headers: { ...json, ...headers },
})

const addToCart = (variant: () => string): Request => ({
  method: 'POST',
  setupRequest: (asked) => ({
    ...asked,
    ...post('cart.add', { variantId: variant(), quantity: 1 }, { 'cart-token': 'new' }),
  }),
})

/** A blank shopper to paid: add, checkout, pay; the cart's token and the order's stay with the shopper. */
function orderSteps(
  variant: () => string,
  { address, email, terms }: { address: object; email: string; terms: string },
): Request[] {
  type Held = { token?: string; quote?: unknown; id?: string; accessToken?: string }
  const heldOf = (context: object): Held => context
  const dataOf = (body: string) => (JSON.parse(body) as { result?: { data: never } }).result?.data
  return [
    {
      ...addToCart(variant),
      onResponse: (status, body, context, headers) => {
        const cart = dataOf(body) as { quote: { hash: string; totalCents: number } } | undefined
        if (status !== 200 || cart === undefined) return
        const { hash, totalCents } = cart.quote
        Object.assign(heldOf(context), {
          token: String((headers as Record<string, string>)['cart-token']),
          quote: { hash, totalCents },
        })
      },
    },
    {
      method: 'POST',
      setupRequest: (asked, context) => {
        const { token = '', quote } = heldOf(context)
        return {
          ...asked,
          ...post('orders.checkout', { email, address, quote, termsVersion: terms }, { 'cart-token': token }),
        }
      },
      onResponse: (_status, body, context) => {
        const placed = dataOf(body) as { order: { id: string }; accessToken: string } | undefined
        Object.assign(heldOf(context), { id: placed?.order.id, accessToken: placed?.accessToken })
      },
    },
    {
      method: 'POST',
      setupRequest: (asked, context) => {
        const { token = '', id, accessToken } = heldOf(context)
        return { ...asked, ...post('orders.pay', { id, accessToken, card: 'card_success' }, { 'cart-token': token }) }
      },
    },
  ]
}
