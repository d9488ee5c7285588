import type { Id } from '../id.ts'
import type { Cents } from '../money.ts'
import type { VatCategory } from './quote-types.ts'

export const mostLines = 100

/** One line of a cart: how many of which variant, and the price when it was last touched. */
export interface CartLine {
  id: Id<'line'>
  variantId: Id<'variant'>
  quantity: number
  seenUnitCents: Cents
}

export interface Cart {
  id: Id<'cart'>
  userId: Id<'user'> | null
  lines: CartLine[]
}

/** What the catalogue says today of a variant in a cart; `sellable` is false when product or variant was withdrawn. */
export interface Offer {
  variantId: Id<'variant'>
  productId: Id<'product'>
  name: string
  unitCents: Cents
  vatCategory: VatCategory
  available: number
  sellable: boolean
}

/** Something the shopper must look at; the line stays until removed or put right. RULES 4.11. */
export type CartProblem = { lineId: Id<'line'>; name: string } & (
  | { reason: 'gone' }
  | { reason: 'withdrawn' }
  | { reason: 'short'; left: number }
  | { reason: 'price_changed'; seenCents: Cents; nowCents: Cents }
)
