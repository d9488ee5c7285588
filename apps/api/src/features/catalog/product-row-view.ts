import type { ProductCard } from '@comptoir/db/stores/product-cards'
import type { Currency } from '@comptoir/domain'
import { type ProductState, productStates } from '@comptoir/domain/catalog'
import * as z from 'zod'
import { CategoryRefView, currencyShape, ImageView, imageView, type Seen } from './product-card-view.ts'

/** A product as staff list it; the stock is summed over its variants. */
export interface ProductRowView {
  id: string
  slug: string
  name: string
  category: CategoryRefView | null
  state: ProductState
  priceCents: number
  maxPriceCents: number
  currency: Currency
  variantCount: number
  onHand: number
  allocated: number
  available: number
  image: ImageView | null
  version: number
  updatedAt: string
}
export const ProductRowView: z.ZodType<ProductRowView, ProductRowView> = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  category: CategoryRefView.nullable(),
  state: z.enum(productStates),
  priceCents: z.int(),
  maxPriceCents: z.int(),
  currency: currencyShape,
  variantCount: z.int(),
  onHand: z.int(),
  allocated: z.int(),
  available: z.int(),
  image: ImageView.nullable(),
  version: z.int(),
  updatedAt: z.string(),
})
export interface ProductRowsView {
  items: ProductRowView[]
  nextCursor: string | null
}
export const ProductRowsView: z.ZodType<ProductRowsView, ProductRowsView> = z.object({
  items: z.array(ProductRowView),
  nextCursor: z.string().nullable(),
})

/** How many products a list of staff holds, by state and by stock, each with the other filters kept; `more`: at least so many. */
export interface ProductCountsView {
  total: number
  draft: number
  published: number
  archived: number
  low: number
  out: number
  more: boolean
}
export const ProductCountsView: z.ZodType<ProductCountsView, ProductCountsView> = z.object({
  total: z.int(),
  draft: z.int(),
  published: z.int(),
  archived: z.int(),
  low: z.int(),
  out: z.int(),
  more: z.boolean(),
})

export const productRowView = (card: ProductCard, { locale, currency }: Seen): ProductRowView => ({
  id: card.row.id,
  slug: card.row.slug,
  name: card.name,
  category: card.category,
  state: card.row.state,
  priceCents: card.row.minPriceCents,
  maxPriceCents: card.row.maxPriceCents,
  currency,
  variantCount: card.variants,
  onHand: card.onHand,
  allocated: card.allocated,
  available: card.available,
  image: imageView(card.image, card.name, locale),
  version: card.row.version,
  updatedAt: card.row.updatedAt.toISOString(),
})
