import type { Database, Reader } from '@comptoir/db'
import { type Id, makeId } from '@comptoir/domain'
import { expect, test } from 'vitest'
import { addProduct, order, orderPaid, problemCode, type Visit } from '../../testing-orders.ts'
import { openTestShop, type TestShop } from '../../testing.ts'

const hours = 3_600_000

test('staff filter orders by every axis, customer, e-mail, reference and day', async () => {
  await using shop = await openTestShop()
  const bowl = await addProduct(shop, { stock: 50 })
  const alice = await shop.customer({ email: 'alice@email.test' })
  const bob = await shop.customer({ email: 'bob@email.test' })
  const { admin } = await shop.staff('admin')
  const created = await order(alice, bowl)
  const validated = await order(bob, bowl)
  await admin.orders.validate({ id: validated.id })
  // Past midnight in Paris.
  shop.clock.advance(13.5 * hours)
  const paid = await orderPaid(alice, bowl)
  const shipped = await orderPaid(bob, bowl)
  await admin.orders.ship({ id: shipped.id })
  const cancelled = await orderPaid(alice, bowl)
  await admin.orders.cancel({ id: cancelled.id })
  const guests = await order(shop.guest(), bowl)

  const found = async (filter: Parameters<typeof admin.orders.list>[0]) =>
    (await admin.orders.list(filter)).items.map(({ id }) => id).toSorted()
  const ids = (...orders: { id: string }[]) => orders.map(({ id }) => id).toSorted()
  expect(await found({})).toEqual(ids(created, validated, paid, shipped, cancelled, guests))
  expect(await found({ status: 'created' })).toEqual(ids(created, guests))
  expect(await found({ status: 'cancelled' })).toEqual(ids(cancelled))
  expect(await found({ placement: 'validated' })).toEqual(ids(validated))
  expect(await found({ payment: 'refunded' })).toEqual(ids(cancelled))
  expect(await found({ payment: 'paid', delivery: 'none' })).toEqual(ids(paid))
  expect(await found({ delivery: 'shipped' })).toEqual(ids(shipped))
  expect(await found({ customerId: alice.userId })).toEqual(ids(created, paid, cancelled))
  expect(await found({ email: ' BOB@email.test' })).toEqual(ids(validated, shipped))
  expect(await found({ email: 'camille@email.test' })).toEqual(ids(guests))
  expect(await found({ reference: paid.reference.toLowerCase() })).toEqual(ids(paid))
  expect(await found({ to: '2026-11-22' })).toEqual(ids(created, validated))
  expect(await found({ from: '2026-11-23', to: '2026-11-23', status: 'paid' })).toEqual(ids(paid))
  expect(await found({ from: '2026-11-24' })).toEqual([])
})

test('a customer sees their own orders only, the newest first', async () => {
  await using shop = await openTestShop()
  const bowl = await addProduct(shop)
  const alice = await shop.customer()
  const first = await order(alice, bowl)
  shop.clock.advance(1000)
  const second = await order(alice, bowl)
  await order(await shop.customer(), bowl)
  expect((await alice.shop.orders.list({})).items.map(({ id }) => id)).toEqual([second.id, first.id])
})

test('pages are complete and without doubles while new orders arrive, and a foreign page marker is refused', async () => {
  await using shop = await openTestShop()
  const bowl = await addProduct(shop, { stock: 90 })
  const alice = await shop.customer()
  const before: string[] = []
  for (let one = 0; one < 7; one++) {
    shop.clock.advance(1000)
    before.push((await order(alice, bowl)).id)
  }
  const seen: string[] = []
  let cursor: string | undefined
  do {
    const page = await alice.shop.orders.list({ limit: 3, cursor })
    seen.push(...page.items.map(({ id }) => id))
    cursor = page.nextCursor ?? undefined
    shop.clock.advance(1000)
    await order(alice, bowl)
  } while (cursor !== undefined)
  expect(seen).toEqual(before.toReversed())
  expect(await problemCode(alice.shop.orders.list({ cursor: 'bm9uc2Vuc2U' }))).toBe('cursor_invalid')
})

/** Counts the rows that each statement of a reader gives. */
function counted(db: Database): { db: Database; rows: number[] } {
  const rows: number[] = []
  const watch = <T extends object>(of: T): T =>
    new Proxy(of, {
      get(target, key) {
        const value: unknown = Reflect.get(target, key)
        if (typeof value !== 'function') return value
        if (key === 'then')
          return (done: (value: unknown) => unknown, failed: (error: unknown) => unknown) =>
            Reflect.apply(value, target, [
              (found: unknown) => {
                if (Array.isArray(found)) rows.push(found.length)
                return done(found)
              },
              failed,
            ])
        return (...args: unknown[]) => {
          const next: unknown = Reflect.apply(value, target, args)
          return typeof next === 'object' && next !== null ? watch(next) : next
        }
      },
    })
  const { select } = db.read
  const read: Reader = { ...db.read, select: (...args: []) => watch(select(...args)) }
  return { db: { ...db, read }, rows }
}

/** Many orders at once, past the shop's verbs: only what lists read. */
async function plantOrders(shop: TestShop, userId: Id<'user'>, count: number) {
  const { orders } = shop.db.read.tables
  const [model] = await shop.db.read.select().from(orders)
  if (model === undefined) throw new Error('plants copy an order')
  for (let start = 0; start < count; start += 200)
    await shop.db.write(async (tx) => {
      await tx.insert(orders).values(
        Array.from({ length: 200 }, (_, i) => {
          const at = new Date(model.placedAt.getTime() - 1000 * (start + i + 1))
          const id = makeId('order', at.getTime(), shop.services.random(16))
          return { ...model, id, userId, cartId: null, reference: `R${start + i}`, accessTokenHash: null, placedAt: at }
        }),
      )
    })
}

test('with 10,000 orders no list reads more than its page and one row more', async () => {
  await using shop = await openTestShop({ checked: false })
  const alice = await shop.customer()
  await order(alice, await addProduct(shop))
  await plantOrders(shop, alice.userId, 10_000)
  const colleague = await shop.staff('admin')
  const { db, rows } = counted(shop.db)
  const limit = 20
  const asked: [string, (visit: Visit) => Promise<{ items: unknown[]; nextCursor: string | null }>][] = [
    ['own orders', (visit) => visit.shop.orders.list({ limit })],
    ['all orders', (visit) => visit.admin.orders.list({ limit })],
    ['by status', (visit) => visit.admin.orders.list({ limit, status: 'created' })],
    ['by customer and day', (visit) => visit.admin.orders.list({ limit, customerId: alice.userId, to: '2026-11-30' })],
  ]
  for (const [name, ask] of asked) {
    rows.length = 0
    const visit = shop.visit({ user: name === 'own orders' ? alice.bag.user : colleague.bag.user }, { db })
    const page = await ask(visit)
    expect(page.items, name).toHaveLength(limit)
    expect(page.nextCursor, name).not.toBeNull()
    expect(Math.max(...rows), name).toBe(limit + 1)
  }
})
