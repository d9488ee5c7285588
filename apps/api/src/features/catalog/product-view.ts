import type { Currency } from '@comptoir/domain'
import { currencies } from '@comptoir/domain'
import type { VatCategory } from '@comptoir/domain/cart'
import { vatCategories } from '@comptoir/domain/cart'
import type { StockState } from '@comptoir/domain/catalog'
import * as z from 'zod'

const currency = z.enum(Object.keys(currencies) as [Currency, ...Currency[]])
const stock = z.enum(['in_stock', 'few_left', 'out_of_stock'] satisfies StockState[])

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
  currency,
  stock,
  image: ImageView.nullable(),
  swatches: z.array(z.string()),
  hasOptions: z.boolean(),
  defaultVariantId: z.string().nullable(),
})

export interface ProductPageView {
  items: ProductCardView[]
  nextCursor: string | null
}
export const ProductPageView: z.ZodType<ProductPageView, ProductPageView> = z.object({
  items: z.array(ProductCardView),
  nextCursor: z.string().nullable(),
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

/** What a shopper is told of a variant's stock: `left` only when few are left. RULES 4.8. */
export interface VariantStockView {
  id: string
  stock: StockState
  left: number | null
  maxQuantity: number
  priceCents: number
  compareAtCents: number | null
}
const variantStock = {
  id: z.string(),
  stock,
  left: z.int().nullable(),
  maxQuantity: z.int(),
  priceCents: z.int(),
  compareAtCents: z.int().nullable(),
}
export const VariantStockView: z.ZodType<VariantStockView, VariantStockView> = z.object(variantStock)

export interface StockView {
  productId: string
  currency: Currency
  variants: VariantStockView[]
}
export const StockView: z.ZodType<StockView, StockView> = z.object({
  productId: z.string(),
  currency,
  variants: z.array(VariantStockView),
})

/** `values` are value codes in the order of the product's options; `optionWords` says them: "Bleu · M". */
export interface ProductVariantView extends VariantStockView {
  sku: string | null
  values: string[]
  optionWords: string
}
export const ProductVariantView: z.ZodType<ProductVariantView, ProductVariantView> = z.object({
  ...variantStock,
  sku: z.string().nullable(),
  values: z.array(z.string()),
  optionWords: z.string(),
})

export interface OptionValueView {
  code: string
  name: string
  swatch: string | null
}
export const OptionValueView: z.ZodType<OptionValueView, OptionValueView> = z.object({
  code: z.string(),
  name: z.string(),
  swatch: z.string().nullable(),
})
export interface OptionView {
  code: string
  name: string
  values: OptionValueView[]
}
export const OptionView: z.ZodType<OptionView, OptionView> = z.object({
  code: z.string(),
  name: z.string(),
  values: z.array(OptionValueView),
})

/** A picture of a product; `values` are the option values that it shows, none for all. */
export interface ProductImageView extends ImageView {
  values: string[]
}
export const ProductImageView: z.ZodType<ProductImageView, ProductImageView> = z.object({
  path: z.string(),
  alt: z.string(),
  values: z.array(z.string()),
})

export interface FactView {
  name: string
  value: string
}
export const FactView: z.ZodType<FactView, FactView> = z.object({ name: z.string(), value: z.string() })

export interface VatView {
  category: VatCategory
  rateBp: number
}
export const VatView: z.ZodType<VatView, VatView> = z.object({ category: z.enum(vatCategories), rateBp: z.int() })

/** A product page, in the caller's language (or the other one where a text is missing). */
export interface ProductView {
  id: string
  slug: string
  name: string
  line: string
  description: string
  facts: FactView[]
  category: CategoryRefView | null
  priceCents: number
  maxPriceCents: number
  currency: Currency
  stock: StockState
  vat: VatView
  images: ProductImageView[]
  options: OptionView[]
  variants: ProductVariantView[]
  related: ProductCardView[]
}
export const ProductView: z.ZodType<ProductView, ProductView> = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  line: z.string(),
  description: z.string(),
  facts: z.array(FactView),
  category: CategoryRefView.nullable(),
  priceCents: z.int(),
  maxPriceCents: z.int(),
  currency,
  stock,
  vat: VatView,
  images: z.array(ProductImageView),
  options: z.array(OptionView),
  variants: z.array(ProductVariantView),
  related: z.array(ProductCardView),
})
