import { engines, openTestDatabase } from '@comptoir/db/testing'
import type { Database } from '@comptoir/db'
import pino from 'pino'
import { describe, expect, test } from 'vitest'
import type { CurrentUser } from '../context.ts'
import { openShop } from '../open-shop.ts'
import { listen, openStream } from '../testing-server.ts'
import { openTestShop, testClock } from '../testing.ts'
import { type CallLimits, noLimits, startCallCounter } from './call-limits.ts'

const log = pino({ level: 'silent' })
const minute = 60_000
const alice: CurrentUser = {
  ...{ id: 'user_alice', email: 'alice@email.test', role: 'customer', locale: 'fr' },
  ...{ sessionId: '', sessionKind: 'token', token: { id: 'token_till', scopes: [] } },
}
const { token: _, ...person } = alice

/** A caller at an address, with what the answers' headers said last. */
function callerAt(address: string, user: CurrentUser | null = null) {
  const headers: Record<string, string> = {}
  const reply = { setHeader: (name: string, value: string) => void (headers[name] = value) }
  return { user, address, headers, reply: { ...reply, setCookie: () => {}, clearCookie: () => {} } }
}
const counterOf = (db: Database, clock: () => Date, limits: Partial<CallLimits>) =>
  startCallCounter({ db, clock, log }, { ...noLimits, ...limits })
const tooMany = expect.objectContaining({ code: 'too_many_requests' })

test('each answer says what is left, and a refusal when to come back', async () => {
  await using db = await openTestDatabase('sqlite')
  const clock = testClock()
  const counter = await counterOf(db, clock.now, { callsPerAddress: 3, callsPerAccount: 2 })
  const caller = callerAt('192.0.2.7', { ...person, token: null })
  counter.count(caller)
  expect(caller.headers).toEqual({
    'ratelimit-policy': '"address";q=3;w=60, "account";q=2;w=60',
    ratelimit: '"address";r=2;t=60, "account";r=1;t=60',
  })
  clock.advance(15_000)
  counter.count(caller)
  expect(() => counter.count(caller)).toThrow(tooMany)
  expect(caller.headers).toMatchObject({ ratelimit: '"address";r=1;t=45, "account";r=0;t=45', 'retry-after': '45' })
  // What is refused takes nothing from the others of the same address.
  counter.count(callerAt('192.0.2.7'))
  expect(() => counter.count(callerAt('192.0.2.7'))).toThrow(tooMany)
  clock.advance(45_000)
  counter.count(caller)
})

test('a token, its account and the address are counted apart; a household is one address', async () => {
  await using db = await openTestDatabase('sqlite')
  const counter = await counterOf(db, testClock().now, { callsPerToken: 1, callsPerAccount: 2 })
  counter.count(callerAt('192.0.2.1', alice))
  expect(() => counter.count(callerAt('192.0.2.2', alice))).toThrow(tooMany)
  counter.count(callerAt('192.0.2.3', { ...person, token: null }))
  expect(() => counter.count(callerAt('192.0.2.4', { ...person, token: null }))).toThrow(tooMany)
  const house = await counterOf(db, testClock().now, { callsPerAddress: 1 })
  house.count(callerAt('2001:db8:1:2::a'))
  expect(() => house.count(callerAt('2001:db8:1:2::b'))).toThrow(tooMany)
})

describe.each(engines)('on %s', (engine) => {
  test('a restart forgets no call', async () => {
    await using db = await openTestDatabase(engine)
    const clock = testClock()
    const open = () =>
      openShop(db, {
        log,
        secure: false,
        clock: clock.now,
        cheapPasswords: true,
        pollMs: null,
        limits: { ...noLimits, callsPerAddress: 2 },
      })
    const first = await open()
    first.services.calls.count(callerAt('192.0.2.7'))
    first.services.calls.count(callerAt('192.0.2.7'))
    await first.drain()
    const second = await open()
    expect(() => second.services.calls.count(callerAt('192.0.2.7'))).toThrow(tooMany)
    second.services.calls.count(callerAt('192.0.2.8'))
    clock.advance(minute)
    second.services.calls.count(callerAt('192.0.2.7'))
    await second.drain()
  })

  test('two processes share what is counted, from one settling to the next', async () => {
    await using db = await openTestDatabase(engine)
    const clock = testClock()
    const [left, right] = [
      await counterOf(db, clock.now, { callsPerAddress: 5 }),
      await counterOf(db, clock.now, { callsPerAddress: 5 }),
    ]
    const caller = callerAt('192.0.2.7')
    for (let i = 0; i < 3; i++) left.count(caller)
    right.count(caller)
    await Promise.all([left.settle(), right.settle()])
    right.count(caller)
    await right.settle()
    expect(() => right.count(caller)).toThrow(tooMany)
  })

  test('a count is written once for many calls, and kept as a hash', async () => {
    await using db = await openTestDatabase(engine)
    const counter = await counterOf(db, testClock().now, { callsPerAddress: 1000 })
    const rows = () => db.read.select().from(db.read.tables.limits)
    for (let i = 0; i < 100; i++) counter.count(callerAt('192.0.2.7'))
    expect(await rows()).toEqual([])
    await counter.settle()
    const kept = await rows()
    expect(kept).toMatchObject([{ count: 100 }])
    expect(JSON.stringify(kept)).not.toContain('192.0.2.7')
    await counter.settle()
    expect(await rows()).toEqual(kept)
  })
})

/** The shop behind a real port, with limits. */
async function strictShop(limits: Partial<CallLimits>) {
  const shop = await openTestShop()
  const calls = await counterOf(shop.db, shop.clock.now, limits)
  const server = await listen(shop, { instead: { calls } })
  return {
    shop,
    server,
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]()
      await shop[Symbol.asyncDispose]()
    },
  }
}
const input = encodeURIComponent('{}')

test('a batch of three counts three, over the wire, and REST counts with it', async () => {
  await using strict = await strictShop({ callsPerAddress: 5 })
  const { server } = strict
  const batch = `/rpc/shop/shop.info,cart.get,shop.info?batch=1&input=${encodeURIComponent('{"0":{},"1":{},"2":{}}')}`
  const first = await server.get(batch)
  expect([first.status, first.headers.get('ratelimit')]).toEqual([200, '"address";r=2;t=60'])
  expect((await server.get('/api/shop')).headers.get('ratelimit')).toBe('"address";r=1;t=60')
  const third = (await (await server.get(batch)).json()) as { error?: { data: { httpStatus: number } } }[]
  expect(third.map(({ error }) => error?.data.httpStatus ?? 200)).toEqual([200, 429, 429])
  const refused = await server.get(`/rpc/shop/shop.info?input=${input}`)
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '60'])
  expect((await server.get('/api/shop')).status).toBe(429)
})

test('what is answered from what is kept counts too, and is refused in words', async () => {
  await using strict = await strictShop({ callsPerAddress: 4 })
  const { server } = strict
  const ask = () =>
    server.get(`/rpc/shop/catalog.categories,catalog.categories?batch=1&input=${encodeURIComponent('{"0":{},"1":{}}')}`)
  const answers = [await ask(), await ask(), await ask()]
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 429])
  expect(answers.map(({ headers }) => headers.get('ratelimit'))).toEqual([
    '"address";r=2;t=60',
    '"address";r=0;t=60',
    '"address";r=0;t=60',
  ])
  expect(JSON.stringify(await answers[2]?.json())).toContain('too_many_requests')
})

test('so many streams stand at a time; one that ends makes room', async () => {
  await using strict = await strictShop({ streamsPerAddress: 1 })
  const { server, shop } = strict
  const { email, password } = { email: 'alice@email.test', password: 'correct horse' }
  const customer = await shop.customer({ email, password })
  const thread = await customer.shop.support.create({ subject: 'Bonjour', body: 'Une question.' })
  const { admin } = await shop.staff('admin')
  // Something that every stream has to tell.
  await admin.support.close({ id: thread.id })
  const first = async () => {
    const stream = await openStream(
      server,
      '/rpc/shop/support.onChange',
      { id: thread.id, lastEventId: '0' },
      { cookie: customer.secret },
    )
    return { ...stream, event: await stream.next() }
  }
  const standing = await first()
  expect(standing.event.type).toBe('message')
  const refused = await first()
  refused.cut()
  expect(refused.event).toMatchObject({
    type: 'serialized-error',
    data: { data: { httpStatus: 503, problem: { code: 'too_many_streams', details: { most: 1 } } } },
  })
  standing.cut()
  const again = async () => {
    const stream = await first()
    stream.cut()
    return stream.event.type
  }
  await expect.poll(again, { timeout: 30_000 }).toBe('message')
})
