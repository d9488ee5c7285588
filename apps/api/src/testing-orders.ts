import { createHash } from 'node:crypto'
import * as products from '@comptoir/db/stores/products'
import { type Problem, Refusal } from '@comptoir/domain'
import type { ProductDraft } from '@comptoir/domain/catalog'
import { TRPCError } from '@trpc/server'
import { freshFor } from './change.ts'
import type { CartView } from './features/cart/cart-view.ts'
import type { TestShop } from './testing.ts'
import { problemOf } from './trpc.ts'

export type Visit = ReturnType<TestShop['visit']>

export const anAddress = { name: 'Camille Roux', line1: '8 rue des Lilas', postcode: '69003', city: 'Lyon' }
export const minute = 60_000

let drawn = 0
/** Puts a product with one variant on the shelf: ten pieces at 12.00 unless said otherwise. */
export async function addProduct(
  shop: TestShop,
  { priceCents = 1200, stock = 10, ...over }: Partial<ProductDraft> & { priceCents?: number; stock?: number } = {},
) {
  drawn += 1
  const text = { name: 'Bol en grès', line: '', description: '', facts: [], keywords: '' }
  const draft: ProductDraft = {
    ...{ slug: `bol-${drawn}`, category: null, state: 'published', vatCategory: 'standard', popularity: 0 },
    ...{ texts: { fr: text, en: { ...text, name: 'Stoneware bowl' } }, options: [] },
    variants: [{ sku: null, values: [], priceCents, compareAtCents: null, stock }],
    ...over,
  }
  const fresh = freshFor(shop.services)
  const cause = { orderId: null, actorId: null, requestId: 'test', reason: 'test', at: fresh.now, ids: fresh.id }
  const id = await shop.db.write((tx) => products.save(tx, draft, null, cause))
  const variants = await products.variantsOf(shop.db.read, id)
  const [variant] = variants
  if (variant === undefined) throw new Error('a product has a variant')
  const save = async (change: Partial<ProductDraft> & { priceCents?: number }) => {
    const row = await products.find(shop.db.read, id)
    const { priceCents: price = priceCents, ...rest } = change
    const later = freshFor(shop.services)
    const again = { ...draft, variants: [{ ...variant, priceCents: price, stock }], ...rest }
    await shop.db.write((tx) =>
      products.save(tx, again, { id, version: row?.version ?? 0 }, { ...cause, at: later.now, ids: later.id }),
    )
  }
  return { id, slug: draft.slug, variants, variantId: variant.id, save }
}

/** What is on the shelf of a variant, and how much of it belongs to orders. */
export async function stockOf(shop: TestShop, product: { id: `product_${string}` }) {
  const [variant] = await products.variantsOf(shop.db.read, product.id)
  return { onHand: variant?.onHand, allocated: variant?.allocated }
}

/** What the checkout page would send for a cart as it was shown. */
export const checkoutOf = (cart: CartView, email = 'camille@email.test') => ({
  email,
  address: anAddress,
  quote: { hash: cart.quote.hash, totalCents: cart.quote.totalCents },
  termsVersion: cart.termsVersion,
})

/** Puts pieces in the cart and orders them, unpaid. */
export async function order(visit: Visit, product: { variantId: `variant_${string}` }, quantity = 1) {
  const cart = await visit.shop.cart.add({ variantId: product.variantId, quantity })
  return (await visit.shop.orders.checkout(checkoutOf(cart))).order as OrderOf
}
type OrderOf = Omit<Awaited<ReturnType<Visit['shop']['orders']['get']>>, 'id'> & { id: `order_${string}` }

/** Orders and pays. */
export async function orderPaid(visit: Visit, product: { variantId: `variant_${string}` }, quantity = 1) {
  const { id } = await order(visit, product, quantity)
  const { order: paid } = await visit.shop.orders.pay({ id, card: 'card_success' })
  return paid as OrderOf
}

/** What a call is refused with, as the caller sees it; fails the test when it is not refused. */
export async function refused(
  call: Promise<unknown>,
  locale: 'fr' | 'en' = 'fr',
): Promise<{ code: TRPCError['code']; message: string; problem: Problem | null }> {
  try {
    await call
  } catch (error) {
    if (error instanceof TRPCError)
      return { code: error.code, message: error.message, problem: problemOf(error, { locale }) }
    if (error instanceof Refusal) throw new Error('a refusal left without its code', { cause: error })
    throw error
  }
  throw new Error('nothing was refused')
}
export const problemCode = async (call: Promise<unknown>) => (await refused(call)).problem?.code

// What a call may leave behind without a business effect: counts of tries, keys, when a session or a token was last used, positions.
const besides = new Set(['limits', 'idempotency', 'sessions', 'tokenUses'])

/** Rows per table and a digest of each: two equal ones mean that nothing of the business changed. */
export async function digestOf(shop: TestShop): Promise<Record<string, { rows: number; digest: string }>> {
  await shop.services.events.settled()
  await shop.services.upkeep.books.settled()
  const digests: Record<string, { rows: number; digest: string }> = {}
  for (const [name, table] of Object.entries(shop.db.read.tables)) {
    if (besides.has(name)) continue
    const rows = (await shop.db.read.select().from(table)).map((row) => JSON.stringify(row)).toSorted()
    digests[name] = { rows: rows.length, digest: createHash('sha256').update(rows.join('\n')).digest('hex') }
  }
  return digests
}
