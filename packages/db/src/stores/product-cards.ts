import type { Id, Locale } from '@comptoir/domain'
import { inLanguage } from '@comptoir/domain/catalog'
import { and, asc, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import type { Reader } from '../database.ts'
import { type ProductImage, textsOf } from './catalog.ts'
import type { ProductRow } from './products.ts'

/** Sums over a product's variants that are for sale, or over all where staff look. */
export interface VariantSums {
  variants: number
  onHand: number
  allocated: number
  /** Pieces free over all variants. */
  available: number
  /** The highest price before reduction among the cheapest variants. */
  compareAtCents: number | null
  /** The variant of a product that has one without options. */
  onlyVariantId: Id<'variant'> | null
}

/** A product with what a list shows of it. */
export interface ProductCard extends VariantSums {
  row: ProductRow
  name: string
  line: string
  category: { slug: string; name: string } | null
  image: ProductImage | null
  swatches: string[]
}

/** What a list shows of products, in the order given. */
export async function cardsOf(db: Reader, rows: readonly ProductRow[], locale: Locale): Promise<ProductCard[]> {
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return []
  const texts = await textsOf(db, ids)
  const categories = await categoryRefs(
    db,
    rows.flatMap(({ categoryId }) => categoryId ?? []),
    locale,
  )
  const sums = await sumsOf(db, ids)
  const images = await firstImages(db, ids)
  const swatches = await swatchesOf(db, ids)
  return rows.map((row) => {
    const text = inLanguage(texts.get(row.id) ?? {}, locale)
    return {
      row,
      name: text?.name ?? '',
      line: text?.line ?? '',
      category: row.categoryId === null ? null : (categories.get(row.categoryId) ?? null),
      image: images.get(row.id) ?? null,
      swatches: swatches.get(row.id) ?? [],
      ...(sums.get(row.id) ?? nothing),
    }
  })
}

const nothing: VariantSums = {
  variants: 0,
  onHand: 0,
  allocated: 0,
  available: 0,
  compareAtCents: null,
  onlyVariantId: null,
}

async function sumsOf(db: Reader, ids: readonly Id<'product'>[]): Promise<Map<Id<'product'>, VariantSums>> {
  const { products, variants } = db.tables
  const rows = await db
    .select({
      productId: variants.productId,
      variants: sql`count(*)`.mapWith(Number),
      onHand: sql`sum(${variants.onHand})`.mapWith(Number),
      allocated: sql`sum(${variants.allocated})`.mapWith(Number),
      compareAtCents: sql<
        number | string | null
      >`max(case when ${variants.priceCents} = ${products.minPriceCents} then ${variants.compareAtCents} end)`,
      firstId: sql<Id<'variant'>>`min(${variants.id})`,
      lastKey: sql<string>`max(${variants.valuesKey})`,
    })
    .from(variants)
    .innerJoin(products, eq(products.id, variants.productId))
    .where(and(inArray(variants.productId, [...ids]), eq(variants.archived, false)))
    .groupBy(variants.productId)
  return new Map(
    rows.map(({ productId, compareAtCents, firstId, lastKey, ...row }) => [
      productId,
      {
        ...row,
        available: row.onHand - row.allocated,
        compareAtCents: compareAtCents === null ? null : Number(compareAtCents),
        onlyVariantId: row.variants === 1 && lastKey === '' ? firstId : null,
      },
    ]),
  )
}

/** Slug and name of categories, by id. */
export async function categoryRefs(db: Reader, ids: readonly Id<'category'>[], locale: Locale) {
  const { categories, categoryTexts } = db.tables
  const found = new Map<Id<'category'>, { slug: string; name: string }>()
  if (ids.length === 0) return found
  const rows = await db
    .select({ id: categories.id, slug: categories.slug, language: categoryTexts.language, name: categoryTexts.name })
    .from(categories)
    .innerJoin(categoryTexts, eq(categoryTexts.categoryId, categories.id))
    .where(inArray(categories.id, [...new Set(ids)]))
  for (const { id, slug, language, name } of rows)
    if (language === locale || !found.has(id)) found.set(id, { slug, name })
  return found
}

async function firstImages(db: Reader, ids: readonly Id<'product'>[]): Promise<Map<Id<'product'>, ProductImage>> {
  const { images } = db.tables
  const rows = await db
    .select()
    .from(images)
    .where(and(inArray(images.productId, [...ids]), eq(images.position, 0), isNotNull(images.path)))
  return new Map(rows.map(({ position: _, ...image }) => [image.productId, image]))
}

async function swatchesOf(db: Reader, ids: readonly Id<'product'>[]): Promise<Map<Id<'product'>, string[]>> {
  const { productOptionValues: values } = db.tables
  const rows = await db
    .select({ productId: values.productId, swatch: values.swatch })
    .from(values)
    .where(and(inArray(values.productId, [...ids]), isNotNull(values.swatch)))
    .orderBy(asc(values.productId), asc(values.position))
  const found = new Map<Id<'product'>, string[]>()
  for (const { productId, swatch } of rows)
    if (swatch !== null) found.set(productId, [...(found.get(productId) ?? []), swatch])
  return found
}
