import type { DemoCategorySlug, DemoOption, DemoProduct, DemoVariant, DemoVat, Words } from './product.ts'

type Pair = [fr: string, en: string]

const narrow = '\u202F'
const unit = /(\d) (?=(?:g|kg|ml|cl|l|cm|mm|m|W|pages|heures|hours|ans|%)(?![\p{L}\d]))/gu

/** Sets French spacing: narrow no-break spaces at double punctuation and inside « », none lost before units. */
export function typeset(text: string): string {
  return text
    .replace(/ (?=[:;!?»%])/g, narrow)
    .replace(/« /g, `«${narrow}`)
    .replace(unit, '$1\u00A0')
}

/** A text in both languages, each typeset by its own rules here and nowhere else. */
export const words = (fr: string, en: string): Words => ({
  fr: typeset(fr),
  en: en.replaceAll(' %', '%').replace(unit, '$1\u00A0'),
})

const factNames = {
  allergens: words('Allergènes', 'Allergens'),
  author: words('Auteur', 'Author'),
  binding: words('Reliure', 'Binding'),
  burning: words('Durée', 'Burning time'),
  care: words('Entretien', 'Care'),
  contents: words('Contenu', 'Contents'),
  cut: words('Coupe', 'Cut'),
  format: words('Format', 'Format'),
  ingredients: words('Ingrédients', 'Ingredients'),
  keep: words('Conservation', 'Storage'),
  language: words('Langue', 'Language'),
  made: words('Fabrication', 'Made'),
  material: words('Matière', 'Material'),
  origin: words('Origine', 'Origin'),
  pages: words('Pages', 'Pages'),
  paper: words('Papier', 'Paper'),
  size: words('Dimensions', 'Size'),
  use: words('Emploi', 'Use'),
  weight: words('Poids', 'Weight'),
}

export type Fact = [name: keyof typeof factNames, fr: string, en: string]

type Value = [code: string, fr: string, en: string, swatch?: string]

/** An option with its values; a fourth member of a value is its colour. */
export const option = (code: string, fr: string, en: string, values: Value[]): DemoOption => ({
  code,
  name: words(fr, en),
  values: values.map(([value, valueFr, valueEn, swatch]) => ({
    code: value,
    name: words(valueFr, valueEn),
    swatch: swatch ?? null,
  })),
})

export const colours = (values: Value[]) => option('couleur', 'Couleur', 'Colour', values)

const letterSizes: Value[] = ['xs', 's', 'm', 'l', 'xl', 'xxl'].map((code) => [
  code,
  code.toUpperCase(),
  code.toUpperCase(),
])

/** Sizes by letter, in their usual order. */
export const sizes = (...codes: string[]) =>
  option(
    'taille',
    'Taille',
    'Size',
    letterSizes.filter(([code]) => codes.includes(code)),
  )

type Row = [values: string, priceCents: number, stock: number, compareAtCents?: number]

export interface Draft {
  slug: string
  vat?: DemoVat
  sku: string
  name: Pair
  line: Pair
  text: Pair
  facts: Fact[]
  options?: DemoOption[]
  /** One row per variant, value codes parted by a space; '' for a simple product. */
  rows: Row[]
  /** What the first picture shows; `{v}` stands for the colour's name, one picture per colour. */
  alone: Pair
  placed: Pair
  popularity: number
  keywords?: Pair
}

function variant(sku: string, [values, priceCents, stock, compareAtCents]: Row): DemoVariant {
  const codes = values.split(' ').filter(Boolean)
  return {
    sku: [sku, ...codes.map((code) => code.toUpperCase())].join('-'),
    values: codes,
    priceCents,
    compareAtCents: compareAtCents ?? null,
    stock,
  }
}

function pictures(draft: Draft): DemoProduct['pictures'] {
  const shown = draft.options?.find(({ values }) => values.some(({ swatch }) => swatch))?.values ?? []
  const first = shown[0] ? [shown[0].code] : []
  const placed = { name: `${draft.slug}-2`, alt: words(...draft.placed), values: first }
  if (shown.length === 0) return [{ name: `${draft.slug}-1`, alt: words(...draft.alone), values: [] }, placed]
  const alone = shown.map(({ code, name }) => ({
    name: `${draft.slug}-${code}-1`,
    alt: words(
      draft.alone[0].replace('{v}', name.fr.toLowerCase()),
      draft.alone[1].replace('{v}', name.en.toLowerCase()),
    ),
    values: [code],
  }))
  return [...alone, placed]
}

/** The products of one shelf, from their short form. */
export const shelf = (category: DemoCategorySlug, usualVat: DemoVat, drafts: Draft[]): DemoProduct[] =>
  drafts.map((draft) => ({
    slug: draft.slug,
    category,
    vat: draft.vat ?? usualVat,
    name: words(...draft.name),
    line: words(...draft.line),
    description: words(...draft.text),
    facts: draft.facts.map(([name, fr, en]) => ({ name: factNames[name], value: words(fr, en) })),
    options: draft.options ?? [],
    variants: draft.rows.map((row) => variant(draft.sku, row)),
    pictures: pictures(draft),
    popularity: draft.popularity,
    keywords: words(...(draft.keywords ?? ['', ''])),
  }))
