import { expect, test } from 'vitest'
import { addProduct, order } from '../../../apps/api/src/testing-orders.ts'
import { createShopClient, type OrderChangeView, problemOf, type Tokens } from './index.ts'
import { heard, openTestServer } from './testing.ts'

/** A door that each new connection of a stream waits at. */
function door() {
  let open = Promise.resolve()
  let free = () => {}
  return {
    wait: () => open,
    close: () => {
      open = new Promise((resolve) => (free = resolve))
    },
    open: () => free(),
  }
}

/** A signed-in customer with an unpaid order, whose program follows the order in Node. */
async function following(server: Awaited<ReturnType<typeof openTestServer>>) {
  const bowl = await addProduct(server.shop)
  const alice = await server.shop.customer({ email: 'alice@email.test' })
  const placed = await order(alice, bowl)
  const tokens: Tokens = {}
  const gate = door()
  const streams: Headers[] = []
  const gated: typeof fetch = async (input, init) => {
    const headers = new Headers(init?.headers)
    if (headers.get('accept') !== 'text/event-stream') return fetch(input, init)
    streams.push(headers)
    await gate.wait()
    return fetch(input, init)
  }
  const client = createShopClient({ url: server.url, tokens, fetch: gated })
  const session = await client.auth.login.mutate({ email: alice.email, password: 'correct horse', session: 'token' })
  tokens.bearer = session.token
  const changes = heard<OrderChangeView & { position: string }>()
  const starts = heard<void>()
  const failures = heard<unknown>()
  const stream = client.orders.onChange.subscribe(
    { id: placed.id },
    {
      onStarted: () => starts.add(),
      onData: (event) => changes.add({ ...event.data, position: event.id }),
      onError: (error) => failures.add(error),
    },
  )
  const staff = await server.shop.staff()
  const { id } = placed
  return { id, client, tokens, alice, staff, gate, streams, changes, starts, failures, stream }
}

test('a stream that is cut goes on where it stopped: nothing missed, nothing twice', async () => {
  await using server = await openTestServer()
  const { id, alice, staff, gate, streams, changes, starts, stream } = await following(server)
  await starts.first(1)
  await staff.admin.orders.validate({ id })
  await changes.first(1)
  gate.close()
  server.cut()
  await alice.shop.orders.pay({ id, card: 'card_success' })
  await staff.admin.orders.ship({ id })
  gate.open()
  await changes.first(4)
  server.cut()
  await starts.first(3)
  await staff.admin.orders.deliver({ id })
  await changes.first(5)
  expect(changes.things.map(({ kind }) => kind)).toEqual([
    'validated',
    'payment_requested',
    'paid',
    'shipped',
    'delivered',
  ])
  stream.unsubscribe()
  const [first, ...later] = streams.map((headers) => headers.get('last-event-id'))
  expect(first).toBeNull()
  expect(later.every((position) => /^\d+$/.test(position ?? ''))).toBe(true)
  for (const headers of streams) expect(headers.get('authorization')).toMatch(/^Bearer /)
})

test('a stream that is cut before its first event misses none either', async () => {
  await using server = await openTestServer()
  const { id, staff, gate, changes, starts, stream } = await following(server)
  await starts.first(1)
  gate.close()
  server.cut()
  await staff.admin.orders.validate({ id })
  gate.open()
  await changes.first(1)
  expect(changes.things.map(({ kind }) => kind)).toEqual(['validated'])
  stream.unsubscribe()
})

test('a stream ends with the session, and says why', async () => {
  await using server = await openTestServer()
  const { id, client, staff, starts, failures } = await following(server)
  await starts.first(1)
  await client.auth.logout.mutate()
  await staff.admin.orders.validate({ id })
  const [error] = await failures.first(1)
  expect(problemOf(error)?.code).toBe('session_ended')
})

test("somebody else's order is no stream at all", async () => {
  await using server = await openTestServer()
  const { id } = await following(server)
  const failures = heard<unknown>()
  createShopClient({ url: server.url }).orders.onChange.subscribe({ id }, { onError: failures.add })
  const [error] = await failures.first(1)
  expect(problemOf(error)?.code).toBe('order_not_found')
})

test('a program that starts again goes on after the last position it kept', async () => {
  await using server = await openTestServer()
  const { id, alice, client, staff, changes, starts, stream } = await following(server)
  await starts.first(1)
  await staff.admin.orders.validate({ id })
  const [first] = await changes.first(1)
  stream.unsubscribe()
  await alice.shop.orders.pay({ id, card: 'card_success' })
  const again = heard<string>()
  const resumed = client.orders.onChange.subscribe(
    { id, lastEventId: first?.position },
    { onData: ({ data }) => again.add(data.kind) },
  )
  expect(await again.first(2)).toEqual(['payment_requested', 'paid'])
  resumed.unsubscribe()
})

test('a program whose stream was away for too long is told to read anew, and hears all that comes after', async () => {
  await using server = await openTestServer()
  const { id, staff, tokens } = await following(server)
  await staff.admin.orders.validate({ id })
  const url = await server.afterAllWasForgotten()
  const [resyncs, changes, failures] = [heard<string>(), heard<string>(), heard<unknown>()]
  const client = createShopClient({ url, tokens, onResync: (path) => resyncs.add(path) })
  const stream = client.orders.onChange.subscribe(
    { id, lastEventId: '0' },
    { onData: ({ data }) => changes.add(data.kind), onError: (error) => failures.add(error) },
  )
  await resyncs.first(1)
  expect((await client.orders.get.query({ id })).status).toBe('validated')
  await staff.admin.orders.cancel({ id, reason: 'rupture' })
  await changes.first(1)
  expect([resyncs.things, changes.things, failures.things]).toEqual([['orders.onChange'], ['cancelled'], []])
  stream.unsubscribe()
})

test('one that does not ask for that is refused in words, and misses nothing in silence', async () => {
  await using server = await openTestServer()
  const { id, tokens } = await following(server)
  const client = createShopClient({ url: await server.afterAllWasForgotten(), tokens })
  const failures = heard<unknown>()
  client.orders.onChange.subscribe({ id, lastEventId: '0' }, { onError: (error) => failures.add(error) })
  await failures.first(1)
  expect(problemOf(failures.things[0])?.code).toBe('events_forgotten')
})
