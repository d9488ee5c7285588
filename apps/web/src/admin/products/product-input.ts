import type { AdminOutputs } from '../../outputs.ts'

type Product = AdminOutputs['products']['get']

/** The sheet of a product as its form holds it: texts, and prices as they are typed. */
export type ProductFields = {
  slug: string
  category: string
  state: string
  vatCategory: string
  price: string
  stock: string
  nameFr: string
  lineFr: string
  descriptionFr: string
  nameEn: string
  lineEn: string
  descriptionEn: string
}

export const blankProduct: ProductFields = {
  slug: '',
  category: '',
  state: 'draft',
  vatCategory: 'standard',
  price: '',
  stock: '0',
  nameFr: '',
  lineFr: '',
  descriptionFr: '',
  nameEn: '',
  lineEn: '',
  descriptionEn: '',
}

export const vatCategories = ['standard', 'intermediate', 'reduced', 'super_reduced', 'zero'] as const
export const draftStates = ['draft', 'published'] as const

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
const typedPrice = (cents: number) => `${Math.floor(cents / 100)},${String(cents % 100).padStart(2, '0')}`

export function fieldsOfProduct(product: Product): ProductFields {
  const { fr, en } = product.texts
  const price = product.variants.find(({ archived }) => !archived)?.priceCents ?? 0
  return {
    slug: product.slug,
    category: product.category?.slug ?? '',
    state: product.state === 'published' ? 'published' : 'draft',
    vatCategory: product.vatCategory,
    price: typedPrice(price),
    stock: '0',
    nameFr: fr?.name ?? '',
    lineFr: fr?.line ?? '',
    descriptionFr: fr?.description ?? '',
    nameEn: en?.name ?? '',
    lineEn: en?.line ?? '',
    descriptionEn: en?.description ?? '',
  }
}

const texts = (name: string, line: string, description: string, before: Product['texts']['fr'] | undefined) =>
  name.trim() === ''
    ? undefined
    : { ...(before ?? { facts: [], keywords: '' }), name: name.trim(), line: line.trim(), description }

/** What the server takes: the typed sheet over the product as it was, or a new product with one variant. */
export function productInput(fields: ProductFields, before?: Product) {
  const priceCents = centsOf(fields.price) ?? 0
  const fr = texts(fields.nameFr, fields.lineFr, fields.descriptionFr, before?.texts.fr)
  const en = texts(fields.nameEn, fields.lineEn, fields.descriptionEn, before?.texts.en)
  const living = before?.variants.filter(({ archived }) => !archived) ?? []
  // One price field: it moves every variant that had the price it stood for, the others keep theirs.
  const shared = living[0]?.priceCents
  return {
    slug: fields.slug.trim(),
    category: fields.category === '' ? null : fields.category,
    state: draftStates.find((state) => state === fields.state) ?? 'draft',
    vatCategory: vatCategories.find((category) => category === fields.vatCategory) ?? 'standard',
    popularity: before?.popularity ?? 0,
    texts: { ...(fr ? { fr } : {}), ...(en ? { en } : {}) },
    options: before?.options ?? [],
    variants: before
      ? living.map(({ id, sku, values, priceCents: old, compareAtCents }) => ({
          ...{ id, sku, values, compareAtCents },
          priceCents: old === shared ? priceCents : old,
        }))
      : [{ priceCents, stock: Number.parseInt(fields.stock, 10) || 0 }],
  }
}
