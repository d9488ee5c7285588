import { isDeepStrictEqual } from 'node:util'
import { type Cents, cents, currencies, type Currency } from '@comptoir/domain'
import type { ProductState } from '@comptoir/domain/catalog'
import { fold } from '@comptoir/domain/catalog'
import type { RowFault } from '@comptoir/domain/imports'
import type { ProductRows } from './group-rows.ts'
import { plainText } from './plain-text.ts'
import type { BadRow, ShopifyRow } from './shopify-file.ts'

/** A variant as the file has it; `values` are the words of its options. */
export interface ImportedVariant {
  line: number
  sku: string | null
  values: string[]
  priceCents: Cents
  compareAtCents: Cents | null
  stock: number
  imageUrl: string | null
}

interface ImportedImage {
  line: number
  /** Where it stands among the product's pictures, as the file says. */
  place: number
  url: string
  alt: string
}

/** A product as the file has it. */
export interface ImportedProduct {
  line: number
  slug: string
  title: string
  description: string
  keywords: string
  type: string
  state: ProductState
  options: string[]
  variants: ImportedVariant[]
  images: ImportedImage[]
}

const longest = { title: 200, description: 5000, keywords: 300, option: 100, sku: 64, alt: 300 }
const mostVariants = 100
const mostPieces = 1_000_000
const last = 1_000_000

export const slugOf = (text: string, most: number): string =>
  (fold(text).match(/[a-z0-9]+/g) ?? []).join('-').slice(0, most).replace(/-$/, '')

const oneLine = (text: string) =>
  text
    .toWellFormed()
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
// A character of two halves is kept whole or left out.
const cut = (text: string, most: number) =>
  text.length <= most
    ? text
    : `${text
        .slice(0, most - 1)
        .replace(/[\uD800-\uDBFF]$/, '')
        .trimEnd()}…`

/** Reads the rows of one product. Rows that cannot be used are told to `bad`; without a title or a variant there is no product. */
export function readProduct(
  { handle, rows }: ProductRows,
  currency: Currency,
  bad: (row: BadRow) => void,
): ImportedProduct | null {
  const [first] = rows
  const slug = slugOf(handle, 100)
  const title = oneLine(first.title)
  const fault: RowFault | null =
    slug === ''
      ? { code: 'handle_unusable', of: {} }
      : title === ''
        ? { code: 'title_missing', of: {} }
        : title.length > longest.title
          ? { code: 'title_too_long', of: { most: longest.title } }
          : null
  if (fault !== null) {
    bad({ line: first.line, fault })
    return null
  }
  const options = optionNames(first)
  const variants: ImportedVariant[] = []
  const images: ImportedProduct['images'] = []
  for (const row of rows) {
    const found = readRow(row, { options, currency, variants, first: row === first })
    if ('code' in found) bad({ line: row.line, fault: found })
    else {
      if (found.variant !== null) variants.push(found.variant)
      images.push(...found.images)
    }
  }
  if (variants.length === 0) {
    bad({ line: first.line, fault: { code: 'variants_missing', of: {} } })
    return null
  }
  return {
    line: first.line,
    slug,
    title,
    description: cut(plainText(first.body), longest.description),
    keywords: cut(
      oneLine([first.vendor, first.type, first.tags].filter((one) => one !== '').join(', ')),
      longest.keywords,
    ),
    type: oneLine(first.type),
    state: stateOf(first),
    options,
    variants,
    images: withoutTwins(images).toSorted((a, b) => a.place - b.place),
  }
}

/** The names of the product's options; a product that is sold as it is has none. */
function optionNames(first: ShopifyRow): string[] {
  const names = [first.option1Name, first.option2Name, first.option3Name].map(oneLine)
  const simple = first.option1Name === 'Title' && first.option1Value === 'Default Title'
  return simple ? [] : names.filter((name) => name !== '').map((name) => cut(name, longest.option))
}

const stateOf = ({ status, published }: ShopifyRow): ProductState => {
  const word = status.toLowerCase()
  if (word === 'archived') return 'archived'
  return word === 'draft' || published.toLowerCase() === 'false' ? 'draft' : 'published'
}

interface Beside {
  options: readonly string[]
  currency: Currency
  variants: readonly ImportedVariant[]
  first: boolean
}

/** The variant and pictures of a row, or what is wrong with it. */
function readRow(
  row: ShopifyRow,
  beside: Beside,
): RowFault | { variant: ImportedVariant | null; images: ImportedProduct['images'] } {
  for (const [code, url] of [
    ['picture_no_address', row.image],
    ['variant_picture_no_address', row.variantImage],
  ] as const)
    if (url !== '' && !isWebAddress(url)) return { code, of: { text: cut(oneLine(url), 60) } }
  const alt = cut(oneLine(row.imageAlt), longest.alt)
  const images = [
    {
      line: row.line,
      place: /^\d{1,6}$/.test(row.imagePosition) ? Number(row.imagePosition) : last,
      url: row.image,
      alt,
    },
    { line: row.line, place: last, url: row.variantImage, alt: '' },
  ].filter(({ url }) => url !== '')
  const bare = row.price === '' && row.option1Value === '' && row.sku === ''
  if (bare && !beside.first) return images.length > 0 ? { variant: null, images } : { code: 'row_empty', of: {} }
  const variant = readVariant(row, beside)
  return 'code' in variant ? variant : { variant, images }
}

function readVariant(row: ShopifyRow, { options, currency, variants }: Beside): RowFault | ImportedVariant {
  const priceCents = amountOf(row.price, currency)
  if (priceCents === null)
    return row.price === ''
      ? { code: 'price_missing', of: {} }
      : { code: 'price_unreadable', of: { text: cut(oneLine(row.price), 60) } }
  const compare = row.compareAt === '' ? null : amountOf(row.compareAt, currency)
  if (compare === null && row.compareAt !== '')
    return { code: 'compare_price_unreadable', of: { text: cut(oneLine(row.compareAt), 60) } }
  if (!/^(?:-?\d{1,9})?$/.test(row.quantity))
    return { code: 'quantity_unreadable', of: { text: cut(oneLine(row.quantity), 60) } }
  // A leading apostrophe keeps spreadsheets from turning the SKU into a number.
  const sku = oneLine(row.sku.replace(/^'/, ''))
  if (sku.length > longest.sku) return { code: 'sku_too_long', of: { most: longest.sku } }
  const given = [row.option1Value, row.option2Value, row.option3Value].map(oneLine).slice(0, options.length)
  const missing = options.find((_, i) => given[i] === '')
  if (missing !== undefined) return { code: 'value_missing', of: { option: missing } }
  const values = given.map((value) => cut(value, longest.option))
  const twin = variants.find((variant) => isDeepStrictEqual(variant.values, values))
  if (twin !== undefined) return { code: 'values_repeated', of: { line: twin.line } }
  if (variants.length >= mostVariants) return { code: 'too_many_variants', of: { most: mostVariants } }
  return {
    line: row.line,
    sku: sku === '' ? null : sku,
    values,
    priceCents,
    // A price before reduction that is not higher is no reduction.
    compareAtCents: compare !== null && compare > priceCents ? compare : null,
    stock: Math.min(mostPieces, Math.max(0, Number(row.quantity))),
    imageUrl: row.variantImage === '' ? null : row.variantImage,
  }
}

/** "42.99" in minor units; null for what is no amount or finer than the currency. Never a localised number. RULES 4.1. */
export function amountOf(text: string, currency: Currency): Cents | null {
  const [, whole = '', part = ''] = /^(\d{1,8})(?:\.(\d{1,6}))?$/.exec(text) ?? []
  const decimals = currencies[currency]
  if (whole === '' || /[1-9]/.test(part.slice(decimals))) return null
  return cents(Number(whole + part.slice(0, decimals).padEnd(decimals, '0')))
}

const isWebAddress = (text: string) =>
  text.length <= 2000 && URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)

function withoutTwins(images: readonly ImportedImage[]) {
  const first = new Map<string, ImportedImage>()
  for (const image of images) {
    const known = first.get(image.url)
    first.set(
      image.url,
      known ? { ...known, place: Math.min(known.place, image.place), alt: known.alt || image.alt } : image,
    )
  }
  return [...first.values()]
}
