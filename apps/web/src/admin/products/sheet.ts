import type { Locale } from '@comptoir/domain'
import type { AdminOutputs } from '../../outputs.ts'
import { combine } from './combine.ts'

export type Product = AdminOutputs['products']['get']

export interface SheetTexts {
  name: string
  line: string
  description: string
  /** What is stated beside the text: “Weight: 300 g”. */
  facts: { name: string; value: string }[]
  /** Words that find the product and are not shown. */
  keywords: string
}
/** A value of an option; `key` is its code, or `~…` while it has none. */
export interface SheetValue {
  key: string
  names: Record<Locale, string>
  swatch: string | null
}
export interface SheetOption {
  key: string
  names: Record<Locale, string>
  values: SheetValue[]
}
/** One line of the grid: a combination of option values (by option key), its prices as typed, whether it is on sale. */
export interface SheetRow {
  picks: Record<string, string>
  id: string | null
  sold: boolean
  sku: string
  price: string
  compareAt: string
  /** The opening stock; counts for new variants only. */
  stock: string
}
/** A product as its editor holds it, prices as they are typed. */
export interface Sheet {
  slug: string
  category: string
  state: (typeof draftStates)[number]
  vatCategory: (typeof vatCategories)[number]
  texts: Record<Locale, SheetTexts>
  options: SheetOption[]
  rows: SheetRow[]
}

export const vatCategories = ['standard', 'intermediate', 'reduced', 'super_reduced', 'zero'] as const
export const draftStates = ['draft', 'published'] as const

const noTexts: SheetTexts = { name: '', line: '', description: '', facts: [], keywords: '' }
const blankRow: SheetRow = {
  ...{ picks: {}, id: null, sold: true, sku: '', price: '', compareAt: '', stock: '0' },
}
export const blankSheet: Sheet = {
  ...{ slug: '', category: '', state: 'draft', vatCategory: 'standard' },
  texts: { fr: noTexts, en: noTexts },
  options: [],
  rows: [blankRow],
}

/** `12,50` or `12.5` in minor units; null when it is no price. */
export function centsOf(typed: string): number | null {
  const plain = typed
    .trim()
    .replace(/[\s\u202f\u00a0€]/g, '')
    .replace(',', '.')
  if (!/^\d{1,8}(?:\.\d{1,2})?$/.test(plain)) return null
  const [whole = '0', part = ''] = plain.split('.')
  return Number(whole) * 100 + Number(part.padEnd(2, '0'))
}
/** A price as one types it: `12,50` in French, `12.50` in English. */
export const typedPrice = (cents: number, locale: Locale) =>
  `${Math.floor(cents / 100)}${locale === 'fr' ? ',' : '.'}${String(cents % 100).padStart(2, '0')}`

/** The sheet of a product as it is on file, as one types it in a language; combinations that are not sold stand in it unticked. */
export function sheetOf(product: Product, locale: Locale): Sheet {
  const { fr, en } = product.texts
  const options = product.options.map(({ code, names, values }) => ({
    ...{ key: code, names },
    values: values.map(({ code, names, swatch }) => ({ key: code, names, swatch })),
  }))
  const rows = product.variants
    .filter(({ archived }) => !archived)
    .map((variant): SheetRow => ({
      picks: Object.fromEntries(options.map(({ key }, i) => [key, variant.values[i] ?? ''])),
      ...{ id: variant.id, sold: true, sku: variant.sku ?? '', stock: '0' },
      price: typedPrice(variant.priceCents, locale),
      compareAt: variant.compareAtCents === null ? '' : typedPrice(variant.compareAtCents, locale),
    }))
  const texts = (of: typeof fr): SheetTexts =>
    of ? { name: of.name, line: of.line, description: of.description, facts: of.facts, keywords: of.keywords } : noTexts
  return {
    slug: product.slug,
    category: product.category?.slug ?? '',
    state: product.state === 'published' ? 'published' : 'draft',
    vatCategory: product.vatCategory,
    texts: { fr: texts(fr), en: texts(en) },
    options,
    rows: combine(options, rows, false),
  }
}

/** The sheet with other options: its grid has a row for every combination, and keeps what fits. */
export const withOptions = (sheet: Sheet, options: SheetOption[]): Sheet => ({
  ...sheet,
  options,
  rows: combine(options, sheet.rows, true),
})

const wordIn = (value: SheetValue | undefined, locale: Locale) =>
  value?.names[locale] || value?.names[locale === 'fr' ? 'en' : 'fr']

/** The chosen values of a row in words: `Bleu · M`. */
export const rowWords = ({ options }: Pick<Sheet, 'options'>, { picks }: SheetRow, locale: Locale): string =>
  options
    .flatMap(
      ({ key, values }) =>
        wordIn(
          values.find((value) => value.key === picks[key]),
          locale,
        ) || [],
    )
    .join(' · ')
