import type { Id, Locale } from '@comptoir/domain'
import { otherLocale } from '@comptoir/domain/catalog'
import { and, asc, between, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import type { Reader } from '../database.ts'
import { holes, listed, prepared } from '../prepared.ts'
import { rememberedEach } from '../remembered.ts'
import type { ProductImage } from './catalog.ts'
import type { ListedProduct } from './product-order.ts'

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

type CardImage = Pick<ProductImage, 'path' | 'alt'>

/** What a card takes from a product's own row. */
export type CardRow = Omit<ListedProduct, 'free'>

/** A product with what a list shows of it. */
export interface ProductCard extends VariantSums {
  row: CardRow
  name: string
  line: string
  category: { slug: string; name: string } | null
  image: CardImage | null
  swatches: string[]
}

/** What a list shows of products, in the order given. */
export async function cardsOf(db: Reader, rows: readonly CardRow[], locale: Locale): Promise<ProductCard[]> {
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return []
  const texts = await cardTexts(db, ids, locale)
  const categories = await categoryRefs(
    db,
    rows.flatMap(({ categoryId }) => categoryId ?? []),
    locale,
  )
  const sums = await sumsOf(db, ids)
  const images = await firstImages(db, ids)
  const swatches = await swatchesOf(db, ids)
  return rows.map((row) => {
    const text = texts.get(row.id)
    const sum = sums.get(row.id) ?? nothing
    return {
      row,
      name: text?.name ?? '',
      line: text?.line ?? '',
      category: row.categoryId === null ? null : (categories.get(row.categoryId) ?? null),
      image: images.get(row.id) ?? null,
      swatches: swatches.get(row.id) ?? [],
      variants: sum.variants,
      onHand: sum.onHand,
      allocated: sum.allocated,
      available: sum.onHand - sum.allocated,
      compareAtCents: sum.compareAtCents === null ? null : Number(sum.compareAtCents),
      onlyVariantId: sum.variants === 1 && sum.lastKey === '' ? sum.firstId : null,
    }
  })
}

const textsIn = (language: Locale) =>
  prepared(({ tables: { productTexts: t }, ...db }: Reader, hole, size) =>
    db
      .select({ productId: t.productId, name: t.name, line: t.line })
      .from(t)
      // Asked for one language alone, the engine takes the index of the key and then the rows with the long descriptions.
      .where(and(inArray(t.productId, holes(hole, t.productId, size)), between(t.language, language, language))),
  )
const textsOfSome = { fr: textsIn('fr'), en: textsIn('en') }

/** What a card says of products, in a language or the other one where a text is missing: no description, no facts. */
async function cardTexts(db: Reader, ids: readonly Id<'product'>[], language: Locale) {
  const found = new Map<Id<'product'>, { name: string; line: string }>()
  for (const row of await textsOfSome[language](db, listed(ids), ids.length)) found.set(row.productId, row)
  if (found.size === ids.length) return found
  const without = ids.filter((id) => !found.has(id))
  for (const row of await textsOfSome[otherLocale(language)](db, listed(without), without.length))
    found.set(row.productId, row)
  return found
}

const nothing = { variants: 0, onHand: 0, allocated: 0, compareAtCents: null, firstId: null, lastKey: '' }

const sumsOfSome = prepared(({ tables: { products, variants }, ...db }: Reader, hole, size) =>
  db
    .select({
      productId: variants.productId,
      variants: sql`count(*)`.mapWith(Number),
      onHand: sql`sum(${variants.onHand})`.mapWith(Number),
      allocated: sql`sum(${variants.allocated})`.mapWith(Number),
      // Few have a price before reduction: joined to all, the products would be read for each variant, and the groups sorted.
      compareAtCents: sql<
        number | string | null
      >`max(case when ${variants.compareAtCents} is not null and ${variants.priceCents} = (select ${products.minPriceCents}
        from ${products} where ${eq(products.id, variants.productId)}) then ${variants.compareAtCents} end)`,
      firstId: sql<Id<'variant'>>`min(${variants.id})`,
      lastKey: sql<string>`max(${variants.valuesKey})`,
    })
    .from(variants)
    .where(and(inArray(variants.productId, holes(hole, variants.productId, size)), eq(variants.archived, false)))
    .groupBy(variants.productId),
)

async function sumsOf(db: Reader, ids: readonly Id<'product'>[]) {
  const rows = await sumsOfSome(db, listed(ids), ids.length)
  return new Map(rows.map((row) => [row.productId, row]))
}

const refRows = prepared(({ tables: { categories: c, categoryTexts: t }, ...db }: Reader, hole) =>
  db
    .select({ slug: c.slug, language: t.language, name: t.name })
    .from(c)
    .innerJoin(t, eq(t.categoryId, c.id))
    .where(eq(c.id, hole('id', c.id))),
)

/** What categories are called, and where they live; null for one without words. */
const refsOf = rememberedEach(async (db, id: Id<'category'>, locale: Locale) => {
  const rows = await refRows(db, { id })
  const row = rows.find(({ language }) => language === locale) ?? rows[0]
  return row === undefined ? null : { slug: row.slug, name: row.name }
})

/** Slug and name of categories, by id. */
export async function categoryRefs(db: Reader, ids: readonly Id<'category'>[], locale: Locale) {
  const wanted = [...new Set(ids)]
  const refs = await refsOf(
    db,
    wanted.map((id) => [id, locale]),
  )
  return new Map(wanted.flatMap((id, i) => (refs[i] ? [[id, refs[i]] as const] : [])))
}

const imagesOfSome = prepared(({ tables: { images: i }, ...db }: Reader, hole, size) =>
  db
    .select({ productId: i.productId, path: i.path, alt: i.alt })
    .from(i)
    .where(and(inArray(i.productId, holes(hole, i.productId, size)), eq(i.position, 0), isNotNull(i.path))),
)

const otherImagesOfSome = prepared(({ tables: { images: i }, ...db }: Reader, hole, size) =>
  db
    .select({ productId: i.productId, path: i.path, alt: i.alt })
    .from(i)
    .where(and(inArray(i.productId, holes(hole, i.productId, size)), isNotNull(i.path)))
    .orderBy(asc(i.productId), asc(i.position)),
)

/** The first picture of ours of each product; mostly it is the first one, so the others are read only where that one is not to be had. */
async function firstImages(db: Reader, ids: readonly Id<'product'>[]): Promise<Map<Id<'product'>, CardImage>> {
  const found = new Map<Id<'product'>, CardImage>()
  const keep = (image: Pick<ProductImage, 'productId'> & CardImage) => {
    if (!found.has(image.productId)) found.set(image.productId, image)
  }
  ;(await imagesOfSome(db, listed(ids), ids.length)).forEach(keep)
  const without = ids.filter((id) => !found.has(id))
  if (without.length > 0) (await otherImagesOfSome(db, listed(without), without.length)).forEach(keep)
  return found
}

const swatchesOfSome = prepared(({ tables: { productOptionValues: v }, ...db }: Reader, hole, size) =>
  db
    .select({ productId: v.productId, swatch: v.swatch })
    .from(v)
    .where(and(inArray(v.productId, holes(hole, v.productId, size)), isNotNull(v.swatch)))
    .orderBy(asc(v.productId), asc(v.position)),
)

async function swatchesOf(db: Reader, ids: readonly Id<'product'>[]): Promise<Map<Id<'product'>, string[]>> {
  const found = new Map<Id<'product'>, string[]>()
  for (const { productId, swatch } of await swatchesOfSome(db, listed(ids), ids.length)) {
    if (swatch === null) continue
    const known = found.get(productId)
    if (known === undefined) found.set(productId, [swatch])
    else known.push(swatch)
  }
  return found
}
