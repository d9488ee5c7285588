import type { DemoProduct } from '@comptoir/db/demo'
import type { ProductDraft } from '@comptoir/domain/catalog'
import type { Locale } from '@comptoir/domain'

const textsOf = (product: DemoProduct, locale: Locale) => ({
  name: product.name[locale],
  line: product.line[locale],
  description: product.description[locale],
  facts: product.facts.map(({ name, value }) => ({ name: name[locale], value: value[locale] })),
  keywords: product.keywords[locale],
})

/** A demo product as the catalogue takes it: published, both languages, pictures of ours. */
export const draftOf = (product: DemoProduct): ProductDraft => ({
  slug: product.slug,
  category: product.category,
  state: 'published',
  vatCategory: product.vat,
  popularity: product.popularity,
  texts: { fr: textsOf(product, 'fr'), en: textsOf(product, 'en') },
  options: product.options.map(({ code, name, values }) => ({
    code,
    names: name,
    values: values.map((value) => ({ code: value.code, names: value.name, swatch: value.swatch })),
  })),
  variants: product.variants,
  images: product.pictures.map(({ name, alt, values }) => ({
    path: `/pictures/${name}`,
    sourceUrl: null,
    alt,
    values,
  })),
})
