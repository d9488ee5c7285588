import { createServer, request as send } from 'node:http'
import type { AddressInfo } from 'node:net'
import pino from 'pino'
import { expect, test } from 'vitest'
import { askerOf, keepQuickAnswers, quickAnswers } from './quick-answers.ts'
import { noLimits, startCallCounter } from './services/call-limits.ts'
import { addProduct } from './testing-orders.ts'
import { listen } from './testing-server.ts'
import { openTestShop } from './testing.ts'

type Headers = Record<string, string>
interface Asked {
  path: string
  method?: string
  headers?: Headers
}
const json = (value: unknown) => encodeURIComponent(JSON.stringify(value))
const list = `/rpc/shop/catalog.list?input=${json({})}`
const reads: Asked[] = [
  { path: list },
  { path: list, headers: { 'accept-language': 'en' } },
  { path: list, headers: { cookie: 'comptoir_cart=abc', accept: '*/*' } },
  { path: list, headers: { origin: 'https://app.test' } },
  { path: list, headers: { origin: 'https://stranger.test' } },
  { path: '/rpc/shop/catalog.home' },
  { path: '/rpc/shop/catalog.categories' },
  { path: `/rpc/shop/catalog.get?input=${json({ id: 'p-1' })}` },
  { path: `/rpc/shop/catalog.get?input=${json({ id: 'nowhere' })}` },
  { path: `/rpc/shop/catalog.list,catalog.get?batch=1&input=${json({ 0: {}, 1: { id: 'p-1' } })}` },
  { path: list, headers: { 'x-forwarded-for': '203.0.113.7, 198.51.100.2, 192.0.2.1' } },
  { path: list, method: 'HEAD' },
  { path: list, method: 'POST' },
]

/** A request as it is written, and what came back, without what is another at each answer. */
const ask = (url: string, { path, method = 'GET', headers = {} }: Asked) =>
  new Promise<{ status: number; headers: Headers; body: string; limit: string | undefined }>((resolve, reject) => {
    const asked = send(
      url + path,
      { method, headers: { host: 'comptoir.test', ...headers }, agent: false },
      (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('error', reject)
        answer.on('end', () => {
          const { date: _, 'x-request-id': id = '', ratelimit: limit, ...rest } = answer.headers as Headers
          expect(id).toMatch(/^[\da-f-]{36}$/)
          const body = Buffer.concat(chunks).toString().replaceAll(id, 'the request')
          resolve({ status: answer.statusCode ?? 0, headers: rest, body, limit })
        })
      },
    )
    asked.on('error', reject)
    asked.end()
  })

/** A line of the log without what is another in each. */
const plainLine = (line: Record<string, unknown>) =>
  JSON.stringify({
    ...line,
    time: 0,
    reqId: typeof line['reqId'],
    responseTime: typeof line['responseTime'],
  }).replaceAll(/"remotePort":\d+/g, '"remotePort":0')

const whoAmI = '/rpc/shop/auth.me'
const badges: ((secrets: { cookie: string; token: string }) => Asked)[] = [
  ({ cookie }) => ({ path: whoAmI, headers: { cookie: `comptoir_session=${cookie}` } }),
  ({ token }) => ({ path: whoAmI, headers: { authorization: `Bearer ${token}` } }),
  () => ({ path: whoAmI }),
  () => ({ path: whoAmI, headers: { cookie: `comptoir_session=ck_${'x'.repeat(32)}` } }),
  () => ({ path: whoAmI, headers: { authorization: `Bearer tk_${'x'.repeat(32)}` } }),
]

type Server = Awaited<ReturnType<typeof listen>>
/** What a request was answered, and the lines that it left in the log. */
async function turnOf(server: Server, asked: Asked) {
  const before = server.logged.length
  const answer = await ask(server.url, asked)
  // The server has its turn too: it may note the end of a call after its caller has read the answer.
  while (!server.logged.slice(before).some(({ msg }) => msg === 'request completed')) await turnOver()
  return { answer, lines: server.logged.slice(before).map(plainLine) }
}

/** A server of its own, on which an address may make so many calls. */
async function limited(shop: Awaited<ReturnType<typeof openTestShop>>, callsPerAddress: number) {
  const calls = await startCallCounter(
    { ...shop.services, log: pino({ level: 'silent' }) },
    { ...noLimits, callsPerAddress },
  )
  return listen(shop, { instead: { calls }, options: { corsOrigins: ['https://app.test'], proxyHops: 2 } })
}

const turnOver = () => new Promise<void>((resolve) => void setImmediate(resolve))

test.each([...reads, ...badges])('the first answer, a kept one and a quick one are the same: %o', async (one) => {
  await using shop = await openTestShop()
  await addProduct(shop, { slug: 'p-1', stock: 9 })
  const alice = { email: 'alice@email.test', password: 'correct horse' }
  const { secret: cookie } = await shop.customer(alice)
  const { token } = await shop.visit({ tokensBy: 'header' }).shop.auth.login({ ...alice, session: 'token' })
  const asked = typeof one === 'function' ? one({ cookie, token: token ?? '' }) : one
  await using server = await limited(shop, 100)
  const turns = []
  for (let turn = 0; turn < 4; turn++) turns.push(await turnOf(server, asked))
  const answers = turns.map(({ answer }) => answer)
  const lines = turns.map((turn) => turn.lines)
  const [first, ...others] = answers.map(({ limit: _, ...rest }) => rest)
  for (const other of others) expect(other).toEqual(first)
  for (const other of lines.slice(1)) expect(other).toEqual(lines[0])
  expect(first?.headers['content-security-policy']).toContain("default-src 'self'")
  const each = asked.path.includes(',') ? 2 : 1
  if (first?.status === 200)
    expect(answers.map(({ limit }) => Number(/r=(\d+)/.exec(limit ?? '')?.[1]))).toEqual(
      [1, 2, 3, 4].map((n) => 100 - n * each),
    )
})

const other: Asked = { path: `/rpc/shop/catalog.suggest?input=${json({ search: 'bol' })}` }

test.each(reads)('an answer made before routes and hooks is the same as one made behind them: %o', async (asked) => {
  await using shop = await openTestShop()
  await addProduct(shop, { slug: 'p-1', stock: 9 })
  const ways = []
  for (const knowsHeads of [false, true]) {
    await using server = await limited(shop, 100)
    if (knowsHeads) await turnOf(server, other)
    const { answer, lines } = await turnOf(server, asked)
    ways.push({ ...answer, limit: answer.limit?.replace(/r=\d+/, ''), lines })
  }
  expect(ways[1]).toEqual(ways[0])
})

test('who asks more than they may is refused in the same words before routes and hooks', async () => {
  await using shop = await openTestShop()
  const refused = []
  for (const first of ['/rpc/shop/shop.info', other.path]) {
    await using server = await limited(shop, 1)
    await turnOf(server, { path: first })
    refused.push(await turnOf(server, { path: list }))
  }
  expect(refused[1]).toEqual(refused[0])
  expect(refused[1]?.answer.status).toBe(429)
})

/** Only what is answered quickly is answered here; the rest is told apart by its status. */
async function quickOnly(shop: Awaited<ReturnType<typeof openTestShop>>, callsPerAddress = 0) {
  const calls = await startCallCounter(
    { ...shop.services, log: pino({ level: 'silent' }) },
    { ...noLimits, callsPerAddress },
  )
  const answers = keepQuickAnswers(shop.services)
  if (answers === null) throw new Error('SQLite tells its commits')
  const quick = quickAnswers({ ...shop.services, calls }, answers, { proxyHops: 0, log: pino({ level: 'silent' }) })
  const server = createServer((request, response) => {
    const pass = () => response.writeHead(418, { 'x-request-id': crypto.randomUUID() }).end()
    if (!quick(request, response, pass)) pass()
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const { shelf } = answers
  // What was committed so far is numbered in commits of its own, after which nothing is answered quickly for once.
  await shop.services.events.settled()
  await shelf.keep(`fr 0 ${list}`, async () => ({ keep: Buffer.from('the shelf') }))
  const kept = await shelf.find(`fr 0 ${list}`)
  if (kept !== undefined) kept.head = ['content-type', 'application/json', 'content-length', '9']
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      await new Promise((resolve) => void server.close(resolve))
    },
  }
}

test('what names a reader, changes something, or could have other headers goes the long way', async () => {
  await using shop = await openTestShop()
  await using server = await quickOnly(shop)
  expect(await ask(server.url, { path: list })).toMatchObject({ status: 200, body: 'the shelf' })
  const long: Asked[] = [
    ...[
      { cookie: 'comptoir_session=x' },
      { authorization: 'Bearer x' },
      { 'idempotency-key': 'k' },
      { origin: 'https://a.b' },
    ].map((headers) => ({ path: list, headers: headers as Headers })),
    { path: list, headers: { 'accept-language': 'en' } },
    { path: list, headers: { 'content-length': '0' } },
    { path: list, headers: { 'trpc-accept': 'application/jsonl' } },
    { path: list, method: 'POST' },
    { path: `${list}&more=1` },
    { path: '/rpc/shop/auth.me' },
  ]
  for (const asked of long) expect(await ask(server.url, asked), JSON.stringify(asked)).toMatchObject({ status: 418 })
})

test('after a change that shoppers can see, nothing old is answered', async () => {
  await using shop = await openTestShop()
  const product = await addProduct(shop, { slug: 'p-1', stock: 9 })
  await using server = await quickOnly(shop)
  expect((await ask(server.url, { path: list })).status).toBe(200)
  await product.save({ priceCents: 4200 })
  expect((await ask(server.url, { path: list })).status).toBe(418)
})

test('who asks more than they may is not answered quickly either', async () => {
  await using shop = await openTestShop()
  await using server = await quickOnly(shop, 2)
  const statuses = []
  for (let turn = 0; turn < 4; turn++) statuses.push((await ask(server.url, { path: list })).status)
  expect(statuses).toEqual([200, 200, 418, 418])
})

test('behind proxies of ours the asker is whom the outermost saw', () => {
  const from = (told?: string) => ({
    socket: { remoteAddress: '9.9.9.9' },
    headers: told === undefined ? {} : { 'x-forwarded-for': told },
  })
  expect(askerOf(from('1.1.1.1'), 0)).toBe('9.9.9.9')
  expect(askerOf(from(), 1)).toBe('9.9.9.9')
  expect(askerOf(from('1.1.1.1, 2.2.2.2'), 1)).toBe('2.2.2.2')
  expect(askerOf(from('1.1.1.1, 2.2.2.2'), 2)).toBe('1.1.1.1')
  expect(askerOf(from('1.1.1.1, 2.2.2.2'), 5)).toBe('1.1.1.1')
})

test('an engine that fails while it is asked for kept answers fails that one request, not the shop', async () => {
  await using shop = await openTestShop()
  await addProduct(shop)
  let broken = false
  const commits = () => {
    if (broken) throw new Error('disk I/O error')
    return shop.db.read.commits?.() ?? 0
  }
  await using server = await listen(shop, {
    instead: { db: { ...shop.services.db, read: { ...shop.db.read, commits } } },
  })
  for (let i = 0; i < 3; i++) expect((await ask(server.url, { path: list })).status).toBe(200)
  broken = true
  expect((await fetch(server.url + list)).status).toBe(500)
  broken = false
  expect((await ask(server.url, { path: list })).status).toBe(200)
})
