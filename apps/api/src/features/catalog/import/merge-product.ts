import { createHash } from 'node:crypto'
import type { WholeProduct } from '@comptoir/db/stores/products'
import type { Locale } from '@comptoir/domain'
import type { VatCategory } from '@comptoir/domain/cart'
import {
  type ImageDraft,
  type ProductDraft,
  type ProductOption,
  valuesKeyOf,
  type VariantDraft,
} from '@comptoir/domain/catalog'
import { type ImportedProduct, slugOf } from './read-product.ts'

/** How a file is read: whose texts they are, and which VAT was asked for; null keeps what is on file and is 20 % for new products. */
export interface ImportChoice {
  language: Locale
  vatCategory: VatCategory | null
}

/** The product on file as a draft: saving it would change nothing. */
export const draftOf = (
  { row, texts, options, variants, images }: WholeProduct,
  category: string | null,
): ProductDraft => ({
  slug: row.slug,
  category,
  state: row.state,
  vatCategory: row.vatCategory,
  popularity: row.popularity,
  texts,
  options,
  variants: variants
    .filter(({ archived }) => !archived)
    .map(({ id, sku, values, priceCents, compareAtCents }) => ({
      id,
      sku,
      values,
      priceCents,
      compareAtCents,
      stock: 0,
    })),
  images: images.map(({ path, sourceUrl, alt, values }) => ({ path, sourceUrl, alt, values })),
})

/**
 * What the file makes of a product: a new one whole; one on file gets the file's texts in its language, prices, SKUs, new variants and
 * pictures, and keeps the rest: stock, state, category, other language, variants that the file lacks. Null when the options do not fit.
 */
export function mergeProduct(
  file: ImportedProduct,
  known: { product: WholeProduct; draft: ProductDraft } | null,
  category: string | null,
  { language, vatCategory }: ImportChoice,
): ProductDraft | null {
  const before = known?.draft
  if (before && before.options.length !== file.options.length) return null
  const imported = before ? inOrderOf(before.options, file) : file
  const options = mergeOptions(imported, before?.options, language)
  const codesOf = (values: readonly string[]) => values.map((value, i) => codeOf(value, options[i]?.values ?? []) ?? '')
  const archived = new Set(
    known?.product.variants.filter((variant) => variant.archived).map(({ values }) => valuesKeyOf(values)),
  )
  const old = before?.texts[language]
  return {
    // A file may know a product by an address that it left.
    slug: before?.slug ?? imported.slug,
    category: before ? before.category : category,
    state: before?.state ?? imported.state,
    vatCategory: vatCategory ?? before?.vatCategory ?? 'standard',
    popularity: before?.popularity ?? 0,
    texts: {
      ...before?.texts,
      [language]: {
        name: imported.title,
        line: old?.line ?? '',
        description: imported.description,
        facts: old?.facts ?? [],
        keywords: imported.keywords,
      },
    },
    options,
    variants: mergeVariants(imported, before?.variants ?? [], codesOf).filter(
      ({ id, values }) => id !== undefined || !archived.has(valuesKeyOf(values)),
    ),
    images: mergeImages(imported, before?.images ?? [], { language, codesOf }),
  }
}

/** A file may name the options that are on file in another order: each stays the option that it is. */
function inOrderOf(known: readonly ProductOption[], file: ImportedProduct): ImportedProduct {
  const places = known.map(({ names }) => file.options.findIndex((name) => name === names.fr || name === names.en))
  if (places.includes(-1) || new Set(places).size < places.length) return file
  const ordered = (words: readonly string[]) => places.map((place) => words[place] ?? '')
  const variants = file.variants.map((variant) => ({ ...variant, values: ordered(variant.values) }))
  return { ...file, options: ordered(file.options), variants }
}

type Value = ProductOption['values'][number]

function mergeOptions(imported: ImportedProduct, before: readonly ProductOption[] | undefined, language: Locale) {
  const taken: string[] = []
  return imported.options.map((name, i): ProductOption => {
    const old = before?.[i]
    const code = old?.code ?? newCode(name, taken)
    taken.push(code)
    const values: Value[] = [...(old?.values ?? [])]
    for (const { values: words } of imported.variants) {
      const word = words[i] ?? ''
      const at = values.findIndex((value) => value.code === codeOf(word, values))
      const value = values[at]
      if (value === undefined)
        values.push({
          code: newCode(
            word,
            values.map((one) => one.code),
          ),
          names: { fr: word, en: word },
          swatch: null,
        })
      else values[at] = { ...value, names: { ...value.names, [language]: word } }
    }
    return { code, names: { ...(old?.names ?? { fr: name, en: name }), [language]: name }, values }
  })
}

/** The code under which a value is known: by its words first, then by what its words would be as a code. */
const codeOf = (word: string, values: readonly Value[]): string | undefined =>
  (
    values.find(({ names }) => names.fr === word || names.en === word) ??
    values.find(
      ({ code, names }) => code === slugOf(word, 40) && slugOf(names.fr, 40) !== code && slugOf(names.en, 40) !== code,
    )
  )?.code

function newCode(word: string, taken: readonly string[]): string {
  const plain = slugOf(word, 30)
  const mark = createHash('sha256').update(word).digest('hex').slice(0, 8)
  if (plain === '') return mark
  return taken.includes(plain) ? `${plain}-${mark}` : plain
}

type Codes = (values: readonly string[]) => string[]

function mergeVariants(imported: ImportedProduct, before: readonly VariantDraft[], codesOf: Codes): VariantDraft[] {
  const fresh = new Map(
    imported.variants.map(({ sku, values, priceCents, compareAtCents, stock }) => {
      const codes = codesOf(values)
      return [valuesKeyOf(codes), { sku, values: codes, priceCents, compareAtCents, stock }]
    }),
  )
  const kept = before.map((variant) => {
    const now = fresh.get(valuesKeyOf(variant.values))
    fresh.delete(valuesKeyOf(variant.values))
    return now === undefined
      ? variant
      : { ...variant, sku: now.sku ?? variant.sku, priceCents: now.priceCents, compareAtCents: now.compareAtCents }
  })
  return [...kept, ...fresh.values()]
}

function mergeImages(
  imported: ImportedProduct,
  before: readonly ImageDraft[],
  { language, codesOf }: { language: Locale; codesOf: Codes },
): ImageDraft[] {
  const known = new Map(before.map((image) => [image.sourceUrl, image]))
  const addresses = new Set<string | null>(imported.images.map(({ url }) => url))
  const listed = imported.images.map(({ url, alt }): ImageDraft => {
    const old = known.get(url)
    return {
      path: old?.path ?? null,
      sourceUrl: url,
      alt: { ...old?.alt, ...(alt !== '' && { [language]: alt }) },
      values: shownBy(url, imported, codesOf),
    }
  })
  return [...listed, ...before.filter(({ sourceUrl }) => !addresses.has(sourceUrl))]
}

/** The option values that a picture shows: those that all variants with this picture share. */
function shownBy(url: string, imported: ImportedProduct, codesOf: Codes): string[] {
  const [first, ...others] = imported.variants
    .filter(({ imageUrl }) => imageUrl === url)
    .map(({ values }) => codesOf(values))
  return (first ?? []).filter((code, i) => others.every((codes) => codes[i] === code))
}
