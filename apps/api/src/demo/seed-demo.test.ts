import { demoProducts } from '@comptoir/db/demo'
import { expect, test } from 'vitest'
import { openTestShop } from '../testing.ts'
import { demoAccounts, seedDemo } from './seed-demo.ts'

test('the demo opens with its shelves, Alice’s delivered order, Bob’s paid one and Charlie’s cart; a second start changes nothing', async () => {
  await using shop = await openTestShop()
  expect(await seedDemo(shop.services)).toBe(true)
  const sign = async (email: string, password: string) => {
    const visitor = shop.visit({ tokensBy: 'header' })
    await visitor.shop.auth.login({ email, password, session: 'token' })
    return visitor
  }
  for (const { email, password } of demoAccounts) await sign(email, password)
  const admin = await shop.staff('admin')
  const ordersOf = async (email: string) =>
    (await admin.admin.orders.list({ email })).items.map((order) => order.status)
  expect(await ordersOf('alice@email.test')).toEqual(['delivered'])
  expect(await ordersOf('bob@email.test')).toEqual(['paid'])
  const lines = await shop.db.read.select().from(shop.db.read.tables.cartLines)
  expect(lines.map((line) => line.quantity).toSorted((a, b) => a - b)).toEqual([1, 3])
  const shelf = await shop.db.read.$count(shop.db.read.tables.products)
  expect(shelf).toBe(demoProducts.length)

  const { options } = await shop.guest().shop.catalog.facets({ category: 'vetements' })
  const sizes = options.find((option) => option.code === 'taille')?.values.map((value) => value.name)
  expect(sizes?.filter((size) => /^(?:S|M|L|XL)$/.test(size))).toEqual(['S', 'M', 'L', 'XL'])

  // What is reduced says what it cost before, as the law wants it.
  for (const { slug } of demoProducts.filter((one) =>
    one.variants.some(({ compareAtCents }) => compareAtCents !== null),
  )) {
    const { variants } = await shop.guest().shop.catalog.get({ id: slug })
    for (const { compareAtCents, priorPriceCents } of variants) expect(priorPriceCents, slug).toBe(compareAtCents)
  }

  const before = (await admin.admin.orders.list({})).items
  expect(await seedDemo(shop.services)).toBe(true)
  expect((await admin.admin.orders.list({})).items).toEqual(before)
})

test('a shop that has something of its own is never made a demo', async () => {
  await using shop = await openTestShop()
  await shop.customer()
  expect(await seedDemo(shop.services)).toBe(false)
  expect(await shop.db.read.$count(shop.db.read.tables.products)).toBe(0)
})
