import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cents } from '../money.ts'
import { aCart, aLine, anOffer, byPost, line, offersOf, refusal, refusalOf, variant } from '../testing.ts'
import { mostLines } from './cart.ts'
import { mostPerVariant } from '../catalog/product.ts'
import { addToCart, clearCart, demandOf, removeLine, setQuantity } from './change-lines.ts'
import { cartProblems, countedLines, isBlocking, quoteOf } from './check-cart.ts'
import { mergeCarts } from './merge-carts.ts'

const soap = anOffer()
const tea = anOffer({ variantId: variant('tea'), name: 'Thé', unitCents: cents(900), vatCategory: 'reduced' })
const lineId = line('new')
const fullCart = aCart(...Array.from({ length: mostLines }, (_, i) => aLine({ id: line(i), variantId: variant(i) })))

describe('putting something in the cart', () => {
  test('makes a line at today’s price', () => {
    expect(addToCart(aCart(), soap, 2, { lineId }).lines).toEqual([
      { id: lineId, variantId: soap.variantId, quantity: 2, seenUnitCents: 450 },
    ])
  })

  test('twice makes one line, at the latest price', () => {
    const cart = addToCart(aCart(aLine({ seenUnitCents: cents(400) })), soap, 2, { lineId })
    expect(cart.lines).toEqual([aLine({ quantity: 3 })])
  })

  test('refuses more than is left, counting what the cart already holds', () => {
    const cart = aCart(aLine({ quantity: 8 }), aLine({ id: line(2), quantity: 1 }))
    expect(addToCart(cart, soap, 1, { lineId }).lines[0]?.quantity).toBe(9)
    expect(refusalOf(() => addToCart(cart, soap, 2, { lineId }))).toEqual(
      refusal('out_of_stock', { name: 'Savon', left: 10 }),
    )
    expect(refusalOf(() => addToCart(aCart(), anOffer({ available: -3 }), 1, { lineId }))).toEqual(
      refusal('out_of_stock', { name: 'Savon', left: 0 }),
    )
  })

  test('refuses more of one thing than the limit, over all its lines', () => {
    const plenty = anOffer({ available: 1000 })
    const cart = aCart(aLine({ quantity: 50 }), aLine({ id: line(2), quantity: 48 }))
    expect(demandOf(addToCart(cart, plenty, 1, { lineId }), plenty.variantId)).toBe(mostPerVariant)
    expect(refusalOf(() => addToCart(cart, plenty, 2, { lineId }))).toEqual(
      refusal('quantity_limit', { most: mostPerVariant }),
    )
    // Nor does asking for too much tell how much there is: exact numbers are for staff.
    expect(refusalOf(() => addToCart(cart, anOffer({ available: 120 }), 99, { lineId }))).toEqual(
      refusal('quantity_limit', { most: mostPerVariant }),
    )
  })

  test('refuses a line too many, but not more of a line that is there', () => {
    expect(refusalOf(() => addToCart(fullCart, soap, 1, { lineId }))).toEqual(refusal('cart_full', { most: mostLines }))
    expect(addToCart(fullCart, anOffer({ variantId: variant(7) }), 1, { lineId }).lines[7]?.quantity).toBe(2)
  })

  test('refuses what was withdrawn or never existed, and a quantity that is none', () => {
    expect(refusalOf(() => addToCart(aCart(), anOffer({ sellable: false }), 1, { lineId })).code).toBe(
      'product_not_found',
    )
    expect(refusalOf(() => addToCart(aCart(), undefined, 1, { lineId })).code).toBe('variant_not_found')
    for (const wrong of [0, -1, 1.5, Number.NaN])
      expect(() => addToCart(aCart(), soap, wrong, { lineId })).toThrow(RangeError)
  })
})

describe('changing a line', () => {
  const cart = aCart(aLine({ quantity: 2 }), aLine({ id: line(2), variantId: tea.variantId }))

  test('sets its quantity and takes today’s price', () => {
    const dearer = anOffer({ unitCents: cents(500) })
    expect(setQuantity(cart, line(1), 5, dearer).lines[0]).toEqual(aLine({ quantity: 5, seenUnitCents: cents(500) }))
  })

  test('removes it at zero, even when its product is gone', () => {
    expect(setQuantity(cart, line(1), 0, undefined)).toEqual(removeLine(cart, line(1)))
    expect(removeLine(cart, line(1)).lines).toEqual([cart.lines[1]])
  })

  test('counts the other lines of the same variant against stock', () => {
    const two = aCart(aLine({ quantity: 2 }), aLine({ id: line(2), quantity: 6 }))
    expect(setQuantity(two, line(1), 4, soap).lines[0]?.quantity).toBe(4)
    expect(refusalOf(() => setQuantity(two, line(1), 5, soap)).code).toBe('out_of_stock')
  })

  test('refuses a line that is not in the cart, and another variant’s offer', () => {
    expect(refusalOf(() => setQuantity(cart, line('gone'), 1, soap)).code).toBe('cart_line_not_found')
    expect(refusalOf(() => removeLine(cart, line('gone'))).code).toBe('cart_line_not_found')
    expect(() => setQuantity(cart, line(1), 1, tea)).toThrow(RangeError)
  })

  test('clearing leaves the cart empty', () => {
    expect(clearCart(cart)).toEqual({ ...cart, lines: [] })
  })
})

describe('what the shopper must look at', () => {
  const cart = aCart(
    aLine({ quantity: 6 }),
    aLine({ id: line(2), quantity: 5, seenUnitCents: cents(400) }),
    aLine({ id: line(3), variantId: tea.variantId, seenUnitCents: cents(800) }),
    aLine({ id: line(4), variantId: variant('gone') }),
    aLine({ id: line(5), variantId: variant('old') }),
    aLine({ id: line(6), variantId: variant('fine') }),
  )
  const offers = offersOf(
    soap,
    tea,
    anOffer({ variantId: variant('old'), name: 'Vieux', sellable: false }),
    anOffer({ variantId: variant('fine') }),
  )

  test('is named line by line, with the demand summed per variant', () => {
    expect(cartProblems(cart, offers)).toEqual([
      { lineId: line(1), name: 'Savon', reason: 'short', left: 10 },
      { lineId: line(2), name: 'Savon', reason: 'short', left: 10 },
      { lineId: line(2), name: 'Savon', reason: 'price_changed', seenCents: 400, nowCents: 450 },
      { lineId: line(3), name: 'Thé', reason: 'price_changed', seenCents: 800, nowCents: 900 },
      { lineId: line(4), name: '', reason: 'gone' },
      { lineId: line(5), name: 'Vieux', reason: 'withdrawn' },
    ])
  })

  test('blocks the order, except a changed price, which only informs', () => {
    const blocking = cartProblems(cart, offers).filter(isBlocking)
    expect(new Set(blocking.map((problem) => problem.reason))).toEqual(new Set(['short', 'gone', 'withdrawn']))
    expect(countedLines(cart, offers).map((one) => one.id)).toEqual([line(3), line(6)])
  })

  test('is not counted in the total, nor is delivery when nothing is left to deliver', () => {
    const settings = { currency: 'EUR', basis: 'inclusive', delivery: byPost } as const
    const quoted = quoteOf(cart, offers, settings)
    expect(quoted.lines.map((one) => [one.id, one.vat.category])).toEqual([
      ['variant_tea', 'reduced'],
      ['variant_fine', 'standard'],
    ])
    expect(quoted.totalCents).toBe(900 + 450 + 490)
    expect(quoteOf(cart, new Map(), settings)).toMatchObject({ lines: [], delivery: null, totalCents: 0 })
  })
})

describe('a guest’s cart on login', () => {
  const lineIds = Array.from({ length: mostLines }, (_, i) => line(`merged_${i}`))
  const merge = (guest: typeof fullCart, account: typeof fullCart, ...offers: (typeof soap)[]) =>
    mergeCarts(guest, account, offersOf(...offers), { lineIds })
  const account = { ...aCart(aLine({ quantity: 2, seenUnitCents: cents(400) })), userId: 'user_alice' as const }

  test('is added to the account’s, line by line', () => {
    const guest = aCart(aLine({ id: line('g1'), quantity: 3 }), aLine({ id: line('g2'), variantId: tea.variantId }))
    const { cart, notices } = merge(guest, account, soap, tea)
    expect(cart).toEqual({
      ...account,
      lines: [aLine({ quantity: 5 }), { ...guest.lines[1], id: line('merged_1') }],
    })
    expect(notices).toEqual([])
  })

  test('is capped by stock, with a notice', () => {
    const { cart, notices } = merge(aCart(aLine({ quantity: 9 })), account, soap)
    expect(cart.lines[0]?.quantity).toBe(10)
    expect(notices).toEqual([{ reason: 'stock', variantId: soap.variantId, name: 'Savon', wanted: 11, kept: 10 }])
  })

  test('is capped by the limit per variant, with a notice', () => {
    const { cart, notices } = merge(aCart(aLine({ quantity: 99 })), account, anOffer({ available: 500 }))
    expect(cart.lines[0]?.quantity).toBe(mostPerVariant)
    expect(notices).toMatchObject([{ reason: 'limit', wanted: 101, kept: mostPerVariant }])
  })

  test('never takes away what the account had, nor drops what is sold out or withdrawn: it stays marked', () => {
    const sold = anOffer({ variantId: variant('sold'), available: 0 })
    const withdrawn = anOffer({ variantId: variant('old'), available: 0, sellable: false })
    const guest = aCart(
      aLine(),
      aLine({ id: line(2), variantId: sold.variantId, quantity: 4 }),
      aLine({ id: line(3), variantId: withdrawn.variantId, quantity: 4 }),
      aLine({ id: line(4), variantId: variant('gone'), quantity: 4 }),
    )
    const offers = [anOffer({ available: 1 }), sold, withdrawn]
    const { cart, notices } = merge(guest, account, ...offers)
    expect(cart.lines.map((one) => one.quantity)).toEqual([2, 1, 4, 4])
    expect(notices.map(({ reason, kept }) => [reason, kept])).toEqual([
      ['stock', 2],
      ['stock', 1],
    ])
    expect(cartProblems(cart, offersOf(...offers)).filter(isBlocking)).toHaveLength(4)
  })

  test('names what no longer fits in a full cart', () => {
    const { cart, notices } = merge(aCart(aLine({ variantId: tea.variantId })), fullCart, tea)
    expect(cart).toEqual(fullCart)
    expect(notices).toEqual([{ reason: 'cart_full', variantId: tea.variantId, name: 'Thé', wanted: 1, kept: 0 }])
  })

  test('neither loses nor doubles pieces while stock and limits allow', () => {
    const someCart = fc
      .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 20 })), {
        maxLength: 10,
        selector: ([name]) => name,
      })
      .map((pairs) => aCart(...pairs.map(([i, quantity]) => aLine({ id: line(i), variantId: variant(i), quantity }))))
    fc.assert(
      fc.property(someCart, someCart, fc.integer({ min: 1, max: 60 }), (guest, mine, available) => {
        const offers = Array.from({ length: 13 }, (_, i) => anOffer({ variantId: variant(i), available }))
        const { cart, notices } = merge(guest, mine, ...offers)
        for (const { variantId } of offers) {
          const wanted = demandOf(guest, variantId) + demandOf(mine, variantId)
          const kept = demandOf(cart, variantId)
          const own = demandOf(mine, variantId)
          expect(kept).toBe(demandOf(guest, variantId) === 0 ? own : Math.max(own, Math.min(wanted, available)))
          expect(notices.some((one) => one.variantId === variantId)).toBe(kept < wanted)
        }
        expect(new Set(cart.lines.map((one) => one.variantId)).size).toBe(cart.lines.length)
      }),
    )
  })
})
