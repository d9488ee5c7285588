import { cents, type Id, refuse } from '@comptoir/domain'
import {
  availableOf,
  checkDraft,
  type ImageDraft,
  type ProductDraft,
  type ProductState,
  type Variant,
} from '@comptoir/domain/catalog'
import { and, asc, eq, getTableColumns, inArray, ne, sql } from 'drizzle-orm'
import type { Reader, Writer } from '../database.ts'
import { prepared } from '../prepared.ts'
import { imagesOf, optionsOf } from './catalog.ts'
import * as outbox from './outbox.ts'
import { endPrices } from './past-prices.ts'
import { textsOf } from './product-texts.ts'
import { claimSlug } from './product-slugs.ts'
import { saveImages, saveOptions, saveTexts, wordsOfProduct } from './product-parts.ts'
import { productNoOf, searchNoOf, takeProductNo, writeWords } from './search.ts'
import { type Cause, keepInStock } from './stock.ts'
import { saveVariants } from './variants.ts'

type ProductId = Id<'product'>

const rowOfId = prepared(({ tables: { products }, ...db }: Reader, hole) =>
  db
    .select()
    .from(products)
    .where(eq(products.id, hole('id', products.id))),
)
const rowAtSlug = prepared(({ tables: { products, productSlugs: s }, ...db }: Reader, hole) =>
  db
    .select({ product: products })
    .from(s)
    .innerJoin(products, eq(products.id, s.productId))
    .where(eq(s.slug, hole('slug', s.slug))),
)

/** A product's row. */
export async function find(db: Reader, id: ProductId) {
  const [row] = await rowOfId(db, { id })
  return row
}
export type ProductRow = NonNullable<Awaited<ReturnType<typeof find>>>

/** Rows of products in the order of the ids; one that does not exist is left out. */
export async function listByIds(db: Reader, ids: readonly ProductId[]): Promise<ProductRow[]> {
  const { products } = db.tables
  if (ids.length === 0) return []
  const rows = await db
    .select()
    .from(products)
    .where(inArray(products.id, [...ids]))
  const found = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

/** The product that lives at an address, or that once did and moved on: its own slug tells which. */
export async function findAtSlug(db: Reader, slug: string): Promise<ProductRow | undefined> {
  const [row] = await rowAtSlug(db, { slug })
  return row?.product
}

const variantRows = prepared(({ tables: { variants: v }, ...db }: Reader, hole) => {
  const { valuesKey: _, ...shown } = getTableColumns(v)
  return db
    .select(shown)
    .from(v)
    .where(eq(v.productId, hole('id', v.productId)))
    .orderBy(asc(v.position), asc(v.id))
})

/** A product's variants in order, the archived ones too. */
export const variantsOf = (db: Reader, id: ProductId): Promise<Variant[]> => variantRows(db, { id })

/** Remembers where a picture of a product lies now. */
export async function keepImagePath(
  tx: Writer,
  { productId, imageId, path }: { productId: ProductId; imageId: Id<'image'>; path: string },
  cause: Cause,
): Promise<void> {
  const { images } = tx.tables
  await tx.update(images).set({ path }).where(eq(images.id, imageId))
  await changed(tx, productId, cause)
}

/** Everything about a product. */
export async function whole(db: Reader, row: ProductRow) {
  const texts = await textsOf(db, [row.id])
  const options = await optionsOf(db, [row.id])
  const images = await imagesOf(db, [row.id])
  return {
    row,
    texts: texts.get(row.id) ?? {},
    options: options.get(row.id) ?? [],
    images: images.get(row.id) ?? [],
    variants: await variantsOf(db, row.id),
  }
}
export type WholeProduct = Awaited<ReturnType<typeof whole>>

/** Which product shall be replaced, at the version that was read. */
export interface Known {
  id: ProductId
  version: number
}

/**
 * Puts a product on file as the draft says, findable at once: row, texts, options, variants, pictures, words, first stock with its
 * movement, and `catalog.changed`. Variants that the draft lacks are archived, never deleted. `known` is null for a new one.
 * Refuses: what `checkDraft` does, category_not_found, slug_taken, sku_taken, variant_not_found, product_not_found, product_changed.
 */
export async function save(tx: Writer, draft: ProductDraft, known: Known | null, cause: Cause): Promise<ProductId> {
  checkDraft(draft)
  const categoryId = await categoryIdOf(tx, draft.category)
  const before = known && { ...((await find(tx, known.id)) ?? refuse('product_not_found')), version: known.version }
  const row =
    before === null ? await insert(tx, draft, categoryId, cause) : await replace(tx, draft, categoryId, before, cause)
  await saveTexts(tx, row.id, draft.texts)
  await saveOptions(tx, row.id, draft.options)
  if (draft.images !== undefined) await saveImages(tx, row.id, draft.images, cause)
  const shelf = { id: row.id, wasShown: before !== null && wasShown(before, cause.at), isShown: isShown(row) }
  const after = await saveVariants(tx, shelf, draft.variants, cause)
  const inStock = after.some((variant) => !variant.archived && availableOf(variant) > 0)
  if (inStock !== row.inStock) await keepInStock(tx, row.id, cause.at)
  await writeWords(tx, row, await wordsOfProduct(tx, { ...draft, categoryId }))
  await changed(tx, row.id, cause)
  return row.id
}

/** Replaces a product's pictures at the version that was read. Refuses: product_not_found, product_changed. */
export async function replaceImages(
  tx: Writer,
  { id, version }: Known,
  drafts: readonly ImageDraft[],
  cause: Cause,
): Promise<void> {
  const { products } = tx.tables
  const [row] = await tx
    .update(products)
    .set({ version: version + 1, updatedAt: cause.at })
    .where(and(eq(products.id, id), eq(products.version, version)))
    .returning({ id: products.id })
  if (row === undefined) refuse((await find(tx, id)) === undefined ? 'product_not_found' : 'product_changed')
  await saveImages(tx, id, drafts, cause)
  await changed(tx, id, cause)
}

/** Moves a product between draft, shelf and archive, whatever its version. Refuses: product_not_found. */
export async function move(tx: Writer, id: ProductId, state: ProductState, cause: Cause): Promise<ProductRow> {
  const { products } = tx.tables
  const [before] = await tx
    .update(products)
    .set({ version: sql`${products.version} + 1`, updatedAt: cause.at })
    .where(and(eq(products.id, id), ne(products.state, state)))
    .returning()
  if (before === undefined) return (await find(tx, id)) ?? refuse('product_not_found')
  if (wasShown(before, cause.at)) await endPrices(tx, await variantsOf(tx, id), cause.at)
  const shownAt = before.shownAt ?? (state === 'published' ? cause.at : null)
  await tx.update(products).set({ state, shownAt }).where(eq(products.id, id))
  await changed(tx, id, cause)
  return { ...before, state, shownAt }
}

const isShown = ({ state }: Pick<ProductRow, 'state'>): boolean => state === 'published'
/** Whether a product stood on the shelf before this moment. */
const wasShown = (before: ProductRow, at: Date): boolean =>
  isShown(before) && before.shownAt !== null && before.shownAt < at

const changed = (tx: Writer, id: ProductId, cause: Cause) =>
  outbox.add(tx, {
    id: cause.ids('event'),
    topic: 'catalog.changed',
    subjectId: id,
    userId: null,
    data: {},
    at: cause.at,
  })

async function categoryIdOf(tx: Writer, slug: string | null): Promise<Id<'category'> | null> {
  if (slug === null) return null
  const { categories } = tx.tables
  const [row] = await tx.select({ id: categories.id }).from(categories).where(eq(categories.slug, slug))
  return row?.id ?? refuse('category_not_found')
}

const columnsOf = ({ slug, state, vatCategory, popularity, variants }: ProductDraft) => {
  const prices = variants.map(({ priceCents }) => priceCents)
  return {
    slug,
    state,
    vatCategory,
    popularity,
    minPriceCents: cents(Math.min(...prices)),
    maxPriceCents: cents(Math.max(...prices)),
  }
}

async function insert(tx: Writer, draft: ProductDraft, categoryId: Id<'category'> | null, cause: Cause) {
  const { products } = tx.tables
  const searchNo = searchNoOf(draft.popularity, await takeProductNo(tx))
  const id = cause.ids('product')
  const [row] = await tx
    .insert(products)
    .values({
      id,
      ...columnsOf(draft),
      categoryId,
      searchNo,
      inStock: draft.variants.some(({ stock }) => stock > 0),
      createdAt: cause.at,
      updatedAt: cause.at,
      shownAt: draft.state === 'published' ? cause.at : null,
      version: 1,
    })
    .onConflictDoNothing({ target: products.slug })
    .returning()
  if (row === undefined) refuse('slug_taken', { slug: draft.slug })
  await claimSlug(tx, draft.slug, id)
  return row
}

async function replace(
  tx: Writer,
  draft: ProductDraft,
  categoryId: Id<'category'> | null,
  before: ProductRow,
  cause: Cause,
) {
  const { products } = tx.tables
  if (draft.slug !== before.slug) await claimSlug(tx, draft.slug, before.id)
  const [row] = await tx
    .update(products)
    .set({
      ...columnsOf(draft),
      categoryId,
      searchNo: searchNoOf(draft.popularity, productNoOf(before.searchNo)),
      updatedAt: cause.at,
      shownAt: before.shownAt ?? (draft.state === 'published' ? cause.at : null),
      version: before.version + 1,
    })
    .where(and(eq(products.id, before.id), eq(products.version, before.version)))
    .returning()
  return row ?? refuse('product_changed')
}
