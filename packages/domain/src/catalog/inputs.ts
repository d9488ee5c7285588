import * as z from 'zod'
import { vatCategories } from '../vat.ts'
import { amount, id, locale, page, paragraphs, resume, secret, slug, words } from '../input-kinds.ts'
import { productSorts, productStates } from './product.ts'

const search = z.string().max(100)
const filters = {
  search: search.optional(),
  category: slug.optional(),
  minCents: amount.optional(),
  maxCents: amount.optional(),
  inStock: z.boolean().optional(),
  /** `option:value` codes; of one option any value fits, of several options one variant has them all. */
  options: z
    .array(
      z
        .string()
        .max(81)
        .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*:[a-z0-9]+(?:-[a-z0-9]+)*$/),
    )
    .max(10)
    .optional(),
}
export const CatalogListInput = z.strictObject({
  ...page,
  ...filters,
  sort: z.enum(productSorts).default('popular'),
})
export type CatalogListInput = z.infer<typeof CatalogListInput>

export const CatalogFacetsInput = z.strictObject(filters)
export type CatalogFacetsInput = z.infer<typeof CatalogFacetsInput>
/** The beginning of a search, as it is typed. */
export const CatalogSuggestInput = z.strictObject({ search })

/** `id` holds an id or a slug. */
export const CatalogGetInput = z.strictObject({
  id: z
    .string()
    .min(1)
    .max(100)
    .regex(/^[^\p{Cc}\p{Cs}]*$/u),
})
export const StockInput = z.strictObject({ productId: id('product'), ...resume })

const code = z
  .string()
  .max(40)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)
const bothNames = z.strictObject({ fr: words(100), en: words(100) })

export const ProductTextsInput = z.strictObject({
  name: words(200),
  line: words(300, 0).default(''),
  description: paragraphs(5000, 0).default(''),
  facts: z
    .array(z.strictObject({ name: words(60), value: words(200) }))
    .max(20)
    .default([]),
  keywords: words(300, 0).default(''),
})
export const VariantInput = z.strictObject({
  /** Absent for a new variant. */
  id: id('variant').optional(),
  sku: words(64).nullable().default(null),
  values: z.array(code).max(3).default([]),
  priceCents: amount,
  compareAtCents: amount.nullable().default(null),
  /** Counts at creation only: later changes are movements. */
  stock: z.int().min(0).max(1_000_000).default(0),
})
const productFields = {
  slug,
  category: slug.nullable().default(null),
  state: z.enum(productStates).exclude(['archived']).default('draft'),
  vatCategory: z.enum(vatCategories).default('standard'),
  popularity: z.int().min(0).max(1_000_000).default(0),
  texts: z.strictObject({ fr: ProductTextsInput.optional(), en: ProductTextsInput.optional() }),
  options: z
    .array(
      z.strictObject({
        code,
        names: bothNames,
        values: z
          .array(
            z.strictObject({
              code,
              names: bothNames,
              swatch: z
                .string()
                .max(32)
                .regex(/^#[0-9a-f]{3,8}$/i)
                .nullable()
                .default(null),
            }),
          )
          .min(1)
          .max(100),
      }),
    )
    .max(3)
    .default([]),
  variants: z.array(VariantInput).min(1).max(100),
}
export const CreateProductInput = z.strictObject(productFields)
export type CreateProductInput = z.infer<typeof CreateProductInput>
/** The whole product as it shall be; `version` as read, so that two people never overwrite each other. */
export const UpdateProductInput = z.strictObject({ id: id('product'), version: z.int().min(1), ...productFields })
export type UpdateProductInput = z.infer<typeof UpdateProductInput>
export const ProductIdInput = z.strictObject({ id: id('product') })
const adminFilters = {
  search: search.optional(),
  state: z.enum(productStates).optional(),
  category: slug.optional(),
  /** Products with a variant that is out, or of which few are left. */
  stock: z.enum(['low', 'out']).optional(),
}
/** Without `sort`: the newest first, a search by popularity. */
export const AdminProductsInput = z.strictObject({
  ...page,
  ...adminFilters,
  sort: z.enum([...productSorts, 'stock']).optional(),
})
export type AdminProductsInput = z.infer<typeof AdminProductsInput>
export const AdminProductCountsInput = z.strictObject(adminFilters)
export type AdminProductCountsInput = z.infer<typeof AdminProductCountsInput>

/** The history of one variant's shelf, or of all of a product. */
export const MovementsInput = z
  .strictObject({ ...page, productId: id('product').optional(), variantId: id('variant').optional() })
  .refine(({ productId, variantId }) => productId !== undefined || variantId !== undefined)
export type MovementsInput = z.infer<typeof MovementsInput>

/** A difference, never an overwrite: +12 received, −1 broken; with its reason. */
export const AdjustStockInput = z.strictObject({
  variantId: id('variant'),
  change: z
    .int()
    .min(-1_000_000)
    .max(1_000_000)
    .refine((n) => n !== 0),
  reason: words(200),
})
export type AdjustStockInput = z.infer<typeof AdjustStockInput>

/** The pictures of a product in their order, as they shall be; `path` is what the upload answered. */
export const SetImagesInput = z.strictObject({
  id: id('product'),
  version: z.int().min(1),
  images: z
    .array(
      z.strictObject({
        path: z
          .string()
          .max(200)
          .regex(/^\/[a-z0-9][a-z0-9/_-]*$/),
        alt: z.strictObject({ fr: words(300), en: words(300) }),
        values: z.array(code).max(3).default([]),
      }),
    )
    .max(50),
})
export type SetImagesInput = z.infer<typeof SetImagesInput>
/** The token travels in the header `preview-token`, so that no address holds it; the input is for callers without headers. */
export const PreviewInput = z.strictObject({ token: secret.optional() })

export const ImportsInput = z.strictObject(page)
export const ImportIdInput = z.strictObject({ id: id('import') })
/** How a file is to be read: whose texts it holds; a null VAT keeps what is on file, and is the standard rate for new products. */
export const CheckImportInput = z.strictObject({
  id: id('import'),
  language: locale.default('fr'),
  vatCategory: z.enum(vatCategories).nullable().default(null),
})
export type CheckImportInput = z.infer<typeof CheckImportInput>
