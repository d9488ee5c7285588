import { type Currency, times } from '@comptoir/domain'
import { type CartProblem, cartProblems, countedLines, type TaxBasis } from '@comptoir/domain/cart'
import { type StockState, stockShown } from '@comptoir/domain/catalog'
import * as z from 'zod'
import type { CartAtHand } from './price-cart.ts'
import { basisShape, currencyShape, QuoteView, quoteView } from './quote-view.ts'

const reasons = ['gone', 'withdrawn', 'short', 'price_changed'] as const

/** What the shopper must look at; all but `price_changed` stop the order. RULES 4.10, 4.11. */
export interface CartProblemView {
  reason: (typeof reasons)[number]
  left: number | null
  seenCents: number | null
  nowCents: number | null
}
export const CartProblemView: z.ZodType<CartProblemView, CartProblemView> = z.object({
  reason: z.enum(reasons),
  left: z.int().nullable(),
  seenCents: z.int().nullable(),
  nowCents: z.int().nullable(),
})

export interface CartImageView {
  path: string
  alt: string
}
export const CartImageView: z.ZodType<CartImageView, CartImageView> = z.object({ path: z.string(), alt: z.string() })

/** A line of the cart; with `counted` false it is not in the total until it is put right. */
export interface CartLineView {
  id: string
  variantId: string
  productId: string | null
  slug: string | null
  name: string
  optionWords: string
  image: CartImageView | null
  quantity: number
  unitCents: number
  seenUnitCents: number
  amountCents: number
  counted: boolean
  stock: StockState
  left: number | null
  maxQuantity: number
  problem: CartProblemView | null
}
export const CartLineView: z.ZodType<CartLineView, CartLineView> = z.object({
  id: z.string(),
  variantId: z.string(),
  productId: z.string().nullable(),
  slug: z.string().nullable(),
  name: z.string(),
  optionWords: z.string(),
  image: CartImageView.nullable(),
  quantity: z.int(),
  unitCents: z.int(),
  seenUnitCents: z.int(),
  amountCents: z.int(),
  counted: z.boolean(),
  stock: z.enum(['in_stock', 'few_left', 'out_of_stock'] satisfies StockState[]),
  left: z.int().nullable(),
  maxQuantity: z.int(),
  problem: CartProblemView.nullable(),
})

/** How the goods travel: one flat price, free from a value of goods on. */
export interface DeliveryMethodView {
  code: string
  name: string
  amountCents: number
  freeFromCents: number | null
}
export const DeliveryMethodView: z.ZodType<DeliveryMethodView, DeliveryMethodView> = z.object({
  code: z.string(),
  name: z.string(),
  amountCents: z.int(),
  freeFromCents: z.int().nullable(),
})

/** A cart with its quote at today's prices; `id` is null while nothing was ever added. `count` sums the pieces. */
export interface CartView {
  id: string | null
  lines: CartLineView[]
  count: number
  quote: QuoteView
  deliveryMethod: DeliveryMethodView
  currency: Currency
  basis: TaxBasis
  termsVersion: string
}
export const CartView: z.ZodType<CartView, CartView> = z.object({
  id: z.string().nullable(),
  lines: z.array(CartLineView),
  count: z.int(),
  quote: QuoteView,
  deliveryMethod: DeliveryMethodView,
  currency: currencyShape,
  basis: basisShape,
  termsVersion: z.string(),
})

/** The cart as its owner sees it. */
export function cartView({ cart, offers, snapshots, quote, settings, deliveryName }: CartAtHand): CartView {
  const counted = new Set(countedLines({ lines: [...cart.lines] }, offers).map(({ id }) => id))
  const problems = cartProblems({ lines: [...cart.lines] }, offers)
  const { currency, basis, delivery, termsVersion } = settings
  return {
    id: cart.id,
    lines: cart.lines.map((line): CartLineView => {
      const offer = offers.get(line.variantId)
      const face = snapshots.get(line.variantId)
      const unitCents = offer?.unitCents ?? line.seenUnitCents
      return {
        id: line.id,
        variantId: line.variantId,
        productId: offer?.productId ?? null,
        slug: face?.slug ?? null,
        name: face?.productName ?? '',
        optionWords: face?.optionWords ?? '',
        image: face?.imagePath ? { path: face.imagePath, alt: face.imageAlt } : null,
        quantity: line.quantity,
        unitCents,
        seenUnitCents: line.seenUnitCents,
        amountCents: times(unitCents, line.quantity),
        counted: counted.has(line.id),
        ...stockShown(offer?.sellable ? offer.available : 0),
        problem: problemView(problems.find((problem) => problem.lineId === line.id)),
      }
    }),
    count: cart.lines.reduce((pieces, line) => pieces + line.quantity, 0),
    quote: quoteView(quote),
    deliveryMethod: {
      code: delivery.code,
      name: deliveryName,
      amountCents: delivery.amountCents,
      freeFromCents: delivery.freeFromCents,
    },
    currency,
    basis,
    termsVersion,
  }
}

const problemView = (problem: CartProblem | undefined): CartProblemView | null =>
  problem === undefined
    ? null
    : {
        reason: problem.reason,
        left: problem.reason === 'short' ? problem.left : null,
        seenCents: problem.reason === 'price_changed' ? problem.seenCents : null,
        nowCents: problem.reason === 'price_changed' ? problem.nowCents : null,
      }
