import { PassThrough } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { addProduct, checkoutOf } from './testing-orders.ts'
import { listen, publicOrigin } from './testing-server.ts'
import { openTestShop, type TestShop } from './testing.ts'

const account = { email: 'camille@email.test', password: 'battery staple' }
const usersOf = async (shop: TestShop) => (await shop.db.read.select().from(shop.db.read.tables.users)).length

/** What nobody outside may read in an error. */
const insides = /\bat .+:\d+:\d+|node_modules|\.ts\b|sqlite|select |insert |\/var\/|stack/i

test('every answer has a request id, and the log has the same one', async () => {
  await using shop = await openTestShop()
  await using server = await listen(shop)
  const answers = [
    await server.get('/health'),
    await server.get('/rpc/shop/cart.get?input={}'),
    await server.get('/rpc/shop/no.such'),
    await server.get('/no/such/page'),
    await server.post('/rpc/shop/auth.register', { email: 'nonsense' }),
    await server.post('/rpc/shop/cart.add', {}, { 'content-type': 'text/plain' }),
    await server.post('/rpc/shop/cart.add', {}, { origin: 'https://evil.test' }),
  ]
  const ids = answers.map((answer) => answer.headers.get('x-request-id') ?? '')
  expect(new Set(ids).size).toBe(answers.length)
  for (const id of ids) {
    expect(id).toMatch(/^[0-9a-f-]{36}$/)
    expect(server.logged.some((line) => line['reqId'] === id)).toBe(true)
  }
})

test('a request id that the caller makes up is not taken over', async () => {
  await using shop = await openTestShop()
  await using server = await listen(shop)
  const answer = await server.get('/health', { 'x-request-id': 'mine', 'request-id': 'mine' })
  expect(answer.headers.get('x-request-id')).not.toBe('mine')
})

describe('an error on our side', () => {
  const secret = 'SQLITE_ERROR: no such column: pin in "select pin from users" at /var/lib/comptoir/shop.db'
  const broken = (shop: TestShop) => {
    const fail = () => {
      throw new Error(secret)
    }
    const read = { ...shop.db.read, select: fail, selectDistinct: fail }
    return { instead: { db: { ...shop.db, read, write: fail } } }
  }

  test.each(['development', 'production'])('tells nothing of our insides (NODE_ENV=%s)', async (env) => {
    const before = process.env['NODE_ENV']
    process.env['NODE_ENV'] = env
    try {
      await using shop = await openTestShop()
      await using server = await listen(shop, broken(shop))
      const answers = [
        await server.get('/rpc/shop/cart.get?input={}', { 'cart-token': 'x'.repeat(43) }),
        await server.get('/rpc/shop/catalog.list?input={}'),
        await server.post('/rpc/shop/auth.register', account),
        await server.get('/rpc/admin/orders.list?input={}', { authorization: `Bearer tk_${'a'.repeat(32)}` }),
      ]
      for (const answer of answers) {
        const text = await answer.text()
        const id = answer.headers.get('x-request-id') ?? 'none'
        expect(answer.status).toBe(500)
        expect(text).not.toMatch(insides)
        expect(text).toContain(id)
        expect(server.logged.some((line) => JSON.stringify(line).includes(secret.slice(0, 30)))).toBe(true)
      }
    } finally {
      process.env['NODE_ENV'] = before
    }
  })

  test('is said in the caller’s language', async () => {
    await using shop = await openTestShop()
    await using server = await listen(shop, broken(shop))
    const who = { authorization: `Bearer tk_${'a'.repeat(32)}` }
    const words = async (language: string) =>
      (await server.get('/rpc/shop/catalog.list?input={}', { ...who, 'accept-language': language })).text()
    expect(await words('fr')).toContain('Une erreur est survenue')
    expect(await words('en-GB,en;q=0.9')).toContain('Something went wrong')
  })
})

test('whoever leaves before the first byte of an answer is no error of ours', async () => {
  const asked = Promise.withResolvers<void>()
  const body = new PassThrough()
  await using shop = await openTestShop()
  await using server = await listen(shop, {
    also: (app) =>
      app.post('/slow', (_, reply) => {
        asked.resolve()
        return reply.send(body)
      }),
  })
  const reader = new AbortController()
  const answer = fetch(`${server.url}/slow`, { method: 'POST', body: 'now', signal: reader.signal })
  await asked.promise
  const closed = new Promise((resolve) => body.once('close', resolve))
  reader.abort()
  await expect(answer).rejects.toThrow('aborted')
  await closed
  await new Promise((resolve) => setImmediate(resolve))
  expect(server.logged.filter(({ level }) => Number(level) > 30)).toEqual([])
})

test('an address that nobody can read is answered in our words', async () => {
  await using shop = await openTestShop()
  await using server = await listen(shop)
  const answer = await server.get('/%')
  expect([answer.status, await answer.json()]).toEqual([400, { error: 'this request could not be read' }])
})

test('what is asked wrongly is refused without telling how we are built', async () => {
  await using shop = await openTestShop()
  await using server = await listen(shop)
  const raw = (path: string, body: string) =>
    fetch(server.url + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body })
  const answers: [number, Response][] = [
    [404, await server.get('/rpc/shop/no.such')],
    [404, await server.get('/rpc/shop/orders.steal')],
    [404, await server.get('/rpc/admin/catalog.list?input={}')],
    [404, await server.get('/rpc/shop/__proto__.constructor')],
    [400, await raw('/rpc/shop/cart.add', '{"variantId":')],
    [400, await server.get('/rpc/shop/catalog.list?input=nonsense')],
    [400, await server.get('/rpc/shop/catalog.list?input=%7B%22surprise%22%3A1%7D')],
    [405, await server.get('/rpc/shop/cart.clear?input={}')],
    [404, await server.get('/%2e%2e/%2e%2e/etc/passwd')],
    [404, await server.get('/.git/config')],
    [400, await server.get('/%')],
    [400, await server.get('/rpc/shop/%ff')],
  ]
  for (const [status, answer] of answers) {
    expect.soft(answer.status, answer.url).toBe(status)
    expect.soft(await answer.text(), answer.url).not.toMatch(insides)
  }
})

test.each([
  ...['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'],
  ...['application/octet-stream', 'application/jsonp', 'text/plain; application/json', ''],
])('a change sent as "%s" is refused', async (type) => {
  await using shop = await openTestShop()
  await using server = await listen(shop)
  const body = new Blob([JSON.stringify(account)], { type })
  const answer = await fetch(`${server.url}/rpc/shop/auth.register`, {
    ...{ method: 'POST', body },
    headers: type === '' ? {} : { 'content-type': type },
  })
  expect(answer.status).toBe(415)
  expect(await usersOf(shop)).toBe(0)
})

describe('a change from another site', () => {
  test.each<[string, Record<string, string>, number]>([
    ['a stranger’s page', { origin: 'https://evil.test' }, 403],
    ['a page without an origin', { origin: 'null' }, 403],
    ['a name that only looks like ours', { origin: `${publicOrigin}.evil.test` }, 403],
    ['our name without encryption', { origin: publicOrigin.replace('https', 'http') }, 403],
    ['a cross-site request that hides its origin', { 'sec-fetch-site': 'cross-site' }, 403],
    ['a sister site that hides its origin', { 'sec-fetch-site': 'same-site' }, 403],
    ['our own page', { origin: publicOrigin, 'sec-fetch-site': 'same-origin' }, 200],
    ['a page on the list', { origin: 'https://app.test', 'sec-fetch-site': 'cross-site' }, 200],
    ['a program', {}, 200],
  ])('%s', async (_, headers, status) => {
    await using shop = await openTestShop()
    await using server = await listen(shop, { options: { corsOrigins: ['https://app.test'] } })
    expect((await server.post('/rpc/shop/auth.register', account, headers)).status).toBe(status)
    expect(await usersOf(shop)).toBe(status === 200 ? 1 : 0)
  })

  test('the Host header makes no origin ours in production', async () => {
    await using shop = await openTestShop()
    await using server = await listen(shop)
    expect((await server.post('/rpc/shop/auth.logout', {}, { origin: server.url })).status).toBe(403)
    await using own = await listen(shop, { options: { production: false } })
    expect((await own.post('/rpc/shop/auth.logout', {}, { origin: own.url })).status).toBe(200)
  })
})

describe('other sites’ scripts', () => {
  const ask = (url: string, origin: string) =>
    fetch(`${url}/rpc/shop/cart.add`, {
      method: 'OPTIONS',
      headers: {
        ...{ origin, 'access-control-request-method': 'POST' },
        'access-control-request-headers': 'content-type,idempotency-key',
      },
    })
  const allowed = (answer: Response) => answer.headers.get('access-control-allow-origin')

  test('read nothing unless they are listed', async () => {
    await using shop = await openTestShop()
    await using server = await listen(shop)
    for (const origin of ['https://app.test', 'null', publicOrigin]) {
      expect(allowed(await ask(server.url, origin))).toBeNull()
      expect(allowed(await server.get('/rpc/shop/catalog.list?input={}', { origin }))).toBeNull()
    }
  })

  test('are listed exactly, never by a star', async () => {
    await using shop = await openTestShop()
    await using server = await listen(shop, { options: { corsOrigins: ['https://app.test', 'https://two.test'] } })
    const answer = await ask(server.url, 'https://app.test')
    expect(allowed(answer)).toBe('https://app.test')
    expect(answer.headers.get('vary')).toMatch(/origin/i)
    expect(answer.headers.get('access-control-allow-headers')).toContain('idempotency-key')
    for (const origin of ['https://app.test.evil.test', 'http://app.test', 'https://sub.app.test', 'null'])
      expect(allowed(await ask(server.url, origin)), origin).toBeNull()
  })
})

test('ten calls travel together, eleven do not', async () => {
  await using shop = await openTestShop()
  await using server = await listen(shop)
  const batch = (count: number) => {
    const paths = Array.from({ length: count }, () => 'catalog.categories').join(',')
    return server.get(`/rpc/shop/${paths}?batch=1&input={}`)
  }
  expect(((await (await batch(10)).json()) as unknown[]).length).toBe(10)
  const tooMany = await batch(11)
  expect(tooMany.status).toBe(400)
  expect(await tooMany.text()).not.toMatch(insides)
})

test('each call of a batch has its own key', async () => {
  await using shop = await openTestShop()
  const bowl = await addProduct(shop)
  await using server = await listen(shop)
  const key = (turn: number) => `0d9f3c52-aaaa-4bbb-8ccc-00000000000${turn}`
  const add = { variantId: bowl.variantId, quantity: 1 }
  const headers = { 'idempotency-key': `${key(1)},${key(2)}`, 'cart-token': 'new' }
  const send = () => server.post('/rpc/shop/cart.add,cart.add?batch=1', { 0: add, 1: add }, headers)
  const first = await send()
  const again = await send()
  expect(await again.text()).toBe(await first.text())
  expect(again.headers.get('cart-token')).toBe(first.headers.get('cart-token'))
  const token = first.headers.get('cart-token') ?? ''
  const seen = (await (await server.get('/rpc/shop/cart.get?input={}', { 'cart-token': token })).json()) as {
    result: { data: { count: number } }
  }
  expect(seen.result.data.count).toBe(2)
})

test('a body that is too big is refused', async () => {
  await using shop = await openTestShop()
  await using server = await listen(shop)
  const answer = await server.post('/rpc/shop/support.create', { subject: 'x', body: 'x'.repeat(300_000) })
  expect(answer.status).toBe(413)
  expect(await answer.text()).not.toMatch(insides)
})

describe('cookies', () => {
  const cookiesOf = (answer: Response) => answer.headers.getSetCookie().filter((one) => !/Max-Age=0|1970/.test(one))

  test.each([
    { secure: false, name: 'comptoir_', flags: [] },
    { secure: true, name: '__Host-comptoir_', flags: ['Secure'] },
  ])('are out of reach for scripts and other sites (https: $secure)', async ({ secure, name, flags }) => {
    await using shop = await openTestShop()
    const bowl = await addProduct(shop)
    await using server = await listen(shop, { instead: { secure } })
    const added = await server.post('/rpc/shop/cart.add', { variantId: bowl.variantId })
    const cookie = cookiesOf(added)[0]?.split(';')[0] ?? ''
    const cart = ((await added.json()) as { result: { data: Parameters<typeof checkoutOf>[0] } }).result.data
    const ordered = await server.post('/rpc/shop/orders.checkout', checkoutOf(cart), { cookie })
    const registered = await server.post('/rpc/shop/auth.register', account)
    const all = [added, ordered, registered].flatMap(cookiesOf)
    expect(all.map((one) => one.slice(0, one.indexOf('='))).toSorted()).toEqual(
      ['cart', 'orders', 'session'].map((kind) => name + kind),
    )
    for (const one of all) {
      for (const flag of ['HttpOnly', 'SameSite=Lax', 'Path=/', ...flags]) expect(one.split('; ')).toContain(flag)
      expect(one).not.toMatch(/Domain=/i)
      expect(one.includes('Secure')).toBe(secure)
    }
    expect(await ordered.text()).toContain('"accessToken":null')
  })

  test('a session secret works only the way it was handed out', async () => {
    await using shop = await openTestShop()
    await using server = await listen(shop)
    const byCookie = await server.post('/rpc/shop/auth.register', account)
    const secret = /comptoir_session=([^;]+)/.exec(byCookie.headers.getSetCookie().join())?.[1] ?? ''
    const login = await server.post('/rpc/shop/auth.login', { ...account, session: 'token' })
    expect(login.headers.getSetCookie().some((one) => one.startsWith('comptoir_session=tk_'))).toBe(false)
    const { token } = ((await login.json()) as { result: { data: { token: string } } }).result.data
    const status = async (headers: Record<string, string>) =>
      (await server.get('/rpc/shop/auth.profile?input={}', headers)).status
    expect(await status({ cookie: `comptoir_session=${secret}` })).toBe(200)
    expect(await status({ authorization: `Bearer ${token}` })).toBe(200)
    expect(await status({ cookie: `comptoir_session=${token}` })).toBe(401)
    expect(await status({ authorization: `Bearer ${secret}` })).toBe(401)
  })

  test('a bearer token is known by its scheme in any case, and a crooked one never passes for a guest', async () => {
    await using shop = await openTestShop()
    await using server = await listen(shop)
    await server.post('/rpc/shop/auth.register', account)
    const login = await server.post('/rpc/shop/auth.login', { ...account, session: 'token' })
    const { token } = ((await login.json()) as { result: { data: { token: string } } }).result.data
    const whoReads = async (authorization: string) => {
      const profile = await server.get('/rpc/shop/auth.profile?input={}', { authorization })
      const shelf = await server.get('/rpc/shop/catalog.list?input={}', { authorization })
      return [profile.status, shelf.status]
    }
    expect(await whoReads(`bearer ${token}`)).toEqual([200, 200])
    expect(await whoReads(`BEARER  ${token}`)).toEqual([200, 200])
    for (const crooked of ['Bearer', `Bearer ${token} ${token}`, `bearer ${'x'.repeat(300)}`])
      expect(await whoReads(crooked)).toEqual([401, 401])
    // What a proxy before the shop asks for is no token of ours.
    expect(await whoReads('Basic c3RhZ2U6c3RhZ2U=')).toEqual([401, 200])
  })

  test('a guest’s cookie that was tampered with opens nothing', async () => {
    await using shop = await openTestShop()
    const bowl = await addProduct(shop)
    await using server = await listen(shop)
    const added = await server.post('/rpc/shop/cart.add', { variantId: bowl.variantId })
    const [name = '', value = ''] = added.headers.getSetCookie()[0]?.split(';')[0]?.split('=') ?? []
    const count = async (cookie: string) => {
      const answer = await server.get('/rpc/shop/cart.get?input={}', { cookie })
      return ((await answer.json()) as { result: { data: { count: number } } }).result.data.count
    }
    expect(await count(`${name}=${value}`)).toBe(1)
    expect(await count(`${name}=${decodeURIComponent(value).split('.')[0]}`)).toBe(0)
    expect(await count(`${name}=a${value}`)).toBe(0)
  })
})

test('it says whether it lives, and whether it is ready', async () => {
  await using shop = await openTestShop()
  let ready = true
  await using server = await listen(shop, { options: { ready: async () => ready } })
  expect((await server.get('/health')).status).toBe(200)
  expect((await server.get('/ready')).status).toBe(200)
  ready = false
  expect((await server.get('/health')).status).toBe(200)
  expect((await server.get('/ready')).status).toBe(503)
})

test('a shop whose file was found damaged is not ready', async () => {
  await using shop = await openTestShop()
  const { upkeep } = shop.services
  upkeep.longReads.run = () => Promise.resolve(['page 12 cannot be read']) as never
  await upkeep.checkData()
  await using server = await listen(shop)
  const answer = await server.get('/ready')
  expect([answer.status, await answer.json()]).toEqual([503, { ready: false, data: 'damaged' }])
})

test('every answer tells the browser to be careful', async () => {
  await using shop = await openTestShop()
  await using server = await listen(shop, { instead: { secure: true } })
  for (const path of ['/health', '/rpc/shop/catalog.list?input={}', '/no/such/page', '/fr']) {
    const { headers } = await server.get(path)
    const policy = headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'self'")
    for (const part of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
      expect(policy).toContain(part)
    // Neither a script nor a style stands in a page.
    expect(policy).not.toMatch(/unsafe-|\*|https?:/)
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('x-frame-options')).toBe('DENY')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('strict-transport-security')).toMatch(/max-age=31536000; includeSubDomains/)
    expect(headers.get('x-powered-by')).toBeNull()
    expect(headers.get('server')).toBeNull()
  }
  expect((await server.get('/rpc/shop/cart.get?input={}')).headers.get('cache-control')).toBe('no-store')
})

test('no secret of a caller reaches the log', async () => {
  await using shop = await openTestShop()
  await using server = await listen(shop)
  const token = `tk_${'s'.repeat(32)}`
  await server.post('/rpc/shop/auth.login', account, { authorization: `Bearer ${token}`, 'cart-token': 'c'.repeat(43) })
  await server.get('/rpc/shop/cart.get?input={}', { cookie: `comptoir_session=ck_${'k'.repeat(32)}` })
  const all = JSON.stringify(server.logged)
  for (const secret of [token, account.password, 'c'.repeat(43), 'k'.repeat(32)]) expect(all).not.toContain(secret)
})
