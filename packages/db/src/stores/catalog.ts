import type { Id, Locale } from '@comptoir/domain'
import type { Offer } from '@comptoir/domain/cart'
import { availableOf, inLanguage, optionWords, type ProductOption, type ProductTexts } from '@comptoir/domain/catalog'
import type { VariantSnapshot } from '@comptoir/domain/orders'
import { asc, eq, inArray } from 'drizzle-orm'
import type { Reader } from '../database.ts'

/** What a cart must know of its variants: where they live, what they look like, the words of their options. */
export interface VariantFace extends VariantSnapshot {
  productId: Id<'product'>
  slug: string
  imageAlt: string
}

export interface ProductImage {
  id: Id<'image'>
  productId: Id<'product'>
  path: string | null
  sourceUrl: string | null
  alt: Partial<Record<Locale, string>>
  values: string[]
}

type VariantIds = readonly Id<'variant'>[]
type ProductIds = readonly Id<'product'>[]

/** Today's offers of variants, by id; one that does not exist is missing. `name` is in the language given. */
export async function offersFor(db: Reader, ids: VariantIds, locale: Locale): Promise<Map<Id<'variant'>, Offer>> {
  const rows = await variantRows(db, ids)
  const texts = await textsOf(db, unique(rows.map((row) => row.variant.productId)))
  return new Map(
    rows.map(({ variant, state, vatCategory }) => [
      variant.id,
      {
        variantId: variant.id,
        productId: variant.productId,
        name: inLanguage(texts.get(variant.productId) ?? {}, locale)?.name ?? '',
        unitCents: variant.priceCents,
        vatCategory,
        available: availableOf(variant),
        sellable: state === 'published' && !variant.archived,
      },
    ]),
  )
}

/** What an order copies of variants, and what a cart shows of them, by id. RULES 4.12. */
export async function snapshotsFor(
  db: Reader,
  ids: VariantIds,
  locale: Locale,
): Promise<Map<Id<'variant'>, VariantFace>> {
  const rows = await variantRows(db, ids)
  const productIds = unique(rows.map((row) => row.variant.productId))
  const texts = await textsOf(db, productIds)
  const options = await optionsOf(db, productIds)
  const images = await imagesOf(db, productIds)
  return new Map(
    rows.map(({ variant, slug }) => {
      const { productId, values, sku, compareAtCents } = variant
      const image = imageFor(images.get(productId) ?? [], values)
      const productName = inLanguage(texts.get(productId) ?? {}, locale)?.name ?? ''
      return [
        variant.id,
        {
          productId,
          slug,
          sku,
          productName,
          compareAtCents,
          optionWords: optionWords(options.get(productId) ?? [], values, locale),
          imagePath: image?.path ?? null,
          imageAlt: (image && inLanguage(image.alt, locale)) || productName,
        },
      ]
    }),
  )
}

/** The first picture of ours that shows these option values, else the first that shows the product as a whole. */
export function imageFor(images: readonly ProductImage[], values: readonly string[]): ProductImage | undefined {
  const ours = images.filter((image) => image.path !== null)
  return (
    ours.find((image) => image.values.length > 0 && image.values.every((value) => values.includes(value))) ??
    ours.find((image) => image.values.length === 0) ??
    ours[0]
  )
}

/** The texts of products in both languages. */
export async function textsOf(
  db: Reader,
  ids: ProductIds,
): Promise<Map<Id<'product'>, Partial<Record<Locale, ProductTexts>>>> {
  const { productTexts } = db.tables
  const found = new Map<Id<'product'>, Partial<Record<Locale, ProductTexts>>>()
  if (ids.length === 0) return found
  const rows = await db
    .select()
    .from(productTexts)
    .where(inArray(productTexts.productId, [...ids]))
  for (const { productId, language, ...texts } of rows)
    found.set(productId, { ...found.get(productId), [language]: texts })
  return found
}

/** The options of products with their values, in order, named in both languages. */
export async function optionsOf(db: Reader, ids: ProductIds): Promise<Map<Id<'product'>, ProductOption[]>> {
  const { productOptions: options, productOptionValues: values, productOptionTexts: texts } = db.tables
  const found = new Map<Id<'product'>, ProductOption[]>()
  if (ids.length === 0) return found
  const wanted = [...ids]
  const optionRows = await db
    .select()
    .from(options)
    .where(inArray(options.productId, wanted))
    .orderBy(asc(options.productId), asc(options.position))
  if (optionRows.length === 0) return found
  const valueRows = await db
    .select()
    .from(values)
    .where(inArray(values.productId, wanted))
    .orderBy(asc(values.productId), asc(values.position))
  const names = new Map<string, Partial<Record<Locale, string>>>()
  const key = (...parts: string[]) => parts.join(' ')
  for (const row of await db.select().from(texts).where(inArray(texts.productId, wanted))) {
    const of = key(row.productId, row.optionCode, row.valueCode)
    names.set(of, { ...names.get(of), [row.language]: row.name })
  }
  const both = (of: string, code: string) => {
    const known = names.get(of) ?? {}
    return { fr: inLanguage(known, 'fr') ?? code, en: inLanguage(known, 'en') ?? code }
  }
  for (const { productId, code } of optionRows) {
    const option: ProductOption = {
      code,
      names: both(key(productId, code, ''), code),
      values: valueRows
        .filter((row) => row.productId === productId && row.optionCode === code)
        .map((row) => ({
          code: row.code,
          names: both(key(productId, code, row.code), row.code),
          swatch: row.swatch,
        })),
    }
    found.set(productId, [...(found.get(productId) ?? []), option])
  }
  return found
}

/** The pictures of products, in order. */
export async function imagesOf(db: Reader, ids: ProductIds): Promise<Map<Id<'product'>, ProductImage[]>> {
  const { images } = db.tables
  const found = new Map<Id<'product'>, ProductImage[]>()
  if (ids.length === 0) return found
  const rows = await db
    .select()
    .from(images)
    .where(inArray(images.productId, [...ids]))
    .orderBy(asc(images.productId), asc(images.position))
  for (const { position: _, ...row } of rows) found.set(row.productId, [...(found.get(row.productId) ?? []), row])
  return found
}

async function variantRows(db: Reader, ids: VariantIds) {
  const { variants, products } = db.tables
  if (ids.length === 0) return []
  return db
    .select({ variant: variants, state: products.state, vatCategory: products.vatCategory, slug: products.slug })
    .from(variants)
    .innerJoin(products, eq(products.id, variants.productId))
    .where(inArray(variants.id, [...unique(ids)]))
}

const unique = <T>(all: readonly T[]): T[] => [...new Set(all)]
