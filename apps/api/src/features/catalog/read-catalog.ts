import { type Reader, remembered } from '@comptoir/db'
import { imagesOf, optionsOf } from '@comptoir/db/stores/catalog'
import { findCategory } from '@comptoir/db/stores/categories'
import { priorPricesOf } from '@comptoir/db/stores/past-prices'
import { cardsOf, categoryRefs, type ProductCard } from '@comptoir/db/stores/product-cards'
import { listProducts } from '@comptoir/db/stores/product-lists'
import { shownTextOf, textsOf } from '@comptoir/db/stores/product-texts'
import * as products from '@comptoir/db/stores/products'
import { readSettings } from '@comptoir/db/stores/settings'
import { type Id, isId, type Locale, refuse } from '@comptoir/domain'
import { inLanguage } from '@comptoir/domain/catalog'
import type { CatalogListInput } from '@comptoir/domain/catalog/inputs'
import { forgiveSearch } from './forgive-search.ts'
import { productCardView } from './product-card-view.ts'
import { productView } from './product-view.ts'
import type { ProductView } from './product-view.ts'

const mostRelated = 4

/** A page of the shelf; of what a search may have meant, where it finds nothing itself. Refuses: category_not_found, cursor_invalid. */
export async function listShelf(
  db: Reader,
  input: CatalogListInput,
  locale: Locale,
): Promise<{ cards: ProductCard[]; nextCursor: string | null; searchedFor: string | null }> {
  const { category, search = '', ...query } = input
  const categoryId = category === undefined ? null : await categoryIdOf(db, category)
  const read = (words: string) => listProducts(db, { ...query, locale, search: words, categoryId, state: 'published' })
  const exact = await read(search)
  const searchedFor = exact.rows.length > 0 ? null : await forgiveSearch(db, search, locale)
  const page = searchedFor === null ? exact : await read(searchedFor)
  return { cards: await cardsOf(db, page.rows, locale), nextCursor: page.nextCursor, searchedFor }
}

export const categoryIdOf = async (db: Reader, slug: string): Promise<Id<'category'>> =>
  (await findCategory(db, slug))?.id ?? refuse('category_not_found')

/**
 * The row of a product on the shelf, by id, by slug or by one that it had before.
 * Refuses: product_withdrawn for what was on the shelf once; product_not_found, also for drafts that nobody saw.
 */
export async function onShelf(db: Reader, idOrSlug: string, locale: Locale): Promise<products.ProductRow> {
  const row = isId('product', idOrSlug) ? await products.find(db, idOrSlug) : await products.findAtSlug(db, idOrSlug)
  if (row?.state === 'published') return row
  if (row === undefined || row.shownAt === null) refuse('product_not_found')
  const name = inLanguage((await textsOf(db, [row.id])).get(row.id) ?? {}, locale)?.name ?? ''
  const category = row.categoryId && (await categoryRefs(db, [row.categoryId], locale)).get(row.categoryId)
  refuse('product_withdrawn', { name, category: category ? category.slug : null })
}

/** A product's page with what goes well with it: the most popular of its category. Refuses: product_not_found, product_withdrawn. */
export async function productPage(db: Reader, idOrSlug: string, locale: Locale): Promise<ProductView> {
  return pageOf(db, await onShelf(db, idOrSlug, locale), locale)
}

/** The page of a product in whatever state. */
export async function pageOf(db: Reader, row: products.ProductRow, locale: Locale): Promise<ProductView> {
  const { currency } = await readSettings(db)
  const category = row.categoryId && (await categoryRefs(db, [row.categoryId], locale)).get(row.categoryId)
  const related = row.categoryId === null ? [] : await relatedTo(db, row, row.categoryId, locale)
  const { id } = row
  const text = await shownTextOf(db, id, locale)
  const options = (await optionsOf(db, [id])).get(id) ?? []
  const images = (await imagesOf(db, [id])).get(id) ?? []
  const variants = await products.variantsOf(db, id)
  const beside = { category: category ?? null, related, priorPrices: await priorPricesOf(db, variants) }
  return productView({ row, text, options, images, variants }, beside, { locale, currency })
}

/** What goes well with everything of a category, and one more for the product that is among it. */
const popularOf = remembered(async (db, categoryId: Id<'category'>, locale: Locale) => {
  const query = { locale, state: 'published', categoryId, search: '', sort: 'popular' } as const
  const { rows } = await listProducts(db, { ...query, limit: mostRelated + 1 })
  const { currency } = await readSettings(db)
  return (await cardsOf(db, rows, locale)).map((card) => productCardView(card, { locale, currency }))
})

async function relatedTo(db: Reader, { id }: products.ProductRow, categoryId: Id<'category'>, locale: Locale) {
  const cards = await popularOf(db, categoryId, locale)
  return cards.filter((card) => card.id !== id).slice(0, mostRelated)
}
