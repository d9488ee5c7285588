import type { Facets } from '@comptoir/db/stores/product-facets'
import type { Currency, Id } from '@comptoir/domain'
import { inNaturalOrder } from '@comptoir/domain/catalog'
import * as z from 'zod'
import { CategoryRefView, CategoryView, currencyShape, ProductCardView } from './product-card-view.ts'

export interface CategoryCountView {
  slug: string
  name: string
  count: number
}
export const CategoryCountView: z.ZodType<CategoryCountView, CategoryCountView> = z.object({
  slug: z.string(),
  name: z.string(),
  count: z.int(),
})
/** `code` is what the filter takes: `couleur:bleu`. */
export interface ValueCountView {
  code: string
  name: string
  swatch: string | null
  count: number
}
export const ValueCountView: z.ZodType<ValueCountView, ValueCountView> = z.object({
  code: z.string(),
  name: z.string(),
  swatch: z.string().nullable(),
  count: z.int(),
})
export interface OptionCountView {
  code: string
  name: string
  values: ValueCountView[]
}
export const OptionCountView: z.ZodType<OptionCountView, OptionCountView> = z.object({
  code: z.string(),
  name: z.string(),
  values: z.array(ValueCountView),
})

/** What a list holds. Each count is the number of rows that the list has with that one filter set; `more`: at least so many. */
export interface FacetsView {
  total: number
  more: boolean
  inStock: number
  currency: Currency
  minCents: number | null
  maxCents: number | null
  categories: CategoryCountView[]
  options: OptionCountView[]
}
export const FacetsView: z.ZodType<FacetsView, FacetsView> = z.object({
  total: z.int(),
  more: z.boolean(),
  inStock: z.int(),
  currency: currencyShape,
  minCents: z.int().nullable(),
  maxCents: z.int().nullable(),
  categories: z.array(CategoryCountView),
  options: z.array(OptionCountView),
})

/** What fits the beginning of a search, or of `searchedFor`: what it may have meant, where nothing fits. */
export interface SuggestionsView {
  items: ProductCardView[]
  categories: CategoryRefView[]
  searchedFor: string | null
}
export const SuggestionsView: z.ZodType<SuggestionsView, SuggestionsView> = z.object({
  items: z.array(ProductCardView),
  categories: z.array(CategoryRefView),
  searchedFor: z.string().nullable(),
})

/** What the shop's front page shows. */
export interface HomeView {
  news: ProductCardView[]
  wanted: ProductCardView[]
  categories: CategoryView[]
}
export const HomeView: z.ZodType<HomeView, HomeView> = z.object({
  news: z.array(ProductCardView),
  wanted: z.array(ProductCardView),
  categories: z.array(CategoryView),
})

/** The facets in words; the option with the most products comes first, its values in their natural order: S before M, 250 g before 1 kg. */
export function facetsView(
  { categories, values, ...counts }: Facets,
  named: ReadonlyMap<Id<'category'>, CategoryRefView>,
  currency: Currency,
): FacetsView {
  const options = [...Map.groupBy(values, ({ optionCode }) => optionCode)].map(([code, own]) => ({
    ...{ code, name: own[0]?.optionName ?? code },
    values: inNaturalOrder(
      own.toSorted((a, b) => a.place - b.place || b.count - a.count),
      ({ name }) => name,
    ).map((value) => ({
      code: `${code}:${value.code}`,
      ...{ name: value.name, swatch: value.swatch, count: value.count },
    })),
  }))
  return {
    ...counts,
    currency,
    categories: categories.flatMap(({ id, count }) => {
      const ref = named.get(id)
      return ref === undefined ? [] : [{ ...ref, count }]
    }),
    options,
  }
}
