import { engines } from '@comptoir/db/testing'
import { expect, test } from 'vitest'
import { addProduct, order, orderPaid, problemCode } from '../../testing-orders.ts'
import { openTestShop } from '../../testing.ts'

test.each(engines)(
  'customers are found by the beginning of a name or an e-mail, accents or not (%s)',
  async (engine) => {
    await using shop = await openTestShop({ engine })
    const { admin } = await shop.staff('support')
    const zoe = await shop.customer({ email: 'zoe.dupont@email.test' })
    await zoe.shop.auth.updateProfile({ name: 'Zoé-Marie Dupont' })
    shop.clock.advance(1000)
    const dup = await shop.customer({ email: 'dup@email.test' })
    await shop.staff('finance', { email: 'dupond@email.test' })
    const found = async (search?: string) => (await admin.customers.list({ search })).items.map(({ email }) => email)
    expect(await found('ZOE')).toEqual([zoe.email])
    expect(await found('marie d')).toEqual([zoe.email])
    expect(await found('zoe.dupont@email.test')).toEqual([zoe.email])
    expect(await found('dup')).toEqual([dup.email, zoe.email])
    expect(await found('pont')).toEqual([])
    expect(await found()).toEqual([dup.email, zoe.email])
  },
)

test('pages of customers neither miss nor double anyone', async () => {
  await using shop = await openTestShop()
  const { admin } = await shop.staff('support')
  const names = Array.from({ length: 7 }, (_, i) => `marie-${i}@email.test`)
  for (const email of names) await shop.customer({ email })
  for (const search of ['marie', undefined]) {
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const { items, nextCursor } = await admin.customers.list({ search, limit: 3, cursor })
      seen.push(...items.map(({ email }) => email))
      cursor = nextCursor ?? undefined
    } while (cursor !== undefined)
    expect(seen.toSorted()).toEqual(names)
  }
})

test.each(engines)('the totals of a customer equal the order table (%s)', async (engine) => {
  await using shop = await openTestShop({ engine })
  const { admin } = await shop.staff()
  const alice = await shop.customer()
  const bowl = await addProduct(shop, { stock: 20 })
  await order(alice, bowl)
  shop.clock.advance(1000)
  const paid = await orderPaid(alice, bowl, 2)
  shop.clock.advance(1000)
  const refunded = await orderPaid(alice, bowl)
  await admin.orders.cancel({ id: refunded.id })
  const view = await admin.customers.get({ id: alice.userId })
  expect(view).toMatchObject({
    ...{ orders: 3, paidOrders: 1, paidCents: paid.totalCents, lastOrderAt: refunded.placedAt },
    recentOrders: [{ id: refunded.id, status: 'cancelled' }, { id: paid.id }, { status: 'created' }],
  })
  const rows = (await shop.db.read.select().from(shop.db.read.tables.orders)).filter(
    (row) => row.userId === alice.userId,
  )
  expect(view.orders).toBe(rows.length)
  expect(view.paidCents).toBe(rows.reduce((sum, row) => sum + (row.payment === 'paid' ? row.totalCents : 0), 0))
  expect((await admin.customers.list({})).items).toMatchObject([{ orders: 3, paidCents: paid.totalCents }])
})

test('colleagues note things about a customer, not about each other', async () => {
  await using shop = await openTestShop()
  const support = await shop.staff('support')
  const alice = await shop.customer()
  const { notes } = await support.admin.customers.addNote({ id: alice.userId, body: 'Préfère le matin.' })
  expect(notes).toMatchObject([{ body: 'Préfère le matin.', authorName: 'Une personne' }])
  expect(await problemCode(support.admin.customers.addNote({ id: support.userId, body: 'Rien.' }))).toBe(
    'customer_not_found',
  )
  expect(await problemCode(support.admin.customers.get({ id: support.userId }))).toBe('customer_not_found')
})
