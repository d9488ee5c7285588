import { expect, test } from 'vitest'
import { addProduct, problemCode } from '../../testing-orders.ts'
import { openTestShop } from '../../testing.ts'

test('a link shows a draft to someone without an account, until it ends or another is made', async () => {
  await using shop = await openTestShop()
  const bowl = await addProduct(shop, { state: 'draft' })
  const { products } = (await shop.staff('catalogue')).admin
  const { catalog } = shop.guest().shop
  const first = await products.previewLink({ id: bowl.id })
  expect(await catalog.preview({ token: first.token })).toMatchObject({ id: bowl.id, name: 'Bol en grès' })
  expect(await problemCode(catalog.get({ id: bowl.id }))).toBe('product_not_found')

  const second = await products.previewLink({ id: bowl.id })
  expect(await problemCode(catalog.preview({ token: first.token }))).toBe('preview_ended')
  expect((await catalog.preview({ token: second.token })).id).toBe(bowl.id)
  const kept = await shop.db.read.select().from(shop.db.read.tables.productPreviews)
  expect(JSON.stringify(kept)).not.toContain(second.token)

  shop.clock.advance(new Date(second.expiresAt).getTime() - shop.clock.now().getTime() - 1)
  expect((await catalog.preview({ token: second.token })).id).toBe(bowl.id)
  shop.clock.advance(1)
  expect(await problemCode(catalog.preview({ token: second.token }))).toBe('preview_ended')
})

test('an archived product is shown by no link', async () => {
  await using shop = await openTestShop()
  const bowl = await addProduct(shop)
  const { products } = (await shop.staff('catalogue')).admin
  const { token } = await products.previewLink({ id: bowl.id })
  await products.archive({ id: bowl.id })
  expect(await problemCode(shop.guest().shop.catalog.preview({ token }))).toBe('preview_ended')
  expect(await problemCode(products.previewLink({ id: bowl.id }))).toBe('product_not_found')
})
