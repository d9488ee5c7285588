import type { ProductCard } from '@comptoir/db/stores/product-cards'
import { currencies, type Currency, type Locale } from '@comptoir/domain'
import { inLanguage, type StockState, stockStateOf } from '@comptoir/domain/catalog'
import * as z from 'zod'

export const currencyShape = z.enum(Object.keys(currencies) as [Currency, ...Currency[]])
export const stockShape = z.enum(['in_stock', 'few_left', 'out_of_stock'] satisfies StockState[])

/** A picture of ours: `path` + `-480.webp`, `-960.webp`… */
export interface ImageView {
  path: string
  alt: string
}
export const ImageView: z.ZodType<ImageView, ImageView> = z.object({ path: z.string(), alt: z.string() })

export interface CategoryRefView {
  slug: string
  name: string
}
export const CategoryRefView: z.ZodType<CategoryRefView, CategoryRefView> = z.object({
  slug: z.string(),
  name: z.string(),
})

/** A product as a list shows it. `priceCents` is the lowest, `maxPriceCents` the highest price of its variants. */
export interface ProductCardView {
  id: string
  slug: string
  name: string
  line: string
  category: CategoryRefView | null
  priceCents: number
  maxPriceCents: number
  compareAtCents: number | null
  currency: Currency
  stock: StockState
  image: ImageView | null
  swatches: string[]
  hasOptions: boolean
  /** The one variant of a product without options, to add it to the cart from a list. */
  defaultVariantId: string | null
}
export const ProductCardView: z.ZodType<ProductCardView, ProductCardView> = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  line: z.string(),
  category: CategoryRefView.nullable(),
  priceCents: z.int(),
  maxPriceCents: z.int(),
  compareAtCents: z.int().nullable(),
  currency: currencyShape,
  stock: stockShape,
  image: ImageView.nullable(),
  swatches: z.array(z.string()),
  hasOptions: z.boolean(),
  defaultVariantId: z.string().nullable(),
})

/** `searchedFor` is what a search that finds nothing may have meant: the items are its. */
export interface ProductPageView {
  items: ProductCardView[]
  nextCursor: string | null
  searchedFor: string | null
}
export const ProductPageView: z.ZodType<ProductPageView, ProductPageView> = z.object({
  items: z.array(ProductCardView),
  nextCursor: z.string().nullable(),
  searchedFor: z.string().nullable(),
})

export interface CategoryView {
  slug: string
  name: string
  description: string
  tint: string
  image: ImageView | null
}
export const CategoryView: z.ZodType<CategoryView, CategoryView> = z.object({
  slug: z.string(),
  name: z.string(),
  description: z.string(),
  tint: z.string(),
  image: ImageView.nullable(),
})
export interface CategoriesView {
  items: CategoryView[]
}
export const CategoriesView: z.ZodType<CategoriesView, CategoriesView> = z.object({ items: z.array(CategoryView) })

/** Where a list is read: in which language, in which currency. */
export interface Seen {
  locale: Locale
  currency: Currency
}

/** A picture of ours with its words, or the product's name where it has none; null for one that was never fetched. */
export const imageView = (
  image: { path: string | null; alt: Partial<Record<Locale, string>> } | null,
  name: string,
  locale: Locale,
): ImageView | null => (image?.path ? { path: image.path, alt: inLanguage(image.alt, locale) || name } : null)

export const productCardView = (card: ProductCard, { locale, currency }: Seen): ProductCardView => ({
  id: card.row.id,
  slug: card.row.slug,
  name: card.name,
  line: card.line,
  category: card.category,
  priceCents: card.row.minPriceCents,
  maxPriceCents: card.row.maxPriceCents,
  compareAtCents: card.compareAtCents,
  currency,
  stock: stockStateOf(card.available),
  image: imageView(card.image, card.name, locale),
  swatches: card.swatches,
  hasOptions: card.onlyVariantId === null,
  defaultVariantId: card.onlyVariantId,
})
