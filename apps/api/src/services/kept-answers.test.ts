import { openDatabase } from '@comptoir/db'
import * as products from '@comptoir/db/stores/products'
import { saveSettings } from '@comptoir/db/stores/settings'
import { expect, test } from 'vitest'
import { freshFor } from '../change.ts'
import { addProduct, orderPaid } from '../testing-orders.ts'
import { listen } from '../testing-server.ts'
import { openTestShop, type TestShop } from '../testing.ts'
import { keepAnswers, shelfTopics } from './kept-answers.ts'

const input = (value: unknown) => encodeURIComponent(JSON.stringify(value))
const reads = [
  `/rpc/shop/catalog.list?input=${input({})}`,
  `/rpc/shop/catalog.list?input=${input({ search: 'bol' })}`,
  `/rpc/shop/catalog.list?input=${input({ inStock: true, sort: 'price_asc' })}`,
  `/rpc/shop/catalog.get?input=${input({ id: 'p-1' })}`,
  `/rpc/shop/catalog.get?input=${input({ id: 'nowhere' })}`,
  `/rpc/shop/catalog.facets?input=${input({})}`,
  `/rpc/shop/catalog.suggest?input=${input({ search: 'bo' })}`,
  '/rpc/shop/catalog.categories',
  '/rpc/shop/catalog.home',
  `/rpc/shop/catalog.list,catalog.get?batch=1&input=${input({ 0: {}, 1: { id: 'p-2' } })}`,
]

/** Numbers below `most`, the same at every run. */
function dice(seed: number) {
  let state = seed
  return (most: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((state / 2_147_483_648) * most)
  }
}

/** What may happen to the shelf while people look at it. */
async function somethingHappens(
  shop: TestShop,
  shelf: Awaited<ReturnType<typeof addProduct>>[],
  roll: (most: number) => number,
) {
  const product = shelf[roll(shelf.length)]
  if (product === undefined) throw new Error('the shelf is empty')
  const cause = () => {
    const fresh = freshFor(shop.services)
    return { orderId: null, actorId: null, requestId: 'test', reason: 'test', at: fresh.now, ids: fresh.id }
  }
  const happenings: (() => Promise<unknown>)[] = [
    () => product.save({ priceCents: 1000 + roll(900) }),
    () => orderPaid(shop.guest(), product, 1).catch(() => {}),
    () => orderPaid(shop.guest(), product, 2).catch(() => {}),
    () =>
      shop
        .guest()
        .shop.cart.add({ variantId: product.variantId, quantity: 1 })
        .catch(() => {}),
    () => shop.db.write((tx) => products.move(tx, product.id, 'archived', cause())),
    () => shop.db.write((tx) => products.move(tx, product.id, 'published', cause())),
    () => shop.db.write((tx) => saveSettings(tx, { shopName: `Comptoir ${roll(9)}` })),
    async () => shelf.push(await addProduct(shop, { slug: `new-${shelf.length}`, stock: roll(8) })),
    () => shop.services.events.settled(),
    async () => shop.clock.advance(roll(2) * 20 * 60_000),
  ]
  await happenings[roll(happenings.length)]?.()
}

test('whatever happens to the shelf, everybody reads what a shop without kept answers would tell them', async () => {
  await using shop = await openTestShop()
  await using keeping = await listen(shop)
  await using plain = await listen(shop, { options: { wire: 'stock' } })
  const shelf = [await addProduct(shop, { slug: 'p-1', stock: 9 }), await addProduct(shop, { slug: 'p-2', stock: 30 })]
  const roll = dice(7)
  const bodies = new Set<string>()
  for (let turn = 0; turn < 150; turn++) {
    if (turn % 3 === 0) await somethingHappens(shop, shelf, roll)
    const path = reads[roll(reads.length)] ?? ''
    const headers = { 'accept-language': roll(3) === 0 ? 'en' : 'fr' }
    const [got, wanted] = [await keeping.get(path, headers), await plain.get(path, headers)]
    const body = (await got.text()).replaceAll(got.headers.get('x-request-id') ?? '-', '')
    expect(body, `turn ${turn}, ${path}`).toBe(
      (await wanted.text()).replaceAll(wanted.headers.get('x-request-id') ?? '-', ''),
    )
    expect(got.status).toBe(wanted.status)
    bodies.add(body)
  }
  expect(bodies.size).toBeGreaterThan(20)
})

const bytes = (text: string) => async () => ({ keep: Buffer.from(text) })

test('an answer is kept until something that it shows has changed, by whichever process', async () => {
  await using shop = await openTestShop()
  const product = await addProduct(shop, { slug: 'bol', stock: 30 })
  const kept = keepAnswers(shop.db, { topics: shelfTopics })
  if (kept === null) throw new Error('SQLite tells its commits')
  await kept.keep('a', bytes('shelf'))
  expect(String((await kept.find('a'))?.bytes)).toBe('shelf')
  await orderPaid(shop.guest(), product, 1)
  await shop.services.events.settled()
  expect(String((await kept.find('a'))?.bytes), 'thirty or twenty-nine look alike').toBe('shelf')
  const other = await openDatabase(shop.url)
  await other.write((tx) =>
    products.move(tx, product.id, 'archived', {
      ...{ orderId: null, actorId: null, requestId: 'test', reason: 'test', at: new Date() },
      ids: freshFor(shop.services).id,
    }),
  )
  await other.close()
  expect(await kept.find('a')).toBeUndefined()
})

test('an answer that was made while the shelf changed is not kept', async () => {
  await using shop = await openTestShop()
  const product = await addProduct(shop, { slug: 'bol', stock: 30 })
  const kept = keepAnswers(shop.db, { topics: shelfTopics })
  await kept?.keep('a', async () => {
    await product.save({ priceCents: 1 })
    return { keep: Buffer.from('old') }
  })
  expect(await kept?.find('a')).toBeUndefined()
})

test('kept answers take no more room than they were given, the least used go first', async () => {
  await using shop = await openTestShop()
  const kept = keepAnswers(shop.db, { topics: shelfTopics, mostBytes: 250, largest: 120 })
  await kept?.keep('a', bytes('a'.repeat(100)))
  await kept?.keep('b', bytes('b'.repeat(100)))
  await kept?.find('a')
  await kept?.keep('c', bytes('c'.repeat(100)))
  await kept?.keep('d', bytes('d'.repeat(130)))
  expect([await kept?.find('b'), await kept?.find('d')]).toEqual([undefined, undefined])
  expect([String((await kept?.find('a'))?.bytes), String((await kept?.find('c'))?.bytes)]).toEqual([
    'a'.repeat(100),
    'c'.repeat(100),
  ])
})

test('PostgreSQL keeps nothing: it cannot tell for nothing whether anything was committed', async () => {
  await using shop = await openTestShop({ engine: 'postgres' })
  expect(keepAnswers(shop.db, { topics: shelfTopics })).toBeNull()
})
