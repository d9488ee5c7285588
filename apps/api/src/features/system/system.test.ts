import { engines } from '@comptoir/db/testing'
import { expect, test } from 'vitest'
import { addProduct, orderPaid } from '../../testing-orders.ts'
import { openTestShop } from '../../testing.ts'

test.each(engines)('an admin has the books checked and reads what was found, also later (%s)', async (engine) => {
  await using shop = await openTestShop({ engine, checked: false })
  const { admin } = await shop.staff('admin')
  const product = await addProduct(shop)
  await orderPaid(shop.guest(), product)
  expect(await admin.system.get({})).toMatchObject({ engine, check: null, checking: null, backup: null })
  await admin.system.checkBooks({})
  await shop.services.upkeep.books.settled()
  expect(await admin.system.get({})).toMatchObject({ checking: null, check: { breaches: [] } })

  await shop.db.write((tx) => tx.update(tx.tables.variants).set({ onHand: 11 }))
  await admin.system.checkBooks({})
  await shop.services.upkeep.books.settled()
  const { check, databaseBytes } = await admin.system.get({})
  expect(check?.breaches).toMatchObject([{ invariant: 'INV-11', subject: product.variantId }])
  expect(databaseBytes).toBeGreaterThan(100_000)
  expect(await admin.audit.list({ action: 'system.checkBooks' })).toMatchObject({ items: [{}, {}] })
})

test('a check that cannot come to its end says so, and the next one may', async () => {
  await using shop = await openTestShop()
  const { admin } = await shop.staff('admin')
  const { longReads } = shop.services.upkeep
  const { run } = longReads
  longReads.run = () => Promise.reject(new Error('the disk is gone'))
  await admin.system.checkBooks({})
  await shop.services.upkeep.books.settled()
  expect(await admin.system.get({})).toMatchObject({ checkFailed: true, check: null })
  longReads.run = run
  await admin.system.checkBooks({})
  await shop.services.upkeep.books.settled()
  expect(await admin.system.get({})).toMatchObject({ checkFailed: false, check: { breaches: [] } })
})
