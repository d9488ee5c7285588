import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { addProduct, order } from './testing-orders.ts'
import { listen, openStream } from './testing-server.ts'
import { openTestShop, type TestShop } from './testing.ts'

/** The positions of what happened, as the table has them. */
async function positionsOf(shop: TestShop, topic: string, subjectIds: readonly string[]) {
  await shop.services.events.settled()
  const { outbox } = shop.db.read.tables
  const rows = await shop.db.read.select().from(outbox).where(eq(outbox.topic, topic))
  return rows
    .filter((row) => subjectIds.includes(row.subjectId))
    .map((row) => row.position ?? 0)
    .toSorted((a, b) => a - b)
}

test('a shopper’s page that is cut in mid-stream hears every step of the order once and in order', async () => {
  await using shop = await openTestShop()
  const bowl = await addProduct(shop, { stock: 20 })
  const alice = await shop.customer()
  const { admin } = await shop.staff('admin')
  await using server = await listen(shop)
  const cookie = alice.secret
  await shop.services.events.settled()
  let stream = await openStream(server, '/rpc/shop/orders.onChange', {}, { cookie })
  await stream.connected()

  const heard: { id: number; data: unknown }[] = []
  const hear = async () => {
    const { id, data } = await stream.next()
    heard.push({ id: Number(id), data })
  }
  const orders = []
  for (let turn = 0; turn < 3; turn++) {
    const { id } = await order(alice, bowl)
    orders.push(id)
    await hear()
    stream.cut()
    // While nobody listens the order goes on.
    await admin.orders.validate({ id })
    await alice.shop.orders.pay({ id, card: 'card_success' })
    const lastEventId = String(heard.at(-1)?.id)
    stream = await openStream(server, '/rpc/shop/orders.onChange', {}, { cookie, lastEventId })
    for (let missed = 0; missed < 3; missed++) await hear()
    await admin.orders.ship({ id })
    await hear()
  }
  stream.cut()
  expect(heard.map(({ id }) => id)).toEqual(await positionsOf(shop, 'order.changed', orders))
  expect(heard.slice(0, 5).map(({ data }) => (data as { kind: string }).kind)).toEqual([
    ...['created', 'validated', 'payment_requested', 'paid', 'shipped'],
  ])
})

test('the stock on a product page goes on after a cut, and what others bought meanwhile is told', async () => {
  await using shop = await openTestShop()
  const bowl = await addProduct(shop, { stock: 9 })
  const other = await addProduct(shop, { stock: 9 })
  const alice = await shop.customer()
  await using server = await listen(shop)
  await shop.services.events.settled()
  const path = '/rpc/shop/catalog.stock'
  const input = { productId: bowl.id }
  const left = (data: unknown) =>
    (data as { variants: { left: number | null; stock: string }[] }).variants.map((one) => one.left ?? one.stock)
  let stream = await openStream(server, path, input)
  const first = await stream.next()
  expect(left(first.data)).toEqual(['in_stock'])
  stream.cut()
  for (const product of [bowl, other, bowl, bowl]) await order(alice, product, 2)
  stream = await openStream(server, path, input, { lastEventId: first.id })
  const ids: number[] = []
  let shown: unknown
  for (let change = 0; change < 3; change++) {
    const event = await stream.next()
    ids.push(Number(event.id))
    shown = left(event.data)
  }
  stream.cut()
  const known = await positionsOf(shop, 'stock.changed', [bowl.id])
  expect(ids).toEqual(known.filter((position) => position > Number(first.id)))
  expect(shown).toEqual([3])
})

test('signing out ends the stream at once', async () => {
  await using shop = await openTestShop()
  const bowl = await addProduct(shop)
  const alice = await shop.customer()
  await using server = await listen(shop)
  const stream = await openStream(server, '/rpc/shop/orders.onChange', {}, { cookie: alice.secret })
  await stream.connected()
  await alice.shop.auth.logout()
  await order(alice, bowl)
  const { type, data } = await stream.next()
  expect(type).toBe('serialized-error')
  expect(data).toMatchObject({ data: { code: 'UNAUTHORIZED', problem: { code: 'session_ended' } } })
  stream.cut()
})

test('the console’s stream ends for a colleague who is one no more', async () => {
  await using shop = await openTestShop()
  const bowl = await addProduct(shop)
  const colleague = await shop.staff('support')
  await using server = await listen(shop)
  const stream = await openStream(server, '/rpc/admin/orders.onChange', {}, { cookie: colleague.secret })
  await stream.connected()
  const alice = await shop.customer()
  const { id } = await order(alice, bowl)
  expect((await stream.next()).data).toMatchObject({ orderId: id, kind: 'created' })
  const { users } = shop.db.read.tables
  await shop.db.write(
    async (tx) => void (await tx.update(users).set({ role: 'customer' }).where(eq(users.id, colleague.userId))),
  )
  await alice.shop.orders.cancel({ id })
  const { type, data } = await stream.next()
  expect(type).toBe('serialized-error')
  expect(JSON.stringify(data)).not.toContain(id)
  expect(data).toMatchObject({ data: { code: 'UNAUTHORIZED' } })
  stream.cut()
})

test('a stream that may not open is refused like any other call', async () => {
  await using shop = await openTestShop()
  await using server = await listen(shop)
  const opened = async (path: string, input: unknown) => {
    const stream = await openStream(server, path, input)
    const { type, data } = await stream.next()
    stream.cut()
    expect(type).toBe('serialized-error')
    return (data as { data: { code: string; problem: { code: string } } }).data
  }
  const id = '0'.repeat(26)
  expect(await opened('/rpc/shop/orders.onChange', {})).toMatchObject({
    ...{ code: 'UNAUTHORIZED', problem: { code: 'sign_in_first' } },
  })
  expect(await opened('/rpc/shop/orders.onChange', { id: `order_${id}` })).toMatchObject({
    ...{ code: 'NOT_FOUND', problem: { code: 'order_not_found' } },
  })
  expect(await opened('/rpc/shop/catalog.stock', { productId: `product_${id}` })).toMatchObject({
    ...{ code: 'NOT_FOUND', problem: { code: 'product_not_found' } },
  })
  expect(await opened('/rpc/shop/catalog.stock', { productId: 'nonsense' })).toMatchObject({ code: 'BAD_REQUEST' })
  expect(await opened('/rpc/admin/orders.onChange', {})).toMatchObject({ code: 'UNAUTHORIZED' })
})
