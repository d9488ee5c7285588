import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Cart, Offer } from '../cart/cart.ts'
import { quoteOf } from '../cart/check-cart.ts'
import { cents } from '../money.ts'
import {
  aBuyer,
  aCart,
  aLine,
  anOffer,
  byPost,
  line,
  minutesAfter,
  noon,
  offersOf,
  orderFor,
  refusal,
  refusalOf,
  someRequest,
  variant,
} from '../testing.ts'
import { cartOfPieces, placeOrder, type PricedCart } from './place-order.ts'

const soap = anOffer()
const tea = anOffer({ variantId: variant('tea'), productId: 'product_tea', name: 'Thé', vatCategory: 'reduced' })
const settings = { currency: 'EUR', basis: 'inclusive', delivery: byPost } as const
const snapshot = {
  sku: 'S-1',
  productName: 'Savon',
  optionWords: 'Rose',
  imagePath: '/soap',
  compareAtCents: cents(500),
}
const priced = (cart: Pick<Cart, 'lines'>, ...offers: Offer[]): PricedCart => ({
  cart: { id: 'cart_one', lines: cart.lines },
  offers: offersOf(...offers),
  quote: quoteOf(cart, offersOf(...offers), settings),
  snapshots: new Map(offers.map((offer) => [offer.variantId, { ...snapshot, productName: offer.name }])),
  deliveryNames: { fr: 'Livraison', en: 'Delivery' },
})
const fresh = {
  id: 'order_one',
  lineIds: [line('a'), line('b')],
  reference: 'C2345678',
  now: noon,
  payBefore: minutesAfter(noon, 60),
} as const
const cart = aCart(aLine({ quantity: 2 }), aLine({ id: line(2), variantId: tea.variantId }))
const place = (basket: PricedCart, seen: { hash: string | null; totalCents: number } = basket.quote) =>
  placeOrder(basket, seen, aBuyer, fresh)

describe('placing an order', () => {
  test('freezes words, prices, rates and shares, and starts unpaid', () => {
    const basket = priced(cart, soap, tea)
    const order = place(basket)
    expect(order).toMatchObject({
      id: 'order_one',
      cartId: 'cart_one',
      status: 'created',
      email: 'alice@email.test',
      totalCents: 2 * 450 + 450 + 490,
      placedAt: noon,
      payBefore: fresh.payBefore,
      deliveryLine: {
        ...{ code: 'standard', name: 'Livraison', names: { fr: 'Livraison', en: 'Delivery' }, grossCents: 490 },
      },
      version: 1,
    })
    const { id: _, ...quoted } = basket.quote.lines[1]!
    expect(order.lines[1]).toEqual({
      ...quoted,
      id: line('b'),
      position: 1,
      productId: 'product_tea',
      variantId: tea.variantId,
      sku: 'S-1',
      name: 'Thé',
      optionWords: 'Rose',
      imagePath: '/soap',
      compareAtCents: 500,
    })
    expect(order.groups).toEqual(basket.quote.groups)
  })

  test('has the amounts of its quote, whatever the cart', () => {
    fc.assert(
      fc.property(someRequest, (asked) => {
        const order = orderFor(asked)
        const parts = [...order.lines, ...(order.deliveryLine ? [order.deliveryLine] : [])]
        expect(parts.reduce((total, one) => total + one.grossCents, 0)).toBe(order.totalCents)
        expect(order.groups.reduce((total, one) => total + one.taxCents, 0)).toBe(order.taxCents)
        expect(order.netCents + order.taxCents).toBe(order.totalCents)
      }),
    )
  })

  test('refuses an empty cart', () => {
    expect(refusalOf(() => place(priced(aCart(), soap)))).toEqual(refusal('cart_empty'))
  })

  test('names everything that blocks at once, before any talk of prices', () => {
    const basket = priced(cart, anOffer({ available: 1, unitCents: cents(500) }))
    expect(refusalOf(() => place(basket, { hash: 'old', totalCents: 1 }))).toEqual(
      refusal('cart_not_orderable', {
        problems: [
          { lineId: line(1), name: 'Savon', reason: 'short', left: 1 },
          { lineId: line(2), name: '', reason: 'gone' },
        ],
      }),
    )
  })

  test('refuses another price than the one seen, dearer or cheaper, with the new quote', () => {
    const seen = priced(cart, soap, tea).quote
    for (const unitCents of [cents(449), cents(451)]) {
      const basket = priced(cart, { ...soap, unitCents }, tea)
      expect(refusalOf(() => place(basket, seen))).toEqual(
        refusal('quote_changed', { seenTotalCents: seen.totalCents, quote: basket.quote }),
      )
    }
  })

  test('refuses when hash or total differ, even one alone', () => {
    const basket = priced(cart, soap, tea)
    const { hash, totalCents } = basket.quote
    expect(refusalOf(() => place(basket, { hash: 'other', totalCents })).code).toBe('quote_changed')
    expect(refusalOf(() => place(basket, { hash, totalCents: totalCents + 1 })).code).toBe('quote_changed')
    expect(refusalOf(() => place(basket, { hash: null, totalCents: totalCents + 1 })).code).toBe('quote_changed')
    expect(place(basket, { hash: null, totalCents }).totalCents).toBe(totalCents)
  })

  test('accepts a price that changed since it was put in the cart, once the shopper has seen the quote', () => {
    const stale = aCart(aLine({ seenUnitCents: cents(1) }))
    expect(place(priced(stale, soap)).lines[0]?.unitCents).toBe(450)
  })

  test('does not follow the objects it was made from', () => {
    const basket = priced(cart, soap, tea)
    const order = place(basket)
    basket.quote.lines[0]!.vat.rateBp = 1
    basket.quote.groups[0]!.vat.rateBp = 1
    expect([order.lines[0]?.vat.rateBp, order.groups[0]?.vat.rateBp]).toEqual([2000, 2000])
  })

  test('throws when the quote is not of this cart', () => {
    const basket = { ...priced(cart, soap, tea), quote: priced(aCart(cart.lines[1]!), soap, tea).quote }
    expect(() => place(basket)).toThrow(RangeError)
  })
})

describe('an order in one request', () => {
  const lineIds = [line('x'), line('y'), line('z')]
  const pieces = [
    { variantId: soap.variantId, quantity: 1 },
    { variantId: tea.variantId, quantity: 2 },
    { variantId: soap.variantId, quantity: 3 },
  ]

  test('counts the same variant as one line and belongs to no cart', () => {
    const made = cartOfPieces(pieces, offersOf(soap, tea), { lineIds })
    expect(made.lines.map((one) => [one.variantId, one.quantity])).toEqual([
      ['variant_soap', 4],
      ['variant_tea', 2],
    ])
    expect(place({ ...priced(made, soap, tea), cart: made }).cartId).toBeNull()
  })

  test('leaves what is gone, withdrawn or short to placing, which names all of it', () => {
    const made = cartOfPieces(pieces, offersOf({ ...soap, available: 3 }), { lineIds })
    const { code, details } = refusalOf(() => place(priced(made, { ...soap, available: 3 })))
    expect(code).toBe('cart_not_orderable')
    expect(details).toMatchObject({ problems: [{ reason: 'short', left: 3 }, { reason: 'gone' }] })
  })

  test('keeps the limits', () => {
    const many = [
      { variantId: soap.variantId, quantity: 99 },
      { variantId: soap.variantId, quantity: 1 },
    ]
    expect(refusalOf(() => cartOfPieces(many, offersOf(soap), { lineIds })).code).toBe('quantity_limit')
  })
})
