import * as outbox from '@comptoir/db/stores/outbox'
import { expect, test } from 'vitest'
import { startEvents } from '../../services/events.ts'
import { addProduct, order, refused } from '../../testing-orders.ts'
import { openTestShop } from '../../testing.ts'

type Told = { of: number[]; news: string } & Record<string, unknown>
/** The next `count` things that a stream tells, with their positions. */
function listen(stream: unknown) {
  const told = (stream as AsyncIterable<readonly [string, Told]>)[Symbol.asyncIterator]()
  const next = async (count: number) => {
    const all: { id: string; told: Told }[] = []
    while (all.length < count) {
      const { value } = await told.next()
      all.push({ id: value[0], told: value[1] })
    }
    return all
  }
  return { next, cut: async () => void (await told.return?.()) }
}

test('one stream tells of stock, an order and messages, each under its topic, and goes on where it was cut', async () => {
  await using shop = await openTestShop()
  const [bowl, alice] = [await addProduct(shop), await shop.customer()]
  const placed = await order(alice, bowl)
  const desk = await shop.staff('support')
  const topics = [
    { about: 'stock', productId: bowl.id },
    { about: 'order', id: placed.id },
    { about: 'messages' },
    { about: 'orders' },
  ] as const
  const line = listen(await alice.shop.live.follow({ topics: [...topics] }))
  const [begun, stock] = await line.next(2)
  expect([begun?.told, stock?.told.of, stock?.told.news]).toEqual([
    { of: [], news: 'begun', resync: false },
    [0],
    'stock',
  ])
  await desk.admin.orders.validate({ id: placed.id })
  await shop.services.events.settled()
  const [validated] = await line.next(1)
  expect(validated?.told).toMatchObject({ of: [1, 3], news: 'order', order: { orderId: placed.id, kind: 'validated' } })
  await line.cut()
  await alice.shop.support.create({ subject: 'Bonjour', body: 'Une question.' })
  const again = listen(await alice.shop.live.follow({ topics: [...topics], lastEventId: validated?.id }))
  await shop.services.events.settled()
  const all = await again.next(3)
  expect(all.map(({ told }) => [told.news, told.of])).toEqual([
    ['begun', []],
    ['stock', [0]],
    ['message', [2]],
  ])
  await again.cut()
})

test('each topic is looked at like a stream of its own', async () => {
  await using shop = await openTestShop()
  const [bowl, alice, bob] = [await addProduct(shop), await shop.customer(), await shop.customer()]
  const placed = await order(alice, bowl)
  const { id: thread } = await alice.shop.support.create({ subject: 'Bonjour', body: 'Une question.' })
  const codeOf = async (call: () => Promise<unknown>) => (await refused(call())).problem?.code
  const own = { about: 'stock', productId: bowl.id } as const
  const asks = (
    visit: typeof bob | ReturnType<typeof shop.guest>,
    topic: Parameters<typeof bob.shop.live.follow>[0]['topics'][number],
  ) => codeOf(() => visit.shop.live.follow({ topics: [own, topic] }))
  expect(await asks(bob, { about: 'order', id: placed.id })).toBe('order_not_found')
  expect(await asks(bob, { about: 'order_messages', id: placed.id })).toBe('order_not_found')
  expect(await asks(bob, { about: 'messages', id: thread })).toBe('thread_not_found')
  expect(await asks(shop.guest(), { about: 'messages' })).toBe('sign_in_first')
  expect(await asks(shop.guest(), { about: 'orders' })).toBe('sign_in_first')
  const [catalogue, finance] = [await shop.staff('catalogue'), await shop.staff('finance')]
  expect(await codeOf(() => catalogue.admin.live.follow({ topics: [{ about: 'orders' }] }))).toBe('not_allowed')
  expect(await codeOf(() => finance.admin.live.follow({ topics: [{ about: 'orders' }, { about: 'messages' }] }))).toBe(
    'not_allowed',
  )
  const support = await shop.staff('support')
  expect(await codeOf(() => support.admin.live.follow({ topics: [{ about: 'money' }] }))).toBe('not_allowed')
  expect(await codeOf(() => alice.admin.live.follow({ topics: [] }))).toBe('not_allowed')
})

test('another customer’s steps and messages are not heard', async () => {
  await using shop = await openTestShop()
  const [bowl, alice, bob] = [await addProduct(shop), await shop.customer(), await shop.customer()]
  const line = listen(await bob.shop.live.follow({ topics: [{ about: 'orders' }, { about: 'messages' }] }))
  await line.next(1)
  await order(alice, bowl)
  await alice.shop.support.create({ subject: 'Bonjour', body: 'Une question.' })
  const mine = await order(bob, bowl)
  await shop.services.events.settled()
  expect((await line.next(1))[0]?.told).toMatchObject({ of: [0], order: { orderId: mine.id } })
  await line.cut()
})

test('a line whose place was forgotten hears that everything is to be read anew, once, and then what comes next', async () => {
  await using shop = await openTestShop()
  const [bowl, alice] = [await addProduct(shop), await shop.customer()]
  const { id } = await order(alice, bowl)
  await shop.services.events.settled()
  await shop.db.write((tx) => outbox.forget(tx, { before: new Date(0), newest: 0 }))
  // A process that opens now has nothing of it in memory either.
  const events = await startEvents(shop.db, { pollMs: null })
  const visit = shop.visit({ user: alice.bag.user }, { events })
  const topics: { about: 'orders' | 'messages' }[] = [{ about: 'orders' }, { about: 'messages' }]
  const line = listen(await visit.shop.live.follow({ topics, lastEventId: '0' }))
  const [begun, resync] = await line.next(2)
  expect([begun?.told, resync?.told]).toEqual([
    { of: [], news: 'begun', resync: false },
    { of: [0, 1], news: 'begun', resync: true },
  ])
  expect(resync?.id).toBe(String(events.position()))
  await alice.shop.orders.cancel({ id })
  await events.settled()
  expect((await line.next(1))[0]?.told).toMatchObject({ news: 'order', order: { kind: 'cancelled' } })
  await line.cut()
  await events.stop()
})
