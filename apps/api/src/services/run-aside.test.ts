import { expect, test } from 'vitest'
import { addProduct } from '../testing-orders.ts'
import { openTestShop } from '../testing.ts'
import { readsInThread } from './long-reads.ts'
import { runAside } from './run-aside.ts'

test('a large shop counts in a thread of its own what a small one counts at once', async () => {
  await using shop = await openTestShop()
  for (let i = 0; i < 4; i++) await addProduct(shop, { slug: `p-${i}`, stock: i })
  const threads = readsInThread(shop.url)
  const asked: string[] = []
  const longReads: typeof threads = {
    ...threads,
    run(name, input, onProgress) {
      asked.push(name)
      return threads.run(name, input, onProgress)
    },
  }
  const ctx = { db: shop.db, upkeep: { ...shop.services.upkeep, longReads } }
  const filter = { locale: 'fr', state: 'published', categoryId: null, search: 'bol' } as const
  const overview = { locale: 'fr', now: new Date('2026-11-22T12:00:00Z') } as const
  const both = async (small: number) => [
    await runAside(ctx, 'facets', filter, { small }),
    await runAside(ctx, 'overview', overview, { small }),
  ]
  const atOnce = await both(4)
  expect(asked).toEqual([])
  expect(await both(3)).toEqual(atOnce)
  expect(asked).toEqual(['facets', 'overview'])
  await threads.close()
})
