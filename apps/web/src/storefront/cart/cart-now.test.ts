import { cents, type Id } from '@comptoir/domain'
import { type CartLine, type Offer, quoteOf, vatCategories } from '@comptoir/domain/cart'
import { vatOf } from '@comptoir/domain/catalog'
import { expect, test } from 'vitest'
import { quoteInBrowser, withQuantity } from './cart-now.ts'

/** The same chance in every run. */
function chance(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state % below
  }
}

const delivery = { code: 'standard', amountCents: cents(490), vat: vatOf('standard'), freeFromCents: cents(6000) }
const shop = { currency: 'EUR', basis: 'inclusive', delivery } as const

function randomCart(random: (below: number) => number) {
  const offers = new Map<Id<'variant'>, Offer>()
  const lines: CartLine[] = Array.from({ length: 1 + random(6) }, (_, i) => {
    const variantId: Id<'variant'> = `variant_${i}`
    const unitCents = cents(1 + random(20_000))
    const vatCategory = vatCategories[random(vatCategories.length)] ?? 'standard'
    offers.set(variantId, {
      variantId,
      productId: 'product_1',
      name: 'x',
      unitCents,
      vatCategory,
      available: 99,
      sellable: true,
    })
    return { id: `line_${i}`, variantId, quantity: 1 + random(9), seenUnitCents: unitCents }
  })
  return { lines, offers }
}

/** What the server answers for these lines. */
function answered({ lines, offers }: ReturnType<typeof randomCart>) {
  return {
    ...{ id: 'cart_1', count: 0, currency: shop.currency, basis: shop.basis, termsVersion: '1' },
    deliveryMethod: { code: 'standard', amountCents: 490, freeFromCents: 6000, name: 'Livraison' },
    quote: quoteOf({ lines }, offers, shop),
    lines: lines.map(({ id, variantId, quantity, seenUnitCents }) => ({
      ...{ id, variantId, quantity, seenUnitCents, unitCents: offers.get(variantId)?.unitCents ?? 0, counted: true },
      ...{ productId: null, slug: null, name: 'x', optionWords: '', image: null, amountCents: 0, problem: null },
      ...{ stock: 'in_stock' as const, left: null, maxQuantity: 99 },
    })),
  }
}

test('the browser’s total is the server’s, to the unit and to the hash, for 10,000 carts', () => {
  const random = chance(20261122)
  const carts = Array.from({ length: 10_000 }, () => answered(randomCart(random)))
  const total = (of: { hash: string; totalCents: number }) => `${of.hash} ${of.totalCents}`
  expect(carts.map((cart) => total(quoteInBrowser(cart)))).toEqual(carts.map((cart) => total(cart.quote)))
})

test('a changed quantity shows the total that the server will answer', () => {
  const before = randomCart(chance(7))
  const lines = before.lines.map((line, i) => (i === 0 ? { ...line, quantity: 5 } : line))
  const after = withQuantity(answered(before), 'line_0', 5)
  expect(after.quote).toEqual(quoteOf({ lines }, before.offers, shop))
  expect(withQuantity(answered(before), 'line_0', 0).quote).toEqual(
    quoteOf({ lines: before.lines.slice(1) }, before.offers, shop),
  )
})
