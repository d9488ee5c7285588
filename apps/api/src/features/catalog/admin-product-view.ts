import type { listNewest } from '@comptoir/db/stores/movements'
import type { WholeProduct } from '@comptoir/db/stores/products'
import type { Currency } from '@comptoir/domain'
import { vatCategories, type VatCategory } from '@comptoir/domain/cart'
import {
  availableOf,
  inLanguage,
  type MovementKind,
  movementKinds,
  optionWords,
  type ProductState,
  productStates,
} from '@comptoir/domain/catalog'
import * as z from 'zod'
import { CategoryRefView, currencyShape, type Seen } from './product-card-view.ts'
import { FactView } from './product-view.ts'

export interface ProductTextsView {
  name: string
  line: string
  description: string
  facts: FactView[]
  keywords: string
}
export const ProductTextsView: z.ZodType<ProductTextsView, ProductTextsView> = z.object({
  name: z.string(),
  line: z.string(),
  description: z.string(),
  facts: z.array(FactView),
  keywords: z.string(),
})

/** The same words in both languages. */
export interface BothView {
  fr: string
  en: string
}
export const BothView: z.ZodType<BothView, BothView> = z.object({ fr: z.string(), en: z.string() })

export interface AdminOptionValueView {
  code: string
  names: BothView
  swatch: string | null
}
export const AdminOptionValueView: z.ZodType<AdminOptionValueView, AdminOptionValueView> = z.object({
  code: z.string(),
  names: BothView,
  swatch: z.string().nullable(),
})
export interface AdminOptionView {
  code: string
  names: BothView
  values: AdminOptionValueView[]
}
export const AdminOptionView: z.ZodType<AdminOptionView, AdminOptionView> = z.object({
  code: z.string(),
  names: BothView,
  values: z.array(AdminOptionValueView),
})

export interface AdminVariantView {
  id: string
  sku: string | null
  values: string[]
  optionWords: string
  priceCents: number
  compareAtCents: number | null
  onHand: number
  allocated: number
  available: number
  archived: boolean
}
export const AdminVariantView: z.ZodType<AdminVariantView, AdminVariantView> = z.object({
  id: z.string(),
  sku: z.string().nullable(),
  values: z.array(z.string()),
  optionWords: z.string(),
  priceCents: z.int(),
  compareAtCents: z.int().nullable(),
  onHand: z.int(),
  allocated: z.int(),
  available: z.int(),
  archived: z.boolean(),
})

/** `path` is null for a picture that was imported by its address and not fetched. */
export interface AdminImageView {
  id: string
  path: string | null
  sourceUrl: string | null
  alt: string
  /** The words of each language, empty where there are none yet. */
  alts: BothView
  values: string[]
}
export const AdminImageView: z.ZodType<AdminImageView, AdminImageView> = z.object({
  id: z.string(),
  path: z.string().nullable(),
  sourceUrl: z.string().nullable(),
  alt: z.string(),
  alts: BothView,
  values: z.array(z.string()),
})

/** A change of the shelf: who, why, when. */
export interface MovementView {
  id: string
  variantId: string
  kind: MovementKind
  quantity: number
  reason: string
  orderId: string | null
  actorId: string | null
  at: string
}
export const MovementView: z.ZodType<MovementView, MovementView> = z.object({
  id: z.string(),
  variantId: z.string(),
  kind: z.enum(movementKinds),
  quantity: z.int(),
  reason: z.string(),
  orderId: z.string().nullable(),
  actorId: z.string().nullable(),
  at: z.string(),
})

export interface BothTextsView {
  fr: ProductTextsView | null
  en: ProductTextsView | null
}
export const BothTextsView: z.ZodType<BothTextsView, BothTextsView> = z.object({
  fr: ProductTextsView.nullable(),
  en: ProductTextsView.nullable(),
})

/** A product whole, as staff edit it: `version` goes back with the change. */
export interface AdminProductView {
  id: string
  slug: string
  name: string
  state: ProductState
  category: CategoryRefView | null
  vatCategory: VatCategory
  popularity: number
  currency: Currency
  texts: BothTextsView
  options: AdminOptionView[]
  variants: AdminVariantView[]
  images: AdminImageView[]
  movements: MovementView[]
  version: number
  createdAt: string
  updatedAt: string
}
export const AdminProductView: z.ZodType<AdminProductView, AdminProductView> = z.object({
  id: z.string(),
  slug: z.string(),
  name: z.string(),
  state: z.enum(productStates),
  category: CategoryRefView.nullable(),
  vatCategory: z.enum(vatCategories),
  popularity: z.int(),
  currency: currencyShape,
  texts: BothTextsView,
  options: z.array(AdminOptionView),
  variants: z.array(AdminVariantView),
  images: z.array(AdminImageView),
  movements: z.array(MovementView),
  version: z.int(),
  createdAt: z.string(),
  updatedAt: z.string(),
})

type Movement = Awaited<ReturnType<typeof listNewest>>[number]

const movementView = ({ requestId: _, at, ...movement }: Movement): MovementView => ({
  ...movement,
  at: at.toISOString(),
})

/** A product whole, with its archived variants and the last movements of its shelf. */
export function adminProductView(
  { row, texts, options, images, variants }: WholeProduct,
  { category, movements }: { category: CategoryRefView | null; movements: readonly Movement[] },
  { locale, currency }: Seen,
): AdminProductView {
  return {
    id: row.id,
    slug: row.slug,
    name: inLanguage(texts, locale)?.name ?? '',
    state: row.state,
    category,
    vatCategory: row.vatCategory,
    popularity: row.popularity,
    currency,
    texts: { fr: texts.fr ?? null, en: texts.en ?? null },
    options,
    variants: variants.map(({ productId: _, position: __, ...variant }) => ({
      ...variant,
      optionWords: optionWords(options, variant.values, locale),
      available: availableOf(variant),
    })),
    images: images.map(({ id, path, sourceUrl, alt, values }) => ({
      ...{ id, path, sourceUrl, values },
      alt: inLanguage(alt, locale) ?? '',
      alts: { fr: alt.fr ?? '', en: alt.en ?? '' },
    })),
    movements: movements.map(movementView),
    version: row.version,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  }
}
