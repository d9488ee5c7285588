import type { ShownText } from '@comptoir/db/stores/product-texts'
import type { WholeProduct } from '@comptoir/db/stores/products'
import type { Currency } from '@comptoir/domain'
import { type VatCategory, vatCategories } from '@comptoir/domain/cart'
import {
  availableOf,
  inNaturalOrder,
  optionWords,
  type StockState,
  stockShown,
  stockStateOf,
  type Variant,
  vatOf,
} from '@comptoir/domain/catalog'
import * as z from 'zod'
import {
  CategoryRefView,
  currencyShape,
  type ImageView,
  imageView,
  ProductCardView,
  type Seen,
  stockShape,
} from './product-card-view.ts'

/**
 * What a shopper is told of a variant's stock and price, in cents: `left` only when few are left (RULES 4.8); `priorPriceCents`, beside a
 * reduction, is the lowest price of the 30 days before it (PRODUCT A30), null for what was never sold at another price.
 */
export interface VariantStockView {
  id: string
  stock: StockState
  left: number | null
  maxQuantity: number
  priceCents: number
  compareAtCents: number | null
  priorPriceCents: number | null
}
const variantStock = {
  id: z.string(),
  stock: stockShape,
  left: z.int().nullable(),
  maxQuantity: z.int(),
  priceCents: z.int(),
  compareAtCents: z.int().nullable(),
  priorPriceCents: z.int().nullable(),
}
export const VariantStockView: z.ZodType<VariantStockView, VariantStockView> = z.object(variantStock)

export interface StockView {
  productId: string
  currency: Currency
  variants: VariantStockView[]
}
export const StockView: z.ZodType<StockView, StockView> = z.object({
  productId: z.string(),
  currency: currencyShape,
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
  currency: currencyShape,
  stock: stockShape,
  vat: VatView,
  images: z.array(ProductImageView),
  options: z.array(OptionView),
  variants: z.array(ProductVariantView),
  related: z.array(ProductCardView),
})

type PriorPrices = ReadonlyMap<Variant['id'], number>

function variantStockView(variant: Variant, priorPrices: PriorPrices): VariantStockView {
  const { id, priceCents, compareAtCents } = variant
  const { stock, left, maxQuantity } = stockShown(availableOf(variant))
  return { id, stock, left, maxQuantity, priceCents, compareAtCents, priorPriceCents: priorPrices.get(id) ?? null }
}

/** The stock and prices of a product that is open on a page. */
export const stockView = (
  productId: string,
  variants: readonly Variant[],
  { currency, priorPrices }: { currency: Currency; priorPrices: PriorPrices },
): StockView => ({
  productId,
  currency,
  variants: variants.filter(({ archived }) => !archived).map((variant) => variantStockView(variant, priorPrices)),
})

/** A product with what its page shows of it. */
interface ShownProduct extends Omit<WholeProduct, 'texts'> {
  text: ShownText | undefined
}

/** A product page in the caller's language; archived variants are not on it. */
export function productView(
  { row, text, options, images, variants }: ShownProduct,
  beside: { category: CategoryRefView | null; related: ProductCardView[]; priorPrices: PriorPrices },
  { locale, currency }: Seen,
): ProductView {
  const { category, related, priorPrices } = beside
  const name = text?.name ?? ''
  const sold = variants.filter(({ archived }) => !archived)
  return {
    id: row.id,
    slug: row.slug,
    name,
    line: text?.line ?? '',
    description: text?.description ?? '',
    facts: text?.facts ?? [],
    category,
    priceCents: row.minPriceCents,
    maxPriceCents: row.maxPriceCents,
    currency,
    stock: stockStateOf(sold.reduce((pieces, variant) => pieces + availableOf(variant), 0)),
    vat: vatOf(row.vatCategory),
    images: images.flatMap((image) => {
      const shown = imageView(image, name, locale)
      return shown === null ? [] : [{ ...shown, values: image.values }]
    }),
    options: options.map((option) => ({
      code: option.code,
      name: option.names[locale],
      values: inNaturalOrder(
        option.values.map(({ code, names, swatch }) => ({ code, name: names[locale], swatch })),
        ({ name }) => name,
      ),
    })),
    variants: sold.map((variant) => ({
      ...variantStockView(variant, priorPrices),
      sku: variant.sku,
      values: variant.values,
      optionWords: optionWords(options, variant.values, locale),
    })),
    related,
  }
}
