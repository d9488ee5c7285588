import { expect, test } from 'vitest'
import { addProduct, anAddress } from '../testing-orders.ts'
import { listen } from '../testing-server.ts'
import { openTestShop } from '../testing.ts'
import { procedures } from '../generated/testing-world.ts'
import { shopOperations } from './shop-operations.ts'
import { adminOperations } from './admin-operations.ts'
import { routes } from './routes.ts'
import { at, restOf, textAt } from './testing-rest.ts'

const account = { email: 'alice@email.test', password: 'battery staple' }

/** The operations that programs have always known, with the status of a call that goes well. */
const known = {
  'GET /api/catalog/products': 200,
  'GET /api/catalog/products/{id}': 200,
  'POST /api/auth/register': 201,
  'POST /api/auth/login': 200,
  'POST /api/auth/logout-v2': 204,
  'GET /api/auth/profile': 200,
  'PUT /api/auth/profile': 200,
  'GET /api/cart/': 200,
  'POST /api/cart/add': 200,
  'POST /api/cart/remove': 200,
  'DELETE /api/cart/clear': 200,
  'POST /api/orders/checkout': 201,
  'POST /api/orders/pay': 200,
  'GET /api/orders/': 200,
  'GET /api/orders/{id}': 200,
  'POST /api/orders/cancel': 200,
  'POST /api/support/threads': 201,
  'GET /api/support/threads': 200,
  'GET /api/support/threads/{id}': 200,
  'POST /api/support/threads/{id}/messages': 201,
  'GET /api/admin/orders': 200,
  'POST /api/admin/orders/validate': 200,
  'POST /api/admin/orders/ship': 200,
  'POST /api/admin/orders/deliver': 200,
  'POST /api/admin/orders/refund': 200,
  'GET /api/admin/products': 200,
  'POST /api/admin/products': 201,
  'PUT /api/admin/products': 200,
  'PUT /api/admin/products/stock': 200,
  'GET /api/admin/support/threads': 200,
  'POST /api/admin/support/threads/{id}/reply': 201,
  'POST /api/admin/support/threads/{id}/close': 200,
  'GET /api/admin/stats': 200,
} as const
type Known = keyof typeof known

test('the 33 operations that programs know answer on their own path and method, one after the other in one story', async () => {
  await using shop = await openTestShop()
  await using server = await listen(shop)
  const rest = restOf(server)
  const { email } = await shop.staff('admin', { email: 'admin@email.test' })
  const bowl = await addProduct(shop)
  const called = new Set<Known>()

  const call = async (operation: Known, token: string | undefined, body?: unknown, id = '') => {
    const [method = '', path = ''] = operation.split(' ')
    const answer = await rest(method, path.replace('{id}', id), { token, body })
    expect({ operation, status: answer.status, body: answer.status < 300 || answer.body }).toEqual({
      ...{ operation, status: known[operation], body: true },
    })
    called.add(operation)
    return answer.body
  }
  const ids = { variantId: bowl.variantId }
  expect(textAt(await call('GET /api/catalog/products', undefined), 'items.0.id')).toBe(bowl.id)
  expect(textAt(await call('GET /api/catalog/products/{id}', undefined, undefined, bowl.slug), 'id')).toBe(bowl.id)

  const registered = await call('POST /api/auth/register', undefined, { ...account, name: 'Alice' })
  expect(textAt(registered, 'token')).toMatch(/^tk_/)
  const alice = textAt(await call('POST /api/auth/login', undefined, account), 'token')
  expect(textAt(await call('PUT /api/auth/profile', alice, { phone: '0612345678' }), 'phone')).toBe('0612345678')
  expect(textAt(await call('GET /api/auth/profile', alice), 'email')).toBe(account.email)

  await call('POST /api/cart/add', alice, { ...ids, quantity: 2 })
  expect(at(await call('GET /api/cart/', alice), 'count')).toBe(2)
  const line = { lineId: textAt(await call('GET /api/cart/', alice), 'lines.0.id') }
  expect(at(await call('POST /api/cart/remove', alice, line), 'count')).toBe(0)
  await call('POST /api/cart/add', alice, ids)
  expect(at(await call('DELETE /api/cart/clear', alice), 'lines')).toEqual([])

  const checkout = async () => {
    const cart = await call('POST /api/cart/add', alice, ids)
    const quote = { hash: at(cart, 'quote.hash'), totalCents: at(cart, 'quote.totalCents') }
    const said = { address: anAddress, quote, termsVersion: at(cart, 'termsVersion') }
    return { id: textAt(await call('POST /api/orders/checkout', alice, said), 'order.id') }
  }
  const order = await checkout()
  const admin = textAt(await call('POST /api/auth/login', undefined, { email, password: 'correct horse' }), 'token')
  const statusOf = async (work: Promise<unknown>, path = 'status') => textAt(await work, path)
  expect(await statusOf(call('POST /api/admin/orders/validate', admin, order))).toBe('validated')
  const card = { card: 'card_success' }
  expect(await statusOf(call('POST /api/orders/pay', alice, { ...order, ...card }), 'order.status')).toBe('paid')
  expect(await statusOf(call('POST /api/admin/orders/ship', admin, order))).toBe('shipped')
  expect(await statusOf(call('POST /api/admin/orders/deliver', admin, order))).toBe('delivered')
  expect(await statusOf(call('POST /api/admin/orders/refund', admin, order))).toBe('refunded')
  expect(await statusOf(call('GET /api/orders/{id}', alice, undefined, order.id))).toBe('refunded')
  expect(await statusOf(call('POST /api/orders/cancel', alice, await checkout()))).toBe('cancelled')
  expect(at(await call('GET /api/orders/', alice), 'items.length')).toBe(2)
  expect(at(await call('GET /api/admin/orders', admin), 'items.length')).toBe(2)

  const thread = textAt(
    await call('POST /api/support/threads', alice, { subject: 'Bonjour', body: 'Où est-elle ?' }),
    'id',
  )
  await call('POST /api/support/threads/{id}/messages', alice, { body: 'Merci.' }, thread)
  await call('POST /api/admin/support/threads/{id}/reply', admin, { body: 'Elle arrive.' }, thread)
  await call('POST /api/admin/support/threads/{id}/close', admin, undefined, thread)
  expect(at(await call('GET /api/support/threads/{id}', alice, undefined, thread), 'messages.length')).toBe(3)
  expect(textAt(await call('GET /api/support/threads', alice), 'items.0.id')).toBe(thread)
  expect(textAt(await call('GET /api/admin/support/threads', admin), 'items.0.state')).toBe('closed')

  const draft = { slug: 'tasse', texts: { fr: { name: 'Tasse' } }, variants: [{ priceCents: 900, stock: 3 }] }
  const made = await call('POST /api/admin/products', admin, draft)
  const variants = [{ id: at(made, 'variants.0.id'), priceCents: 800 }]
  const change = { ...draft, variants, id: at(made, 'id'), version: at(made, 'version'), state: 'published' }
  expect(at(await call('PUT /api/admin/products', admin, change), 'variants.0.priceCents')).toBe(800)
  const stock = { variantId: at(made, 'variants.0.id'), change: -1, reason: 'cassée' }
  expect(at(await call('PUT /api/admin/products/stock', admin, stock), 'variants.0.onHand')).toBe(2)
  expect(at(await call('GET /api/admin/products', admin), 'items.length')).toBe(2)
  expect(at(await call('GET /api/admin/stats', admin), 'paidOrders')).toBe(1)

  await call('POST /api/auth/logout-v2', alice)
  expect((await rest('GET', '/api/auth/profile', { token: alice })).status).toBe(401)
  expect(Object.keys(known).filter((one) => !called.has(one as Known))).toEqual([])
  expect(called.size).toBe(33)
})

const proceduresOf = (face: 'shop' | 'admin') => procedures.filter((one) => one.face === face)

test('every procedure has a way in over REST; what answers a stream has none', () => {
  for (const [face, table] of [['shop', shopOperations] as const, ['admin', adminOperations] as const]) {
    const named = new Set(Object.keys(table))
    const missing = proceduresOf(face).filter(({ path }) => !named.has(path))
    expect(missing.map(({ path }) => path)).toEqual([])
    for (const { path, kind } of proceduresOf(face)) {
      const ways = routes.filter((route) => route.face === face && route.procedure === path)
      expect({ path, ways: ways.length > 0 }).toEqual({ path, ways: kind !== 'subscription' })
      for (const { method } of ways)
        expect({ path, reads: method === 'GET' }).toEqual({ path, reads: kind === 'query' })
    }
  }
})

test('no two procedures answer on the same method and path', () => {
  const places = routes.map(({ method, url }) => `${method} ${url}`)
  expect(places.filter((place, i) => places.indexOf(place) !== i)).toEqual([])
})
