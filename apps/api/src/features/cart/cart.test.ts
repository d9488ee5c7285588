import { findVariant } from '@comptoir/db/stores/variants'
import * as stock from '@comptoir/db/stores/stock'
import { aCause, aDraft, aProduct } from '@comptoir/db/testing-products'
import type { Id } from '@comptoir/domain'
import { expect, test } from 'vitest'
import { freshFor } from '../../change.ts'
import { openTestShop, type TestShop } from '../../testing.ts'
import { cartTokenHash } from './cart-owner.ts'
import { mergeGuestCart } from './merge-carts.ts'

async function aVariant(shop: TestShop, { stock: pieces = 10, priceCents = 1200 } = {}): Promise<Id<'variant'>> {
  const only = { sku: null, values: [], priceCents, compareAtCents: null, stock: pieces }
  const { variants } = await aProduct(shop.db, aDraft({ variants: [only] }))
  return variants[0]?.id ?? 'variant_'
}

test('an empty cart needs no row, and shows what delivery would cost', async () => {
  await using shop = await openTestShop()
  const cart = await shop.guest().shop.cart.get()
  expect(cart).toMatchObject({ id: null, lines: [], count: 0, currency: 'EUR', basis: 'inclusive' })
  expect(cart.quote.totalCents).toBe(0)
  expect(cart.deliveryMethod).toMatchObject({ code: 'standard', amountCents: 490, freeFromCents: 6000 })
  expect(await shop.db.read.select().from(shop.db.read.tables.carts)).toEqual([])
})

test('a guest keeps the cart by the cookie that the first piece brings', async () => {
  await using shop = await openTestShop()
  const variantId = await aVariant(shop)
  const guest = shop.guest()
  await guest.shop.cart.add({ variantId })
  const again = await guest.shop.cart.add({ variantId, quantity: 2 })
  expect(again.lines).toMatchObject([{ variantId, quantity: 3, amountCents: 3600, counted: true, problem: null }])
  expect(again.quote).toMatchObject({ goodsCents: 3600, deliveryCents: 490, totalCents: 4090 })
  expect(guest.bag.cookies.get('cart')).toMatch(/^[\w-]{43}$/)
  expect(await guest.shop.cart.get()).toEqual(again)
  const stored = await shop.db.read.select().from(shop.db.read.tables.carts)
  expect(JSON.stringify(stored)).not.toContain(guest.bag.cookies.get('cart'))
})

test('a program gets its cart token in the header and no cookie', async () => {
  await using shop = await openTestShop()
  const program = shop.visit({ tokensBy: 'header' })
  await program.shop.cart.add({ variantId: await aVariant(shop) })
  expect(program.bag.headers.get('cart-token')).toMatch(/^[\w-]{43}$/)
  expect(program.bag.cookies.size).toBe(0)
})

test('a repeated call of a guest without a cart answers the same cart and its token again', async () => {
  await using shop = await openTestShop()
  const variantId = await aVariant(shop)
  const call = () => shop.visit({ key: 'k-0123456789abcdef0123456789' })
  const [first, second] = [call(), call()]
  const answer = await first.shop.cart.add({ variantId })
  expect(await second.shop.cart.add({ variantId })).toEqual(answer)
  expect(second.bag.cookies.get('cart')).toBe(first.bag.cookies.get('cart'))
  expect((await second.with(null).shop.cart.get()).count).toBe(1)
})

test('a cart token that nobody handed out opens nothing', async () => {
  await using shop = await openTestShop()
  const variantId = await aVariant(shop)
  for (const cartToken of ['x'.repeat(43), '']) {
    const guest = shop.visit({ cartToken })
    expect(await guest.shop.cart.get()).toMatchObject({ id: null })
    await guest.shop.cart.add({ variantId })
    expect(guest.bag.cookies.get('cart')).not.toBe(cartToken)
    expect(guest.bag.cookies.get('cart')).toMatch(/^[\w-]{43}$/)
  }
})

test('quantity 0 removes a line, and so do remove and clear', async () => {
  await using shop = await openTestShop()
  const { cart } = (await shop.customer()).shop
  const ids = [await aVariant(shop), await aVariant(shop), await aVariant(shop)]
  let view = await cart.get()
  for (const variantId of ids) view = await cart.add({ variantId })
  const [a, b] = view.lines.map(({ id }) => id as Id<'line'>)
  expect((await cart.setQuantity({ lineId: a ?? 'line_', quantity: 0 })).lines).toHaveLength(2)
  expect((await cart.remove({ lineId: b ?? 'line_' })).lines).toHaveLength(1)
  await expect(cart.remove({ lineId: b ?? 'line_' })).rejects.toMatchObject({ cause: { code: 'cart_line_not_found' } })
  expect((await cart.clear()).lines).toEqual([])
  expect((await cart.clear()).count).toBe(0)
})

test("another customer's line is not found, like one that never was", async () => {
  await using shop = await openTestShop()
  const variantId = await aVariant(shop)
  const alice = await shop.customer()
  const bob = await shop.customer()
  const { lines } = await alice.shop.cart.add({ variantId })
  await bob.shop.cart.add({ variantId })
  const answer = (lineId: string) => bob.shop.cart.remove({ lineId }).catch((error: unknown) => String(error))
  expect(await answer(lines[0]?.id ?? '')).toBe(await answer('line_00000000000000000000000000'))
  expect((await alice.shop.cart.get()).count).toBe(1)
})

test('refuses more than there is and more than anyone may have', async () => {
  await using shop = await openTestShop()
  const { cart } = (await shop.customer()).shop
  const variantId = await aVariant(shop, { stock: 3 })
  await cart.add({ variantId, quantity: 2 })
  await expect(cart.add({ variantId, quantity: 2 })).rejects.toMatchObject({
    cause: { code: 'out_of_stock', details: { left: 3 } },
  })
  const plenty = await aVariant(shop, { stock: 500 })
  await cart.add({ variantId: plenty, quantity: 99 })
  await expect(cart.add({ variantId: plenty })).rejects.toMatchObject({ cause: { code: 'quantity_limit' } })
  expect((await cart.get()).count).toBe(101)
})

test('the cart tells what changed: a price, a shortage, a product that left the shelf', async () => {
  await using shop = await openTestShop()
  const { cart } = (await shop.customer()).shop
  const admin = (await shop.staff()).admin.products
  const [dearer, short, gone] = [await aVariant(shop), await aVariant(shop), await aVariant(shop)] as const
  for (const variantId of [dearer, short, gone]) await cart.add({ variantId, quantity: 4 })
  const productOf = async (variantId: Id<'variant'>) => {
    const variant = await findVariant(shop.db.read, variantId)
    return variant?.productId ?? 'product_'
  }
  const before = await admin.get({ id: await productOf(dearer) })
  await admin.update({
    ...{ id: before.id, version: before.version, slug: before.slug, state: 'published' },
    texts: { fr: before.texts.fr ?? undefined },
    variants: [{ id: dearer, sku: null, values: [], priceCents: 1500, compareAtCents: null, stock: 0 }],
  })
  await admin.adjustStock({ variantId: short, change: -8, reason: 'cassés' })
  await admin.archive({ id: await productOf(gone) })
  const view = await cart.get()
  expect(view.lines).toMatchObject([
    {
      counted: true,
      unitCents: 1500,
      seenUnitCents: 1200,
      problem: { reason: 'price_changed', seenCents: 1200, nowCents: 1500 },
    },
    { counted: false, left: 2, maxQuantity: 2, problem: { reason: 'short', left: 2 } },
    { counted: false, stock: 'out_of_stock', problem: { reason: 'withdrawn' } },
  ])
  expect(view.quote.goodsCents).toBe(6000)
})

test.each(['sqlite', 'postgres'] as const)('two tabs that add at once lose nothing (%s)', async (engine) => {
  await using shop = await openTestShop({ engine })
  const { cart } = (await shop.customer()).shop
  const ids = await Promise.all([aVariant(shop), aVariant(shop), aVariant(shop), aVariant(shop)])
  await Promise.all([...ids, ...ids].map((variantId) => cart.add({ variantId })))
  const { lines } = await cart.get()
  expect(lines.map(({ quantity }) => quantity)).toEqual([2, 2, 2, 2])
})

test.each(['sqlite', 'postgres'] as const)(
  'a guest cart joins the account once, however often one signs in (%s)',
  async (engine) => {
    await using shop = await openTestShop({ engine })
    const [shared, own] = [await aVariant(shop), await aVariant(shop, { stock: 5 })]
    const guest = shop.guest()
    await guest.shop.cart.add({ variantId: shared, quantity: 2 })
    await guest.shop.cart.add({ variantId: own, quantity: 4 })
    const customer = await shop.customer()
    await customer.shop.cart.add({ variantId: shared, quantity: 9 })
    const who = { tokenHash: cartTokenHash(guest.bag.cartToken ?? ''), userId: customer.userId, locale: 'fr' as const }
    const merge = () => {
      const fresh = freshFor(shop.services)
      return shop.db.write((tx) => (fresh.rewind(), mergeGuestCart(tx, who, fresh)))
    }
    const notices = (await Promise.all([merge(), merge()])).flat()
    expect(notices).toMatchObject([{ reason: 'stock', variantId: shared, wanted: 11, kept: 10 }])
    const view = await customer.shop.cart.get()
    expect(view.lines.map(({ quantity }) => quantity)).toEqual([10, 4])
    expect(await guest.shop.cart.get()).toMatchObject({ id: null, count: 0 })
    expect(await merge()).toEqual([])
  },
)

test('stock that others took is short in the cart, never sold twice', async () => {
  await using shop = await openTestShop()
  const variantId = await aVariant(shop, { stock: 1 })
  const { cart } = (await shop.customer()).shop
  await cart.add({ variantId })
  await shop.db.write((tx) => stock.adjust(tx, { variantId, change: -1 }, aCause()))
  const view = await cart.get()
  expect(view.lines).toMatchObject([{ problem: { reason: 'short', left: 0 }, stock: 'out_of_stock', maxQuantity: 0 }])
  expect(view.quote.totalCents).toBe(0)
})
