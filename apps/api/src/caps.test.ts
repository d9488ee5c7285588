import { connect } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listen, type TestServer } from './testing-server.ts'
import { openTestShop, type TestShop } from './testing.ts'

let shop: TestShop
let server: TestServer
beforeAll(async () => {
  shop = await openTestShop()
  server = await listen(shop)
})
afterAll(async () => {
  await server[Symbol.asyncDispose]()
  await shop[Symbol.asyncDispose]()
})

const json = { 'content-type': 'application/json' }
const asJson = (answer: Response) => [answer.status, answer.headers.get('content-type')?.split(';')[0]]
const batchOf = (path: string, size: number) => `/rpc/shop/${Array(size).fill(path).join(',')}?batch=1`

describe('a batch', () => {
  test('of ten calls is answered', async () => {
    const answer = await server.get(`${batchOf('shop.info', 10)}&input={}`)
    expect(asJson(answer)).toEqual([200, 'application/json'])
    expect(await answer.json()).toHaveLength(10)
  })

  test.each([
    ['reads', () => server.get(`${batchOf('shop.info', 11)}&input={}`)],
    ['changes', () => server.post(batchOf('cart.clear', 11), {})],
  ])('of eleven %s is refused, in JSON', async (_, ask) => {
    const answer = await ask()
    expect(asJson(answer)).toEqual([400, 'application/json'])
    expect(await answer.json()).toMatchObject({ error: { data: { httpStatus: 400 } } })
  })
})

const mostBytes = 256 * 1024
/** An input whose JSON text has so many bytes. */
const bodyOf = (bytes: number) => `{"a":"${'x'.repeat(bytes - '{"a":""}'.length)}"}`
const send = (path: string, body: string) => fetch(server.url + path, { method: 'POST', headers: json, body })

describe.each([
  ['tRPC', '/rpc/shop/cart.add', 400],
  ['REST', '/api/cart/add', 422],
])('a body over %s', (_, path, refused) => {
  test('of 256 KiB is read', async () => {
    expect((await send(path, bodyOf(mostBytes))).status).toBe(refused)
  })

  test('of one byte more is not', async () => {
    expect((await send(path, bodyOf(mostBytes + 1))).status).toBe(413)
  })

  const deep = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`
  test('that is 32 deep is read', async () => {
    expect(asJson(await send(path, deep(32)))[0]).toBe(refused)
  })

  test('that is 33 deep is not, whatever its texts hold', async () => {
    const answer = await send(path, deep(33))
    expect(answer.status).toBe(400)
    expect(JSON.stringify(await answer.json())).toMatch(/deep|JSON/)
    expect((await send(path, JSON.stringify({ a: '[[{{\\"'.repeat(40) }))).status).toBe(refused)
  })
})

test('an input in an address may be as deep as one in a body', async () => {
  const at = (depth: number) =>
    server.get(`/rpc/shop/catalog.list?input=${encodeURIComponent('['.repeat(depth) + ']'.repeat(depth))}`)
  const words = async (depth: number) => JSON.stringify(await (await at(depth)).json())
  expect(await words(32)).toContain('input_invalid')
  expect(await words(33)).toContain('too deep')
})

test.each([
  [22, 200],
  [21, 400],
  [255, 200],
  [256, 400],
])('an idempotency key of %d letters is answered %d', async (length, status) => {
  const headers = { 'idempotency-key': 'k'.repeat(length), 'cart-token': 'new' }
  const answer = await server.post('/rpc/shop/cart.clear', {}, headers)
  expect(answer.status === 200 ? 200 : 400).toBe(status)
})

test('what is no HTTP, and a head that is too long, are answered in our words', async () => {
  const raw = (text: string) =>
    new Promise<string>((resolve, reject) => {
      const { hostname, port } = new URL(server.url)
      let said = ''
      const socket = connect(Number(port), hostname, () => socket.write(text))
      socket.setEncoding('utf8').on('data', (part: string) => (said += part))
      socket.on('close', () => resolve(said)).on('error', reject)
    })
  const long = await raw(`GET /${'x'.repeat(17_000)} HTTP/1.1\r\nhost: a\r\n\r\n`)
  const none = await raw('HELLO\r\n\r\n')
  expect([long.split('\r\n')[0], none.split('\r\n')[0]]).toEqual([
    'HTTP/1.1 431 Request Header Fields Too Large',
    'HTTP/1.1 400 Bad Request',
  ])
  for (const said of [long, none]) {
    const [head = '', body = ''] = said.split('\r\n\r\n')
    expect(head).toContain('application/json')
    expect(JSON.parse(body)).toEqual({ error: expect.stringMatching(/^[a-z ,]+$/) as string })
  }
})

test.each(['/rpc/shop/shop.info', '/rpc/shop/shop.info?input={}', '/health', '/'])(
  'TRACE %s sends nothing back',
  async (path) => {
    const { hostname, port } = new URL(server.url)
    const { request } = await import('node:http')
    const status = await new Promise((resolve, reject) => {
      request({ hostname, port, path, method: 'TRACE', headers: { cookie: 'a=b' } }, (answer) => {
        answer.resume()
        resolve(answer.statusCode)
      })
        .on('error', reject)
        .end()
    })
    expect([404, 405]).toContain(status)
  },
)

test('an unknown method on an address of the interface is refused as a problem', async () => {
  const answer = await fetch(`${server.url}/api/orders`, { method: 'PROPFIND' })
  expect(asJson(answer)).toEqual([405, 'application/problem+json'])
})
