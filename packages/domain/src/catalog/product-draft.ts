import type { Id } from '../id.ts'
import type { Locale } from '../problem.ts'
import { refuse } from '../problems.ts'
import type { VatCategory } from '../vat.ts'
import type { ProductOption, ProductState, ProductTexts } from './product.ts'

/** A variant as it shall be; `stock` counts where it is new, later changes are movements. */
export interface VariantDraft {
  id?: Id<'variant'> | undefined
  sku: string | null
  values: string[]
  priceCents: number
  compareAtCents: number | null
  stock: number
}

/** A picture of ours (`path`) or the address of one that was not fetched; `values` are the option values it shows. */
export interface ImageDraft {
  path: string | null
  sourceUrl: string | null
  alt: Partial<Record<Locale, string>>
  values: string[]
}

/** A product as it shall be. `category` is a slug; without `images` the pictures stay as they are. */
export interface ProductDraft {
  slug: string
  category: string | null
  state: ProductState
  vatCategory: VatCategory
  popularity: number
  texts: { fr?: ProductTexts | undefined; en?: ProductTexts | undefined }
  options: ProductOption[]
  variants: VariantDraft[]
  images?: ImageDraft[]
}

/** What makes two variants the same: their values in the order of the options. */
export const valuesKeyOf = (values: readonly string[]): string => values.join('/')

/**
 * Checks that a product can stand on the shelf: a name, at least one variant, each with one value of every option and unlike the others.
 * Refuses: name_missing, variants_unclear, compare_price_too_low.
 */
export function checkDraft({ texts, options, variants }: ProductDraft): void {
  if (texts.fr === undefined && texts.en === undefined) refuse('name_missing')
  if (variants.length === 0) refuse('variants_unclear', { reason: 'none' })
  const unclear = (values: readonly string[]) =>
    values.length !== options.length ||
    options.some((option, i) => !option.values.some((value) => value.code === values[i]))
  const repeated = (codes: readonly string[]) => new Set(codes).size !== codes.length
  if (
    repeated(options.map(({ code }) => code)) ||
    options.some(({ values }) => repeated(values.map(({ code }) => code)))
  )
    refuse('options_unclear')
  for (const { values, priceCents, compareAtCents } of variants) {
    if (unclear(values)) refuse('variants_unclear', { reason: 'unknown_value' })
    if (compareAtCents !== null && compareAtCents <= priceCents) refuse('compare_price_too_low')
  }
  if (repeated(variants.map(({ values }) => valuesKeyOf(values)))) refuse('variants_unclear', { reason: 'duplicate' })
}
