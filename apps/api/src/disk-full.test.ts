import type { Database } from '@comptoir/db'
import { expect, test } from 'vitest'
import { fullDisk } from './problem-status.ts'
import { addProduct } from './testing-orders.ts'
import { listen } from './testing-server.ts'
import { openTestShop } from './testing.ts'

const noSpace = () => Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' })

test('on a full disk the shop refuses what it cannot write and says so to its people, shows its shelf, and sells again once there is room', async () => {
  await using shop = await openTestShop()
  const bowl = await addProduct(shop)
  let full = true
  const write: Database['write'] = async (work) => (full ? Promise.reject(noSpace()) : shop.services.db.write(work))
  await using server = await listen(shop, { instead: { db: { ...shop.services.db, write } } })
  const add = () => server.post('/rpc/shop/cart.add', { variantId: bowl.variantId }, { 'accept-language': 'en' })

  const refused = await add()
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '2'])
  expect(await refused.json()).toMatchObject({ error: { data: { problem: { code: 'disk_full' } } } })
  expect(server.logged).toContainEqual(expect.objectContaining({ level: 50, msg: fullDisk }))
  expect((await server.get('/rpc/shop/catalog.list?input={}')).status).toBe(200)

  full = false
  expect((await add()).status).toBe(200)
})
