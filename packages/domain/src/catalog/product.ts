import type { Id } from '../id.ts'
import type { Cents } from '../money.ts'
import type { Locale } from '../problem.ts'
import type { Vat, VatCategory } from '../vat.ts'

/** French VAT rates by category, in basis points. SAFETY 8. */
export const vatRatesBp: Record<VatCategory, number> = {
  standard: 2000,
  intermediate: 1000,
  reduced: 550,
  super_reduced: 210,
  zero: 0,
}
export const vatOf = (category: VatCategory): Vat => ({ category, rateBp: vatRatesBp[category] })

/** A product is a draft, on the shelf, or archived: never deleted once ordered. RULES 4.11. */
export const productStates = ['draft', 'published', 'archived'] as const
export type ProductState = (typeof productStates)[number]

export const productSorts = ['popular', 'newest', 'price_asc', 'price_desc'] as const
export type ProductSort = (typeof productSorts)[number]

/** A choice the shopper makes (Taille), with its values in order. Codes are stable, names are per language. */
export interface ProductOption {
  code: string
  names: Record<Locale, string>
  values: { code: string; names: Record<Locale, string>; swatch: string | null }[]
}

export interface ProductTexts {
  name: string
  line: string
  description: string
  facts: { name: string; value: string }[]
  keywords: string
}

export interface Variant {
  id: Id<'variant'>
  productId: Id<'product'>
  sku: string | null
  /** Value codes in the order of the product's options; empty for a simple product. */
  values: string[]
  priceCents: Cents
  compareAtCents: Cents | null
  onHand: number
  allocated: number
  position: number
  archived: boolean
}

/** Pieces of one variant that one cart may hold, over all its lines. */
export const mostPerVariant = 99

export const availableOf = (variant: Pick<Variant, 'onHand' | 'allocated'>): number =>
  Math.max(0, variant.onHand - variant.allocated)

/** What a shopper is told about stock: exact numbers are for staff. RULES 4.8. */
export type StockState = 'in_stock' | 'few_left' | 'out_of_stock'
export const fewLeftFrom = 5
export const stockStateOf = (available: number): StockState =>
  available <= 0 ? 'out_of_stock' : available <= fewLeftFrom ? 'few_left' : 'in_stock'

/** All that a shopper is told of available pieces: the state, `left` when few are left, and how many can be ordered. RULES 4.8. */
export function stockShown(available: number): { stock: StockState; left: number | null; maxQuantity: number } {
  const stock = stockStateOf(available)
  return {
    stock,
    left: stock === 'few_left' ? available : null,
    // The true number above "few left" is for staff: the shop's own limit hides it.
    maxQuantity: stock === 'in_stock' ? mostPerVariant : Math.max(0, available),
  }
}

/** The language in which a text is shown that the wanted one lacks. */
export const otherLocale = (locale: Locale): Locale => (locale === 'fr' ? 'en' : 'fr')

/** The text of a language, or the other one where it is missing. */
export const inLanguage = <T>(texts: Partial<Record<Locale, T>>, locale: Locale): T | undefined =>
  texts[locale] ?? texts[otherLocale(locale)]

/** The chosen values in words: "Bleu · M". */
export function optionWords(options: readonly ProductOption[], values: readonly string[], locale: Locale): string {
  return options
    .map((option, i) => option.values.find((value) => value.code === values[i])?.names[locale] ?? values[i] ?? '')
    .filter((word) => word !== '')
    .join(' · ')
}
