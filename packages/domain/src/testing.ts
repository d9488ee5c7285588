import * as fc from 'fast-check'
import type { Cart, CartLine, Offer } from './cart/cart.ts'
import { quote } from './cart/quote.ts'
import type { DeliveryMethod, Discount, QuoteLine, QuoteRequest, Vat } from './cart/quote-types.ts'
import { vatOf, vatRatesBp } from './catalog/product.ts'
import type { Id } from './id.ts'
import { type Cents, cents, type Currency } from './money.ts'
import type { Address, Order } from './orders/order.ts'
import { type Buyer, placeOrder, type PlacedOrder } from './orders/place-order.ts'
import { type ProblemCode, type ProblemFacts, Refusal } from './problems.ts'

/** One currency without decimals, one with two, one with three. */
export const someCurrencies: Currency[] = ['JPY', 'EUR', 'KWD']
export const noon = new Date('2026-03-02T12:00:00Z')
export const minutesAfter = (from: Date, minutes: number): Date => new Date(from.getTime() + minutes * 60_000)

/** What `work` refuses with; fails the test when it does not refuse. */
export function refusalOf(work: () => unknown): { code: ProblemCode; details: unknown } {
  try {
    work()
  } catch (error) {
    if (error instanceof Refusal) return { code: error.code, details: error.details }
    throw error
  }
  throw new Error('nothing was refused')
}
export const refusal = <C extends ProblemCode>(code: C, details: ProblemFacts<C> | Record<string, never> = {}) => ({
  code,
  details,
})

export const variant = (name: string | number): Id<'variant'> => `variant_${name}`
export const line = (name: string | number): Id<'line'> => `line_${name}`

export const anOffer = (facts: Partial<Offer> = {}): Offer => ({
  variantId: variant('soap'),
  productId: 'product_soap',
  name: 'Savon',
  unitCents: cents(450),
  vatCategory: 'standard',
  available: 10,
  sellable: true,
  ...facts,
})
export const offersOf = (...offers: Offer[]): Map<Id<'variant'>, Offer> =>
  new Map(offers.map((offer) => [offer.variantId, offer]))
export const aLine = (facts: Partial<CartLine> = {}): CartLine => ({
  id: line(1),
  variantId: variant('soap'),
  quantity: 1,
  seenUnitCents: cents(450),
  ...facts,
})
export const aCart = (...lines: CartLine[]): Cart => ({ id: 'cart_one', userId: null, lines })

export const anAddress: Address = {
  name: 'Alice Martin',
  line1: '3 rue des Lilas',
  line2: '',
  postcode: '69003',
  city: 'Lyon',
  country: 'FR',
  phone: '',
}
export const aBuyer: Buyer = {
  userId: null,
  email: 'alice@email.test',
  locale: 'fr',
  address: anAddress,
  termsVersion: '2026-01',
}
export const byPost: DeliveryMethod = {
  code: 'standard',
  amountCents: cents(490),
  vat: vatOf('standard'),
  freeFromCents: cents(6000),
}

/** An order placed at noon, to be paid within the hour, with the amounts of a real quote. */
export function orderFor(request: QuoteRequest): PlacedOrder {
  const asked = request.lines.map((one, i) => ({ ...one, id: variant(i) }))
  const offers = asked.map(({ id, unitCents, vat }, i) =>
    anOffer({ variantId: id, productId: `product_${i}`, unitCents, vatCategory: vat.category, available: 1_000_000 }),
  )
  const cartLines = asked.map(({ id, quantity, unitCents }, i) =>
    aLine({ id: line(i), variantId: id, quantity, seenUnitCents: unitCents }),
  )
  const seen = quote({ ...request, lines: asked })
  const snapshot = { sku: 'S-1', productName: 'Savon', optionWords: 'Lavande', imagePath: null, compareAtCents: null }
  return placeOrder(
    {
      cart: { id: 'cart_one', lines: cartLines },
      offers: offersOf(...offers),
      quote: seen,
      snapshots: new Map(asked.map(({ id }) => [id, snapshot])),
      deliveryNames: { fr: 'Livraison', en: 'Delivery' },
    },
    seen,
    aBuyer,
    {
      id: 'order_one',
      lineIds: asked.map((_, i) => line(i)),
      reference: 'C2345678',
      now: noon,
      payBefore: minutesAfter(noon, 60),
    },
  )
}

export const aRequest = (facts: Partial<QuoteRequest> = {}): QuoteRequest => ({
  currency: 'EUR',
  basis: 'inclusive',
  lines: [aQuoteLine()],
  discounts: [],
  delivery: byPost,
  ...facts,
})
export const aQuoteLine = (facts: Partial<QuoteLine> = {}): QuoteLine => ({
  id: 'soap',
  unitCents: cents(450),
  quantity: 3,
  vat: vatOf('standard'),
  discounts: [],
  ...facts,
})
export const anOrder = (facts: Partial<Order> = {}): Order => ({ ...orderFor(aRequest()), ...facts })

const amount = (most: number): fc.Arbitrary<Cents> => fc.integer({ min: 0, max: most }).map(cents)
const french = fc.constantFrom(...(Object.keys(vatRatesBp) as Vat['category'][])).map(vatOf)
const odd: fc.Arbitrary<Vat> = fc.record({
  category: fc.constantFrom('standard', 'reduced'),
  rateBp: fc.integer({ min: 0, max: 5000 }),
})
const someVat = fc.oneof({ weight: 5, arbitrary: french }, { weight: 1, arbitrary: odd })
const percentOff: fc.Arbitrary<Discount> = fc.constantFrom(
  { code: 'spring', percentBp: 1000 },
  { code: 'staff', percentBp: 3333 },
  { code: 'gift', percentBp: 10_000 },
)
const amountOff: fc.Arbitrary<Discount> = fc.record({ code: fc.constant('coin'), amountCents: amount(3000) })
const unitPrice = fc.oneof(
  { weight: 4, arbitrary: amount(100) },
  { weight: 4, arbitrary: amount(20_000) },
  { weight: 1, arbitrary: amount(10_000_000_000) },
)

/** Any line; an amount off comes before percentages off, as a shop would write them. */
const someLine = fc
  .record({
    unitCents: unitPrice,
    quantity: fc.integer({ min: 1, max: 12 }),
    vat: someVat,
    coin: fc.option(amountOff, { freq: 4 }),
    percentages: fc.array(percentOff, { maxLength: 2 }),
  })
  .map(({ coin, percentages, ...facts }) => ({ ...facts, discounts: [...(coin ? [coin] : []), ...percentages] }))

/** Carts in currencies of 0, 2 and 3 decimals, both bases, French and odd rates, all kinds of discount and delivery. */
export const someRequest: fc.Arbitrary<QuoteRequest> = fc.record({
  currency: fc.constantFrom(...someCurrencies),
  basis: fc.constantFrom('inclusive', 'exclusive'),
  lines: fc
    .array(someLine, { minLength: 1, maxLength: 8 })
    .map((lines) => lines.map((facts, i): QuoteLine => ({ id: `line ${i}`, ...facts }))),
  discounts: fc.array(fc.oneof(percentOff, amountOff), { maxLength: 3 }),
  delivery: fc.option(
    fc.record({
      code: fc.constant('standard'),
      amountCents: amount(2000),
      vat: someVat,
      freeFromCents: fc.option(amount(50_000)),
    }),
  ),
})
