import { request as send } from 'node:http'
import { expect, test } from 'vitest'
import { freshFor } from './change.ts'
import { addProduct, anAddress, checkoutOf } from './testing-orders.ts'
import { listen } from './testing-server.ts'
import { openTestShop } from './testing.ts'

type Asked = {
  method?: string
  path: string
  headers?: Record<string, string>
  body?: string | Buffer
}
// Ids count the changes of one millisecond: an earlier instant in between makes both shops count from the beginning.
const countAnew = () => void freshFor({ clock: () => new Date(0), random: (bytes) => new Uint8Array(bytes) })

/** Two shops that are alike to the last id: one on tRPC's own adapter, one on ours. */
async function twins() {
  const one = async (wire: 'stock' | 'lean') => {
    countAnew()
    const shop = await openTestShop()
    const server = await listen(shop, { options: { wire, corsOrigins: ['https://app.test'] } })
    const product = await addProduct(shop, { slug: 'bol', stock: 40 })
    const customer = await shop.customer({ email: 'alice@email.test' })
    const admin = await shop.staff('admin', { email: 'camille@email.test' })
    return { shop, server, product, customer, admin }
  }
  const [stock, lean] = [await one('stock'), await one('lean')]
  return {
    ...{ stock, lean },
    async [Symbol.asyncDispose]() {
      for (const { server, shop } of [stock, lean]) {
        await server[Symbol.asyncDispose]()
        await shop[Symbol.asyncDispose]()
      }
    },
  }
}

/** A request as it is written, nothing put right on the way. */
const ask = (url: string, { method = 'GET', path, headers = {}, body }: Asked) =>
  new Promise<{ status: number; headers: Record<string, unknown>; body: string }>((resolve, reject) => {
    const asked = send(url, { method, path, headers: { ...headers, connection: 'close' }, agent: false }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('error', reject)
      answer.on('end', () => {
        const {
          date: _,
          'x-request-id': id,
          'content-length': length,
          'transfer-encoding': coding,
          ...rest
        } = answer.headers
        const text = Buffer.concat(chunks).toString()
        // How the bytes are framed and what a request is called differ; what is in them does not.
        void [length, coding]
        const named = typeof id === 'string' ? text.replaceAll(id, 'the request') : text
        resolve({ status: answer.statusCode ?? 0, headers: rest, body: named })
      })
    })
    asked.on('error', reject)
    asked.end(body)
  })

const json = { 'content-type': 'application/json' }
const input = (value: unknown) => encodeURIComponent(JSON.stringify(value))
const get = (path: string, value?: unknown, headers: Record<string, string> = {}): Asked => ({
  path: `/rpc/${path}${value === undefined ? '' : `?input=${input(value)}`}`,
  headers,
})
const batch = (paths: string, value: unknown, headers: Record<string, string> = {}): Asked => ({
  path: `/rpc/${paths}?batch=1&input=${input(value)}`,
  headers,
})
const post = (path: string, value: unknown, headers: Record<string, string> = {}): Asked => ({
  ...{ method: 'POST', path: `/rpc/${path}`, headers: { ...json, ...headers } },
  body: typeof value === 'string' || Buffer.isBuffer(value) ? value : JSON.stringify(value),
})

const key = (letter: string) => letter.repeat(24)

/** Everything that a client may send, and what none should. */
const usual: [string, Asked][] = [
  ['a list', get('shop/catalog.list', {})],
  ['a list in English', get('shop/catalog.list', { search: 'bol' }, { 'accept-language': 'en' })],
  ['a list without an input', get('shop/catalog.list')],
  ['an empty input', { path: '/rpc/shop/catalog.list?input=' }],
  ['a product', get('shop/catalog.get', { id: 'bol' })],
  ['a product that is not there', get('shop/catalog.get', { id: 'vase' })],
  ['who nobody is', get('shop/auth.me')],
  ['a field too many', get('shop/catalog.list', { surprise: 1 })],
  ['a wrong type', get('shop/catalog.list', { limit: 'many' })],
  ['null as an input', get('shop/catalog.list', null)],
  ['a list as an input', get('shop/catalog.list', [])],
  ['nonsense as an input', { path: '/rpc/shop/catalog.list?input=nonsense' }],
  ['half an input', { path: '/rpc/shop/catalog.list?input=%7B%22search' }],
  ['an input that is not UTF-8', { path: '/rpc/shop/catalog.list?input=%7B%22search%22%3A%22%E9%22%7D' }],
  ['a plus for a space', { path: '/rpc/shop/catalog.list?input=%7B%22search%22%3A%22bol+bleu%22%7D' }],
  ['two inputs', { path: '/rpc/shop/catalog.list?input=%7B%7D&input=nonsense' }],
  ['what only accounts may', get('shop/orders.list', {})],
  ['what only staff may', get('admin/orders.list', {})],
  ['a batch', batch('shop/catalog.list,catalog.get,auth.me', { 0: {}, 1: { id: 'bol' } })],
  ['a batch of one', batch('shop/catalog.list', { 0: {} })],
  ['a batch of good and bad', batch('shop/catalog.list,catalog.get,orders.list', { 0: {}, 1: { id: 'vase' }, 2: {} })],
  ['a batch of bad alone', batch('shop/catalog.get,catalog.get', { 0: { id: 'vase' }, 1: { id: 'vase' } })],
  ['a batch without inputs', { path: '/rpc/shop/auth.me,catalog.list?batch=1' }],
  ['a batch whose input is a list', batch('shop/catalog.list,auth.me', [{}])],
  ['a batch whose input is nonsense', { path: '/rpc/shop/catalog.list,auth.me?batch=1&input=nonsense' }],
  ['a batch with a hole', batch('shop/catalog.list,catalog.list', { 1: { search: 'bol' } })],
  ['a batch that is not called one', get('shop/catalog.list,auth.me', { 0: {} })],
  ['a batch with inherited names', batch('shop/catalog.list,auth.me', { constructor: 1, 0: { __proto__: null } })],
  ['an empty path in a batch', batch('shop/catalog.list,', { 0: {} })],
  ['too large a batch', batch(`shop/${'auth.me,'.repeat(10)}auth.me`, {})],
  ['a batch with a stranger', batch('shop/catalog.list,no.such', { 0: {} })],
  ['a batch of a change and a question', batch('shop/cart.clear,auth.me', {})],
  ['a path that is not there', get('shop/no.such')],
  ['a path of another face', get('admin/catalog.list', {})],
  ['the name of a property', get('shop/__proto__')],
  ['an escaped comma', { path: '/rpc/shop/catalog.list%2Cauth.me?batch=1&input=%7B%7D' }],
  ['a path escaped twice', { path: '/rpc/shop/catalog%252Elist?input=%7B%7D' }],
  ['a path that does not decode', { path: '/rpc/shop/catalog.list%25?input=%7B%7D' }],
  ['connection parameters', { path: '/rpc/shop/auth.me?connectionParams=1' }],
  [
    'a question as a stream of lines',
    { ...batch('shop/catalog.list', { 0: {} }), headers: { accept: 'application/jsonl' } },
  ],
  ['the same by tRPC’s own header', { ...batch('shop/auth.me', {}), headers: { 'trpc-accept': 'application/jsonl' } }],
  ['a change by GET', get('shop/cart.clear', {})],
  ['a question by POST', post('shop/catalog.list', {})],
  ['a head', { method: 'HEAD', path: '/rpc/shop/catalog.list' }],
  ['options', { method: 'OPTIONS', path: '/rpc/shop/catalog.list' }],
  [
    'what a browser asks before',
    {
      method: 'OPTIONS',
      path: '/rpc/shop/cart.add',
      headers: { origin: 'https://app.test', 'access-control-request-method': 'POST' },
    },
  ],
  ['another site’s question', get('shop/catalog.list', {}, { origin: 'https://app.test' })],
  ['a stranger’s question', get('shop/catalog.list', {}, { origin: 'https://evil.test' })],
  ['a stranger’s change', post('shop/cart.clear', {}, { origin: 'https://evil.test' })],
  ['PUT', { ...post('shop/cart.clear', {}), method: 'PUT' }],
  ['DELETE', { method: 'DELETE', path: '/rpc/shop/cart.clear' }],
  ['PATCH', { ...post('shop/cart.clear', {}), method: 'PATCH' }],
  ['a question with a type', get('shop/auth.me', undefined, json)],
  ['a question with an odd type', get('shop/auth.me', undefined, { 'content-type': 'text/plain' })],
  ['a question that says it is a form', get('shop/auth.me', undefined, { 'content-type': 'multipart/form-data' })],
  ['a question that says it is bytes', get('shop/auth.me', undefined, { 'content-type': 'application/octet-stream' })],
  ['a host that is none', get('shop/auth.me', undefined, { host: '999.999.999.999' })],
  ['a change in text', { ...post('shop/cart.clear', {}), headers: { 'content-type': 'text/plain' } }],
  [
    'a change in a form',
    { ...post('shop/cart.clear', {}), headers: { 'content-type': 'multipart/form-data; boundary=x' } },
  ],
  ['a change in bytes', { ...post('shop/cart.clear', {}), headers: { 'content-type': 'application/octet-stream' } }],
  ['a change without a type', { ...post('shop/cart.clear', {}), headers: {} }],
  ['a change in capitals', { ...post('shop/cart.clear', {}), headers: { 'content-type': 'Application/JSON' } }],
  [
    'a change in JSON with a charset',
    post('shop/cart.clear', {}, { 'content-type': 'application/json; charset=utf-8' }),
  ],
  ['a change without a body', { method: 'POST', path: '/rpc/shop/cart.clear', headers: json }],
  ['a change with an empty body', post('shop/cart.clear', '')],
  ['a change with half a body', post('shop/cart.clear', '{"variantId":')],
  ['a change with null', post('shop/cart.clear', 'null')],
  ['a change with a byte order mark', post('shop/cart.clear', '\uFEFF{}')],
  ['a change that is not UTF-8', post('shop/auth.login', Buffer.from([0x7b, 0x22, 0xe9, 0x22, 0x3a, 0x31, 0x7d]))],
  ['a change with a body too large', post('shop/cart.clear', `"${'x'.repeat(300 * 1024)}"`)],
  ['a change with a wrong input', post('shop/cart.add', { variantId: 'variant', quantity: 0 })],
  ['a wrong key', post('shop/cart.clear', {}, { 'idempotency-key': 'short' })],
  [
    'a batch of changes',
    post('shop/cart.clear,cart.clear?batch=1', { 0: {}, 1: {} }, { 'idempotency-key': `${key('a')},${key('b')}` }),
  ],
  ['an ended session’s question', get('shop/auth.me', undefined, { authorization: `Bearer tk_${'a'.repeat(32)}` })],
  ['an ended session’s list', get('shop/catalog.list', {}, { authorization: `Bearer tk_${'a'.repeat(32)}` })],
  ['a wrong password', post('shop/auth.login', { email: 'alice@email.test', password: 'not this one' })],
]

test('our adapter answers every request with the status, headers and bytes of tRPC’s own', async () => {
  await using both = await twins()
  for (const [what, asked] of usual) {
    const [wanted, got] = [await ask(both.stock.server.url, asked), await ask(both.lean.server.url, asked)]
    expect.soft(got, what).toEqual(wanted)
  }
})

test('a whole purchase goes the same way through both, cookies, keys and all', async () => {
  await using both = await twins()
  const buy = async ({ server: { url }, product }: (typeof both)['lean']) => {
    countAnew()
    const said: unknown[] = []
    const tell = async (asked: Asked) => {
      const answer = await ask(url, asked)
      said.push(answer)
      return answer
    }
    const dataOf = (answer: { body: string }) => (JSON.parse(answer.body) as { result: { data: never } }).result.data
    const added = await tell(
      post('shop/cart.add', { variantId: product.variantId, quantity: 2 }, { 'idempotency-key': key('c') }),
    )
    const cookies = [added.headers['set-cookie']].flat().map((one) => String(one).split(';')[0])
    const cookie = { cookie: cookies.join('; ') }
    await tell(post('shop/cart.add', { variantId: product.variantId, quantity: 2 }, { 'idempotency-key': key('c') }))
    await tell(post('shop/cart.add', { variantId: product.variantId, quantity: 3 }, { 'idempotency-key': key('c') }))
    await tell(get('shop/cart.get', {}, cookie))
    const placed = await tell(
      post('shop/orders.checkout', checkoutOf(dataOf(added)), { ...cookie, 'idempotency-key': key('d') }),
    )
    const { order, accessToken } = dataOf(placed) as { order: { id: string }; accessToken: string }
    await tell(post('shop/orders.pay', { id: order.id, accessToken, card: 'card_declined' }, cookie))
    await tell(post('shop/orders.pay', { id: order.id, accessToken, card: 'card_success' }, cookie))
    await tell(batch('shop/orders.get,orders.invoice,cart.get', { 0: { id: order.id }, 1: { id: order.id } }, cookie))
    const place = {
      ...{ lines: [{ variantId: product.variantId, quantity: 1 }], email: 'a@email.test', address: anAddress },
      ...{ expectedTotalCents: 1, termsVersion: '2026-11', card: 'card_success' },
    }
    await tell(post('shop/orders.place', place, { 'idempotency-key': key('e') }))
    const signedIn = await tell(
      post('shop/auth.login', { email: 'alice@email.test', password: 'correct horse', session: 'token' }),
    )
    const { token } = dataOf(signedIn) as { token?: string }
    const bearer = { authorization: `Bearer ${token ?? ''}` }
    await tell(batch('shop/auth.me,orders.list,cart.get', { 1: {} }, bearer))
    await tell(post('shop/auth.logout', {}, bearer))
    await tell(get('shop/auth.me', undefined, bearer))
    return said
  }
  const wanted = await buy(both.stock)
  expect(wanted.length).toBeGreaterThan(12)
  expect(await buy(both.lean)).toEqual(wanted)
})

test('a shopper who hangs up in the middle has bought all the same, once', async () => {
  await using both = await twins()
  for (const { server, shop, product } of [both.stock, both.lean]) {
    const body = JSON.stringify({ variantId: product.variantId, quantity: 1 })
    const headers = { ...json, 'idempotency-key': key('f'), 'content-length': String(body.length), 'cart-token': 'new' }
    const asked = send(`${server.url}/rpc/shop/cart.add`, { method: 'POST', headers, agent: false })
    asked.on('error', () => {})
    await new Promise<void>((resolve) => asked.end(body, () => resolve()))
    asked.destroy()
    const answer = await ask(server.url, post('shop/cart.add', { variantId: product.variantId, quantity: 1 }, headers))
    expect(answer.status).toBe(200)
    expect(await shop.db.read.$count(shop.db.read.tables.cartLines)).toBe(1)
  }
})
