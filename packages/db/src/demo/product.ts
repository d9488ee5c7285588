/** A text in both languages of the shop. */
export interface Words {
  fr: string
  en: string
}

/** One thing that can be bought: EUR cents, VAT included. */
export interface DemoVariant {
  sku: string
  /** Value codes in the order of the product's options; empty for a simple product. */
  values: string[]
  priceCents: number
  compareAtCents: number | null
  stock: number
}

export interface DemoOption {
  code: string
  name: Words
  values: { code: string; name: Words; swatch: string | null }[]
}

export interface DemoPicture {
  /** File name without extension. */
  name: string
  alt: Words
  /** Value codes it shows; empty for all. */
  values: string[]
}

export type DemoCategorySlug = 'epicerie' | 'papeterie' | 'maison' | 'vetements' | 'livres' | 'soin'

/** French rates: 20, 10, 5.5 and 2.1 %. */
export type DemoVat = 'standard' | 'intermediate' | 'reduced' | 'super_reduced'

export interface DemoProduct {
  slug: string
  category: DemoCategorySlug
  vat: DemoVat
  name: Words
  line: Words
  description: Words
  facts: { name: Words; value: Words }[]
  options: DemoOption[]
  variants: DemoVariant[]
  pictures: DemoPicture[]
  /** 0..1000, orders a list by what sells. */
  popularity: number
  /** Search words that the texts do not hold. */
  keywords: Words
}

export interface DemoCategory {
  slug: DemoCategorySlug
  name: Words
  description: Words
  /** Ground of its pictures and of its band in the shop. */
  tint: string
  position: number
}
