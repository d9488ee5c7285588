import { openTestDatabase } from '@comptoir/db/testing'
import type { Id } from '@comptoir/domain'
import { sql } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { openCrashRig } from '../crash/crash.ts'
import { kinds } from '../crash/plots.ts'
import { emptyPlace } from '../place.ts'
import { startServer } from '../server/start-server.ts'
import { chance, tally, wanted } from '../tally.ts'
import { newKey, visitor, withKey } from '../visitor.ts'
import { cuttingProxy } from './cutting-proxy.ts'
import { storm } from './storm.ts'

const turns = wanted('RIG_TURNS', 3)
const seed = wanted('RIG_SEED', Date.now() % 1_000_000)
const address = { name: 'Camille Roux', line1: '8 rue des Lilas', postcode: '69003', city: 'Lyon' }

test('sixty-four payments at once on PostgreSQL: none fails, and no invoice number is skipped', async () => {
  const counts = tally('payments at once on PostgreSQL')
  await using place = await emptyPlace('postgres')
  await using server = await startServer({ databaseUrl: place.url, aheadMs: 0 })
  const { goods } = await server.tell('stock', { stock: [10_000], customers: 0 })
  const variantId = goods[0]?.variantId ?? 'variant_'
  const orders = await Promise.all(
    Array.from({ length: 64 }, async (_, i) => {
      const { shop } = visitor(server.url)
      const cart = await shop.cart.add.mutate({ variantId, quantity: 1 }, withKey(newKey()))
      const quote = { hash: cart.quote.hash, totalCents: cart.quote.totalCents }
      const input = { email: `payer-${i}@email.test`, address, quote, termsVersion: cart.termsVersion }
      const { order, accessToken } = await shop.orders.checkout.mutate(input, withKey(newKey()))
      return { id: order.id as Id<'order'>, accessToken: accessToken ?? undefined }
    }),
  )
  const paid = await Promise.all(
    orders.map((order) =>
      visitor(server.url).shop.orders.pay.mutate({ ...order, card: 'card_success' }, withKey(newKey())),
    ),
  )
  counts.add('payments', paid.length)
  expect(paid.map(({ outcome }) => outcome)).toEqual(orders.map(() => 'paid'))
  const numbers = paid.map(({ order }) => order.invoiceNumber).toSorted()
  expect(numbers.map((number) => Number(number?.split('-').at(-1)))).toEqual(orders.map((_, i) => i + 1))
  const books = await server.tell('books', null)
  expect([books.breaches, books.invoices, books.gateway.charges]).toEqual([[], 64, 64])
  expect(counts.close({ payments: 64 })).toEqual([])
})

test('a fifth of all commits fails as a conflict or a deadlock, and no shopper notices', async () => {
  const counts = tally('storm of 40001 and 40P01')
  await using place = await openTestDatabase('postgres')
  await using rig = await openCrashRig(place, counts)
  await place.execute(storm)
  for (let turn = 0; turn < turns; turn++) {
    await rig.tellThrough(kinds)
    await rig.check()
    counts.add('orders', kinds.length)
  }
  const [seen] = await place.read.select({ count: sql`last_value`.mapWith(Number) }).from(sql`storm_seen`)
  const [hits] = await place.read.select({ count: sql`last_value`.mapWith(Number) }).from(sql`storm_hits`)
  counts.add('commits', seen?.count)
  counts.add('commits that were failed', hits?.count)
  expect(
    counts.close({ 'commits that were failed': Math.floor((seen?.count ?? 0) * 0.1), commits: 80 * turns }),
  ).toEqual([])
})

const cutEach = 5
/** The shop itself tries again four times before it says so: with these cuts that is one call in some hundred. */
const mostUnknown = 3 * turns

test('a connection that is cut at COMMIT: the key tells what became of it, and nothing happens twice', async () => {
  const counts = tally(`connections cut at COMMIT, seed ${seed}`)
  await using place = await emptyPlace('postgres')
  await using proxy = await cuttingProxy(place.url, chance(seed))
  await using rig = await openCrashRig({ ...place, url: proxy.url }, counts)
  for (let turn = 0; turn < turns; turn++) {
    proxy.cutEach(cutEach)
    await rig.tellThrough(kinds)
    proxy.cutEach(0)
    await rig.check()
    counts.add('orders', kinds.length)
  }
  counts.add('cut before the server heard of it', proxy.cuts.before)
  counts.add('cut after it was done', proxy.cuts.after)
  expect(counts.of('calls told that nobody knows')).toBeLessThanOrEqual(mostUnknown)
  expect(counts.close({ 'cut before the server heard of it': 2 * turns, 'cut after it was done': 2 * turns })).toEqual(
    [],
  )
})
