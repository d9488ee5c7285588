export const vatCategories = ['standard', 'intermediate', 'reduced', 'super_reduced', 'zero'] as const
export type VatCategory = (typeof vatCategories)[number]

/** A tax as it was at the time of sale: category and rate in basis points (2000 = 20 %; the sum when several apply). */
export interface Vat {
  category: VatCategory
  rateBp: number
}
