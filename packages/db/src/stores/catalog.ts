import type { Id, Locale } from '@comptoir/domain'
import type { Offer } from '@comptoir/domain/cart'
import { availableOf, inLanguage, optionWords, type ProductOption } from '@comptoir/domain/catalog'
import type { VariantSnapshot } from '@comptoir/domain/orders'
import { asc, eq, inArray } from 'drizzle-orm'
import type { Reader } from '../database.ts'
import { holes, listed, prepared } from '../prepared.ts'
import { namesOf } from './product-texts.ts'

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
export const offersFor = async (db: Reader, ids: VariantIds, locale: Locale): Promise<Map<Id<'variant'>, Offer>> =>
  offersOf(await namedRows(db, ids), locale)

/** What an order copies of variants, and what a cart shows of them, by id. RULES 4.12. */
export const snapshotsFor = async (
  db: Reader,
  ids: VariantIds,
  locale: Locale,
): Promise<Map<Id<'variant'>, VariantFace>> => facesOf(db, await namedRows(db, ids), locale)

/** Both at once, from one reading. */
export async function goodsFor(db: Reader, ids: VariantIds, locale: Locale) {
  const named = await namedRows(db, ids)
  return { offers: offersOf(named, locale), snapshots: await facesOf(db, named, locale) }
}

type Named = Awaited<ReturnType<typeof namedRows>>
async function namedRows(db: Reader, ids: VariantIds) {
  const rows = await variantRows(db, ids)
  const productIds = unique(rows.map((row) => row.variant.productId))
  return { rows, productIds, texts: await namesOf(db, productIds) }
}

function offersOf({ rows, texts }: Named, locale: Locale): Map<Id<'variant'>, Offer> {
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

async function facesOf(
  db: Reader,
  { rows, productIds, texts }: Named,
  locale: Locale,
): Promise<Map<Id<'variant'>, VariantFace>> {
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

const optionsOfSome = prepared(({ tables: { productOptions: o }, ...db }: Reader, hole, size) =>
  db
    .select()
    .from(o)
    .where(inArray(o.productId, holes(hole, o.productId, size)))
    .orderBy(asc(o.productId), asc(o.position)),
)

const valuesOfSome = prepared(({ tables: { productOptionValues: v }, ...db }: Reader, hole, size) =>
  db
    .select()
    .from(v)
    .where(inArray(v.productId, holes(hole, v.productId, size)))
    .orderBy(asc(v.productId), asc(v.position)),
)
const optionTextsOfSome = prepared(({ tables: { productOptionTexts: t }, ...db }: Reader, hole, size) =>
  db
    .select()
    .from(t)
    .where(inArray(t.productId, holes(hole, t.productId, size))),
)

/** The options of products with their values, in order, named in both languages. */
export async function optionsOf(db: Reader, ids: ProductIds): Promise<Map<Id<'product'>, ProductOption[]>> {
  const found = new Map<Id<'product'>, ProductOption[]>()
  if (ids.length === 0) return found
  const optionRows = await optionsOfSome(db, listed(ids), ids.length)
  if (optionRows.length === 0) return found
  const valueRows = await valuesOfSome(db, listed(ids), ids.length)
  const names = new Map<string, Partial<Record<Locale, string>>>()
  const key = (productId: string, option: string, value: string) => `${productId} ${option} ${value}`
  for (const { productId, optionCode, valueCode, language, name } of await optionTextsOfSome(
    db,
    listed(ids),
    ids.length,
  )) {
    const of = key(productId, optionCode, valueCode)
    const known = names.get(of)
    if (known === undefined) names.set(of, { [language]: name })
    else known[language] = name
  }
  const both = (of: string, code: string) => {
    const known = names.get(of) ?? {}
    return { fr: inLanguage(known, 'fr') ?? code, en: inLanguage(known, 'en') ?? code }
  }
  for (const { productId, code } of optionRows) {
    const option: ProductOption = { code, names: both(key(productId, code, ''), code), values: [] }
    for (const row of valueRows)
      if (row.productId === productId && row.optionCode === code)
        option.values.push({
          code: row.code,
          names: both(key(productId, code, row.code), row.code),
          swatch: row.swatch,
        })
    put(found, productId, option)
  }
  return found
}

function put<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const known = lists.get(key)
  if (known === undefined) lists.set(key, [value])
  else known.push(value)
}

const imagesOfSome = prepared(({ tables: { images: i }, ...db }: Reader, hole, size) =>
  db
    .select({ id: i.id, productId: i.productId, path: i.path, sourceUrl: i.sourceUrl, alt: i.alt, values: i.values })
    .from(i)
    .where(inArray(i.productId, holes(hole, i.productId, size)))
    .orderBy(asc(i.productId), asc(i.position)),
)

/** The pictures of products, in order. */
export async function imagesOf(db: Reader, ids: ProductIds): Promise<Map<Id<'product'>, ProductImage[]>> {
  const found = new Map<Id<'product'>, ProductImage[]>()
  if (ids.length === 0) return found
  const rows = await imagesOfSome(db, listed(ids), ids.length)
  for (const row of rows) put(found, row.productId, row)
  return found
}

const variantsOfSome = prepared(({ tables: { variants: v, products: p }, ...db }: Reader, hole, size) =>
  db
    .select({ variant: v, state: p.state, vatCategory: p.vatCategory, slug: p.slug })
    .from(v)
    .innerJoin(p, eq(p.id, v.productId))
    .where(inArray(v.id, holes(hole, v.id, size))),
)

async function variantRows(db: Reader, ids: VariantIds) {
  const wanted = unique(ids)
  return wanted.length === 0 ? [] : variantsOfSome(db, listed(wanted), wanted.length)
}

const unique = <T>(all: readonly T[]): T[] => [...new Set(all)]
