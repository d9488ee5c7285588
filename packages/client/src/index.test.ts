import { expect, test, vi } from 'vitest'
import { addProduct, anAddress } from '../../../apps/api/src/testing-orders.ts'
import { createAdminClient, createShopClient, problemOf, type Tokens } from './index.ts'
import { browserFetch, openTestServer, watchedFetch } from './testing.ts'

const newcomer = { email: 'alice@email.test', password: 'correct horse battery' }

test('calls of one moment travel together, each change with its own key', async () => {
  await using server = await openTestServer()
  const bowl = await addProduct(server.shop)
  const vase = await addProduct(server.shop)
  const { fetch, sent } = watchedFetch()
  const client = createShopClient({ url: server.url, fetch })
  const [, , page] = await Promise.all([
    client.cart.add.mutate({ variantId: bowl.variantId, quantity: 1 }),
    client.cart.add.mutate({ variantId: vase.variantId, quantity: 2 }),
    client.catalog.list.query({}),
    client.catalog.categories.query(),
  ])
  expect(page.items).toHaveLength(2)
  expect(sent.map(({ path }) => path).toSorted()).toEqual([
    '/rpc/shop/cart.add,cart.add',
    '/rpc/shop/catalog.list,catalog.categories',
  ])
  const keys = (path: string) => sent.find((one) => one.path.endsWith(path))?.headers.get('idempotency-key')
  expect(keys('catalog.categories')).toBeNull()
  const [first, second, ...others] = keys('cart.add')?.split(',') ?? []
  expect([first, second]).toEqual([expect.stringMatching(/^[0-9a-f]{40}$/), expect.stringMatching(/^[0-9a-f]{40}$/)])
  expect(first).not.toBe(second)
  expect(others).toEqual([])
  expect((await client.cart.get.query()).count).toBe(3)
})

test('more than ten calls of one moment travel in batches of ten', async () => {
  await using server = await openTestServer()
  const { fetch, sent } = watchedFetch()
  const client = createShopClient({ url: server.url, fetch })
  await Promise.all(Array.from({ length: 12 }, () => client.cart.get.query()))
  expect(sent.map(({ path }) => path.split(',').length)).toEqual([10, 2])
})

test('an answer that is lost is asked for again with the same key: one effect', async () => {
  await using server = await openTestServer()
  const bowl = await addProduct(server.shop)
  let lost = 0
  const { fetch, sent } = watchedFetch((_, answer) => {
    if (lost++ === 0) throw new TypeError('fetch failed')
    return answer
  })
  const client = createShopClient({ url: server.url, fetch })
  expect((await client.cart.add.mutate({ variantId: bowl.variantId, quantity: 1 })).count).toBe(1)
  expect(sent).toHaveLength(2)
  expect(sent[0]?.headers.get('idempotency-key')).toBe(sent[1]?.headers.get('idempotency-key'))
  expect((await client.cart.get.query()).count).toBe(1)
})

/** An answer that does not come before the request is given up. */
const never = (init: RequestInit | undefined) =>
  new Promise<never>((_, reject) => {
    init?.signal?.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')))
  })

/** Timers of just so many ms run out when the test says so, and no other way: how busy the machine is does not matter. */
function timersOf(ms: number) {
  const { setTimeout: real } = globalThis
  const held: (() => void)[] = []
  vi.stubGlobal('setTimeout', (...told: Parameters<typeof setTimeout>) => {
    const [run, after] = told
    if (after !== ms) return real(...told)
    held.push(run)
  })
  return { runOut: () => held.shift()?.(), [Symbol.dispose]: () => void vi.unstubAllGlobals() }
}

test('a request that hangs is given up and asked again with the same key: one effect', async () => {
  await using server = await openTestServer()
  const bowl = await addProduct(server.shop)
  const timeoutMs = 54_321
  using timers = timersOf(timeoutMs)
  const keys: (string | null)[] = []
  const hangsOnce: typeof fetch = async (input, init) => {
    keys.push(new Headers(init?.headers).get('idempotency-key'))
    if (keys.length > 1) return fetch(input, init)
    queueMicrotask(timers.runOut)
    return never(init)
  }
  const client = createShopClient({ url: server.url, fetch: hangsOnce, timeoutMs })
  expect((await client.cart.add.mutate({ variantId: bowl.variantId, quantity: 1 })).count).toBe(1)
  expect(keys).toHaveLength(2)
  expect(keys[1]).toBe(keys[0])
})

test('a shop that never answers, or stops in the middle of an answer, is told in words; who gives up first is not', async () => {
  const hangs = createShopClient({ url: 'http://shop.test', fetch: (_, init) => never(init), timeoutMs: 20 })
  await expect(hangs.catalog.list.query({})).rejects.toThrow('The shop did not answer within 0.02 s.')
  const body = (init: RequestInit | undefined) =>
    new ReadableStream({ start: (part) => never(init).catch((error: unknown) => part.error(error)) })
  const stops = createShopClient({
    ...{ url: 'http://shop.test', timeoutMs: 20 },
    fetch: async (_, init) => new Response(body(init), { headers: { 'content-type': 'application/json' } }),
  })
  await expect(stops.catalog.list.query({})).rejects.toThrow('The shop did not answer within 0.02 s.')
  const deaf = createShopClient({ url: 'http://shop.test', fetch: () => new Promise(() => {}), timeoutMs: 20 })
  await expect(deaf.catalog.list.query({})).rejects.toThrow('The shop did not answer within 0.02 s.')
  const gone = AbortSignal.abort()
  await expect(hangs.catalog.list.query({}, { signal: gone })).rejects.not.toThrow('did not answer')
})

test('who gives a shop more time than a timer knows waits for it', async () => {
  await using server = await openTestServer()
  const patient = createShopClient({ url: server.url, timeoutMs: Number.MAX_SAFE_INTEGER })
  expect((await patient.catalog.list.query({})).items).toEqual([])
})

test("a gateway's page of words is waited out; a refusal is not asked for again", async () => {
  await using server = await openTestServer()
  let asked = 0
  const { fetch, sent } = watchedFetch((_, answer) =>
    asked++ < 2
      ? new Response('<h1>Bad gateway</h1>', { status: 502, headers: { 'content-type': 'text/html' } })
      : answer,
  )
  const client = createShopClient({ url: server.url, fetch })
  expect((await client.catalog.list.query({})).items).toEqual([])
  expect(sent).toHaveLength(3)
  await expect(client.catalog.get.query({ id: 'nothing-here' })).rejects.toThrow('Cet article')
  expect(sent).toHaveLength(4)
})

test('a call that was given up is not asked for again', async () => {
  await using server = await openTestServer()
  const giveUp = new AbortController()
  const { fetch, sent } = watchedFetch((_, answer) => {
    giveUp.abort()
    return answer
  })
  const client = createShopClient({ url: server.url, fetch })
  await expect(client.catalog.list.query({}, { signal: giveUp.signal })).rejects.toThrow('aborted')
  expect(sent).toHaveLength(1)
})

test('a key of the caller is kept, so that another process may repeat the call', async () => {
  await using server = await openTestServer()
  const bowl = await addProduct(server.shop)
  const context = { idempotencyKey: '0123456789abcdef0123456789abcdef' }
  const add = () =>
    createShopClient({ url: server.url }).cart.add.mutate({ variantId: bowl.variantId, quantity: 1 }, { context })
  const first = await add()
  expect(await add()).toEqual(first)
  for (const idempotencyKey of ['a,b', '0123456789abcdef01234'])
    await expect(
      createShopClient({ url: server.url }).cart.clear.mutate(undefined, { context: { idempotencyKey } }),
    ).rejects.toThrow('22 to 255 letters')
})

test('a program keeps its tokens: the cart of a guest, then the session of an account', async () => {
  await using server = await openTestServer()
  const bowl = await addProduct(server.shop)
  const tokens: Tokens = {}
  const client = createShopClient({ url: server.url, tokens })
  await client.cart.add.mutate({ variantId: bowl.variantId, quantity: 2 })
  expect(tokens.cart).toEqual(expect.any(String))
  const later = createShopClient({ url: server.url, tokens: { ...tokens } })
  expect((await later.cart.get.query()).count).toBe(2)

  await expect(client.auth.profile.query()).rejects.toSatisfy((error) => problemOf(error)?.code === 'sign_in_first')
  const session = await client.auth.register.mutate({ ...newcomer, session: 'token' })
  expect(session.token).toEqual(expect.any(String))
  tokens.bearer = session.token
  expect((await client.auth.profile.query()).email).toBe(newcomer.email)
  expect((await client.cart.get.query()).count).toBe(2)
})

test("a page leaves its secrets to the browser's cookies", async () => {
  await using server = await openTestServer()
  const bowl = await addProduct(server.shop)
  const { fetch, sent, jar } = browserFetch()
  const client = createShopClient({ url: server.url, fetch, credentials: 'same-origin' })
  await client.cart.add.mutate({ variantId: bowl.variantId, quantity: 2 })
  const { token } = await client.auth.register.mutate(newcomer)
  expect(token).toBeNull()
  expect((await client.auth.profile.query()).email).toBe(newcomer.email)
  expect((await client.cart.get.query()).count).toBe(2)
  expect([...jar.keys()]).toContain('comptoir_session')
  for (const { headers } of sent) {
    expect(headers.get('authorization')).toBeNull()
    expect(headers.get('cart-token')).toBeNull()
  }
})

test('a refusal is told by its code, with its facts typed', async () => {
  await using server = await openTestServer()
  const bowl = await addProduct(server.shop, { stock: 1 })
  const client = createShopClient({ url: server.url, locale: 'en' })
  const cart = await client.cart.add.mutate({ variantId: bowl.variantId, quantity: 1 })
  const quote = { hash: cart.quote.hash, totalCents: cart.quote.totalCents - 1 }
  const error: unknown = await client.orders.checkout
    .mutate({ address: anAddress, email: newcomer.email, quote, termsVersion: cart.termsVersion })
    .catch((refused: unknown) => refused)
  const problem = problemOf(error)
  if (problem?.code !== 'quote_changed') throw new Error(`expected quote_changed, got ${problem?.code}`)
  expect(problem.message).toBe('A price changed since you last looked. Please check the new total.')
  expect(problem.details.quote.totalCents - problem.details.seenTotalCents).toBe(1)
})

test('what is no refusal is told apart from one', async () => {
  expect(problemOf(new Error('no network'))).toBeNull()
  expect(problemOf(undefined)).toBeNull()
  expect(problemOf({ data: { problem: null } })).toBeNull()
})

test('an origin that may not write here is told so in the words of the server', async () => {
  await using server = await openTestServer()
  const fromElsewhere: typeof fetch = (input, init) =>
    fetch(input, { ...init, headers: { ...init?.headers, origin: 'https://elsewhere.test' } })
  const client = createShopClient({ url: server.url, fetch: fromElsewhere })
  await expect(client.cart.clear.mutate()).rejects.toThrow('this origin may not change anything here')
})

test('the console answers staff and nobody else', async () => {
  await using server = await openTestServer()
  const { email } = await server.shop.staff('support')
  const tokens: Tokens = {}
  const client = createAdminClient({ url: server.url, tokens })
  await expect(client.orders.list.query({})).rejects.toSatisfy((error) => problemOf(error)?.code === 'sign_in_first')
  tokens.bearer = (await client.auth.login.mutate({ email, password: 'correct horse', session: 'token' })).token
  expect((await client.orders.list.query({})).items).toEqual([])
  await expect(client.stats.overview.query({})).rejects.toSatisfy((error) => problemOf(error)?.code === 'not_allowed')
})
