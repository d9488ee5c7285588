import { expect, test } from 'vitest'
import { cookieName } from '../request-context.ts'
import { addProduct, anAddress, digestOf, orderPaid } from '../testing-orders.ts'
import { listen, publicOrigin, type TestServer } from '../testing-server.ts'
import { openTestShop, type TestShop } from '../testing.ts'
import { at, type Rest, restOf, textAt } from './testing-rest.ts'

const account = { email: 'camille@email.test', password: 'battery staple' }
const english = { 'accept-language': 'en' }

async function tokenOf(rest: Rest, shop: TestShop, email = 'alice@email.test') {
  const person = await shop.customer({ email })
  const signedIn = await rest('POST', '/api/auth/login', { body: { email, password: 'correct horse' } })
  return { ...person, token: textAt(signedIn.body, 'token') }
}
const cookieOf = ({ secret }: { secret: string }) => ({ cookie: `${cookieName('session', false)}=${secret}` })
const rpcGet = (server: TestServer, path: string, input: unknown) =>
  server.get(`/rpc/shop/${path}?input=${encodeURIComponent(JSON.stringify(input))}`)

test('an address is read as the fields mean it: numbers, yes and no, lists', async () => {
  await using shop = await openTestShop()
  await using server = await listen(shop)
  const rest = restOf(server)
  for (const priceCents of [500, 1500, 2500]) await addProduct(shop, { priceCents })
  const path = '/api/catalog/products?minCents=1000&maxCents=2000&inStock=true&limit=5&sort=price_asc'
  const { status, body } = await rest('GET', path, { headers: english })
  expect({ status, prices: at(body, 'items.0.priceCents'), length: at(body, 'items.length') }).toEqual({
    ...{ status: 200, prices: 1500, length: 1 },
  })
  const filtered = await rest('GET', '/api/catalog/products?options=taille:m&options=couleur:bleu')
  expect([filtered.status, at(filtered.body, 'items')]).toEqual([200, []])
  expect((await rest('GET', '/api/catalog/products?options=taille:m')).status).toBe(200)
})

test.each([
  ['limit=five', 'limit'],
  ['limit=5.5', 'limit'],
  ['limit=1e2', 'limit'],
  ['limit=%205', 'limit'],
  ['limit=99999999999999999999', 'limit'],
  ['limit=5&limit=6', 'limit'],
  ['inStock=yes', 'inStock'],
  ['inStock=1', 'inStock'],
  ['options=nonsense', 'options.0'],
  ['surprise=1', 'surprise'],
  ['__proto__=1', '__proto__'],
  ['sort=cheap', 'sort'],
])('an address with %s is refused, and the field named', async (query, field) => {
  await using shop = await openTestShop()
  await using server = await listen(shop)
  const { status, type, body } = await restOf(server)('GET', `/api/catalog/products?${query}`, { headers: english })
  expect([status, type]).toEqual([422, 'application/problem+json; charset=utf-8'])
  expect(body).toMatchObject({ code: 'input_invalid', status: 422, title: 'Unprocessable Entity' })
  expect(textAt(body, 'fields.0.path')).toBe(field)
})

test('a no is a problem document with a code, words in the caller’s language, the fields and the request’s id', async () => {
  await using shop = await openTestShop()
  await using server = await listen(shop)
  const rest = restOf(server)
  const wrong = { body: { email: 'nonsense', password: 'x', surprise: true } }
  const fr = await rest('POST', '/api/auth/register', wrong)
  const en = await rest('POST', '/api/auth/register', { ...wrong, headers: english })
  expect(fr.body).toMatchObject({ type: '/problems/input_invalid', title: 'Unprocessable Entity', status: 422 })
  expect(textAt(fr.body, 'detail')).toBe('3 champs sont à revoir.')
  expect(textAt(en.body, 'detail')).toBe('3 fields need another look.')
  const paths = at(en.body, 'fields') as { path: string }[]
  expect(paths.map(({ path }) => path)).toEqual(['email', 'password', 'surprise'])
  expect(textAt(en.body, 'requestId')).toBe(en.headers.get('x-request-id'))
  expect(en.headers.get('cache-control')).toBe('no-store')
  expect(server.logged.filter((line) => line['level'] === 50)).toEqual([])
})

test('each sort of no has its status: 401, 403, 404, 409, 422', async () => {
  await using shop = await openTestShop()
  await using server = await listen(shop)
  const rest = restOf(server)
  const bowl = await addProduct(shop)
  const { token } = await tokenOf(rest, shop)
  const bob = await shop.customer({ email: 'bob@email.test' })
  const theirs = await orderPaid(bob, bowl)
  const missing = `order_${'0'.repeat(26)}`
  const statusOf = async (work: ReturnType<Rest>) => {
    const { status, body } = await work
    return [status, textAt(body, 'code')]
  }
  expect(await statusOf(rest('GET', '/api/auth/profile'))).toEqual([401, 'sign_in_first'])
  expect(await statusOf(rest('GET', '/api/cart', { token: `tk_${'a'.repeat(32)}` }))).toEqual([401, 'session_ended'])
  const wrong = { ...account, password: 'not this one' }
  expect(await statusOf(rest('POST', '/api/auth/login', { body: wrong }))).toEqual([401, 'wrong_credentials'])
  expect(await statusOf(rest('GET', '/api/admin/orders', { token }))).toEqual([403, 'not_allowed'])
  expect(await statusOf(rest('GET', `/api/orders/${missing}`, { token }))).toEqual([404, 'order_not_found'])
  expect(await statusOf(rest('GET', `/api/orders/${theirs.id}`, { token }))).toEqual([404, 'order_not_found'])
  expect(await statusOf(rest('GET', '/api/orders/nonsense', { token }))).toEqual([422, 'input_invalid'])
  const cancel = { token, body: { id: theirs.id } }
  expect(await statusOf(rest('POST', '/api/orders/cancel', cancel))).toEqual([404, 'order_not_found'])
  await bob.shop.orders.get({ id: theirs.id })
  const tooMany = { token, body: { variantId: bowl.variantId, quantity: 99 } }
  expect(await statusOf(rest('POST', '/api/cart/add', tooMany))).toEqual([409, 'out_of_stock'])
})

test('too many tries answer 429 and say when to come back', async () => {
  await using shop = await openTestShop()
  await using server = await listen(shop)
  const rest = restOf(server)
  const lookUp = () =>
    rest('POST', '/api/orders/look-up', { body: { reference: 'C2222222', email: 'camille@email.test' } })
  for (let turn = 0; turn < 20; turn++) expect((await lookUp()).status).toBe(404)
  const { status, headers, body } = await lookUp()
  expect([status, textAt(body, 'code'), headers.get('retry-after')]).toEqual([429, 'too_many_requests', '900'])
})

test('an unknown path is 404, another method 405 with those that are known, anything but JSON 415, too much of it 413', async () => {
  await using shop = await openTestShop()
  await using server = await listen(shop)
  const rest = restOf(server)
  const codeOf = ({ status, body, type }: Awaited<ReturnType<Rest>>) => {
    expect(type).toMatch(/^application\/problem\+json/)
    return [status, textAt(body, 'code')]
  }
  expect(codeOf(await rest('GET', '/api/no/such/thing'))).toEqual([404, 'route_not_found'])
  expect(codeOf(await rest('GET', '/api'))).toEqual([404, 'route_not_found'])
  const other = await rest('DELETE', '/api/catalog/products')
  expect([...codeOf(other), other.headers.get('allow')]).toEqual([405, 'method_not_allowed', 'GET, HEAD, OPTIONS'])
  const checkout = await rest('GET', '/api/orders/checkout')
  expect([...codeOf(checkout), checkout.headers.get('allow')]).toEqual([405, 'method_not_allowed', 'POST, OPTIONS'])
  const asked = await fetch(`${server.url}/api/orders/checkout`, { method: 'OPTIONS' })
  expect([asked.status, asked.headers.get('allow')]).toEqual([204, 'POST, OPTIONS'])
  expect((await fetch(`${server.url}/api/no/such/thing`, { method: 'OPTIONS' })).status).toBe(404)
  const form = { headers: { 'content-type': 'application/x-www-form-urlencoded' } }
  for (const path of ['/api/cart/add', '/api/auth/login', '/api/admin/products'])
    expect(codeOf(await rest('POST', path, { ...form, body: { a: 1 } }))).toEqual([415, 'media_type_refused'])
  const large = { body: { subject: 'x'.repeat(300_000) } }
  expect(codeOf(await rest('POST', '/api/support/threads', large))).toEqual([413, 'body_too_large'])
  for (const body of ['{"a":', '{"__proto__":{"a":1}}', 'nonsense']) {
    const sent = await fetch(`${server.url}/api/cart/add`, {
      ...{ method: 'POST', headers: { 'content-type': 'application/json' }, body },
    })
    expect([sent.status, textAt(await sent.json(), 'code')]).toEqual([400, 'body_unreadable'])
  }
  expect(codeOf(await rest('POST', '/api/cart/add', { body: [1] }))).toEqual([422, 'input_invalid'])
})

test('a call that needs nothing takes an empty body, no body and {}', async () => {
  await using shop = await openTestShop()
  await using server = await listen(shop)
  const rest = restOf(server)
  const json = { 'content-type': 'application/json' }
  for (const said of [{}, { body: {} }, { headers: json }]) {
    const { token } = await tokenOf(rest, shop, `someone-${Math.random()}@email.test`.toLowerCase())
    expect((await rest('POST', '/api/auth/logout', { token, ...said })).status).toBe(204)
    expect((await rest('GET', '/api/auth/profile', { token })).status).toBe(401)
  }
  expect((await rest('POST', '/api/auth/logout', { body: { surprise: 1 } })).status).toBe(422)
})

test('a secret of an order stands in a header, never in an address', async () => {
  await using shop = await openTestShop()
  await using server = await listen(shop)
  const rest = restOf(server)
  const bowl = await addProduct(shop)
  const added = await rest('POST', '/api/cart/add', {
    ...{ headers: { 'cart-token': 'new' }, body: { variantId: bowl.variantId } },
  })
  const cart = { 'cart-token': added.headers.get('cart-token') ?? '' }
  expect(cart['cart-token']).not.toBe('')
  const quote = { hash: at(added.body, 'quote.hash'), totalCents: at(added.body, 'quote.totalCents') }
  const said = { email: account.email, address: anAddress, quote, termsVersion: at(added.body, 'termsVersion') }
  const placed = await rest('POST', '/api/orders/checkout', { headers: cart, body: said })
  expect(placed.status).toBe(201)
  const id = textAt(placed.body, 'order.id')
  const secret = textAt(placed.body, 'accessToken')
  expect((await rest('GET', `/api/orders/${id}`, { headers: { 'access-token': secret } })).status).toBe(200)
  const inAddress = await rest('GET', `/api/orders/${id}?accessToken=${secret}`)
  expect([inAddress.status, textAt(inAddress.body, 'fields.0.path')]).toEqual([422, 'accessToken'])
  expect((await rest('GET', `/api/orders/${id}`)).status).toBe(404)
})

test('a field has one place: not in the path and the body, not in the address of a change', async () => {
  await using shop = await openTestShop()
  await using server = await listen(shop)
  const rest = restOf(server)
  const bowl = await addProduct(shop)
  const { token } = await tokenOf(rest, shop)
  const added = await rest('POST', '/api/cart/add', { token, body: { variantId: bowl.variantId } })
  const line = textAt(added.body, 'lines.0.id')
  const before = await digestOf(shop)
  const twice = await rest('PUT', `/api/cart/lines/${line}`, { token, body: { lineId: line, quantity: 2 } })
  expect([twice.status, textAt(twice.body, 'fields.0.path')]).toEqual([422, 'lineId'])
  const address = await rest('PUT', `/api/cart/lines/${line}?quantity=2`, { token, body: {} })
  expect([address.status, textAt(address.body, 'fields.0.path')]).toEqual([422, 'quantity'])
  const body = await rest('DELETE', `/api/cart/lines/${line}`, { token, body: { lineId: line } })
  expect([body.status, textAt(body.body, 'fields.0.path')]).toEqual([422, 'lineId'])
  expect(await digestOf(shop)).toEqual(before)
  expect(at((await rest('PUT', `/api/cart/lines/${line}`, { token, body: { quantity: 2 } })).body, 'count')).toBe(2)
  expect(at((await rest('DELETE', `/api/cart/lines/${line}`, { token })).body, 'count')).toBe(0)
})

test('a cookie opens the same doors, and only from the shop’s own pages', async () => {
  await using shop = await openTestShop()
  await using server = await listen(shop)
  const rest = restOf(server)
  const cookie = cookieOf(await shop.customer())
  expect((await rest('GET', '/api/auth/profile', { headers: cookie })).status).toBe(200)
  const change = (headers: Record<string, string>) =>
    rest('PUT', '/api/auth/profile', { headers: { ...cookie, ...headers }, body: { name: 'Camille' } })
  const before = await digestOf(shop)
  for (const headers of [{ origin: 'https://evil.test' }, { origin: 'null' }, { 'sec-fetch-site': 'cross-site' }]) {
    const { status, type, body } = await change(headers)
    expect([status, textAt(body, 'code')]).toEqual([403, 'origin_refused'])
    expect(type).toMatch(/^application\/problem\+json/)
  }
  const bare = await rest('POST', '/api/auth/logout', { headers: cookie })
  expect([bare.status, textAt(bare.body, 'code')]).toEqual([415, 'media_type_refused'])
  expect(await digestOf(shop)).toEqual(before)
  expect((await rest('GET', '/api/auth/profile', { headers: cookie })).status).toBe(200)
  expect((await change({ origin: publicOrigin })).status).toBe(200)
  const asked = await rest('POST', '/api/auth/login', {
    ...{ body: { email: 'alice@email.test', password: 'x', session: 'cookie' } },
  })
  expect(asked.status).toBe(401)
})

test('the same key is one effect, over REST and over tRPC', async () => {
  await using shop = await openTestShop()
  await using server = await listen(shop)
  const rest = restOf(server)
  const bowl = await addProduct(shop)
  const { token } = await tokenOf(rest, shop)
  const headers = { 'idempotency-key': '9f1c2b7e-5d3a-4c8e-b6f0-1d2e3f4a5b6c' }
  const input = { variantId: bowl.variantId, quantity: 2 }
  const first = await rest('POST', '/api/cart/add', { token, headers, body: input })
  const again = await rest('POST', '/api/cart/add', { token, headers, body: input })
  const rpc = await server.post('/rpc/shop/cart.add', input, { ...headers, authorization: `Bearer ${token}` })
  expect([at(first.body, 'count'), again.body, at(await rpc.json(), 'result.data')]).toEqual([
    2,
    first.body,
    first.body,
  ])
  const other = await rest('POST', '/api/cart/add', { token, headers, body: { ...input, quantity: 3 } })
  expect([other.status, textAt(other.body, 'code')]).toEqual([409, 'request_reused'])
})

test('an error on our side tells nothing of our insides and is in the log under its id', async () => {
  await using shop = await openTestShop()
  const fail = () => {
    throw new Error('no such column: pin in "select pin from users" at /var/lib/comptoir/shop.db')
  }
  const read = { ...shop.db.read, select: fail, selectDistinct: fail }
  await using server = await listen(shop, { instead: { db: { ...shop.db, read, write: fail } } })
  const rest = restOf(server)
  for (const [method, path] of [
    ['GET', '/api/catalog/products'],
    ['POST', '/api/auth/register'],
  ] as const) {
    const { status, body, headers } = await rest(method, path, method === 'POST' ? { body: account } : {})
    expect([status, textAt(body, 'code')]).toEqual([500, 'unexpected'])
    expect(JSON.stringify(body)).not.toMatch(/pin|sqlite|\/var|select/i)
    const logged = server.logged.filter((line) => line['requestId'] === headers.get('x-request-id'))
    expect(logged.map((line) => line['msg'])).toEqual(['unexpected error'])
  }
})

test('after a thousand REST calls tRPC takes what it took before, and nothing else', async () => {
  await using shop = await openTestShop()
  await using server = await listen(shop)
  const rest = restOf(server)
  const bowl = await addProduct(shop)
  const lookalikes = [
    ['catalog.list', { limit: '5' }],
    ['catalog.list', { inStock: 'true' }],
    ['catalog.list', { options: 'taille:m' }],
    ['catalog.list', { limit: true }],
  ] as const
  const asks = async () => {
    const answers = []
    for (const [path, input] of lookalikes) answers.push((await rpcGet(server, path, input)).status)
    const adds = [{ quantity: '5' }, { quantity: true }, { quantity: null }, { surprise: 1 }]
    for (const wrong of adds)
      answers.push((await server.post('/rpc/shop/cart.add', { variantId: bowl.variantId, ...wrong })).status)
    answers.push((await rpcGet(server, 'catalog.list', { limit: 5, inStock: true })).status)
    return answers
  }
  const before = await asks()
  expect(before).toEqual([400, 400, 400, 400, 400, 400, 400, 400, 200])
  for (let turn = 0; turn < 1000; turn += 4)
    await Promise.all([
      rest('GET', `/api/catalog/products?limit=${1 + (turn % 20)}&inStock=true&options=taille:m`),
      rest('GET', '/api/catalog/products?limit=five&inStock=1'),
      rest('POST', '/api/cart/add', { body: { variantId: bowl.variantId, quantity: '5' } }),
      rest('GET', `/api/catalog/products/${bowl.slug}`),
    ])
  expect(await asks()).toEqual(before)
})
