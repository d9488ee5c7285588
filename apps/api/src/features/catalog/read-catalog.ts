import type { Reader } from '@comptoir/db'
import { findCategory } from '@comptoir/db/stores/categories'
import { cardsOf, categoryRefs, type ProductCard } from '@comptoir/db/stores/product-cards'
import { listProducts } from '@comptoir/db/stores/product-lists'
import * as products from '@comptoir/db/stores/products'
import { readSettings } from '@comptoir/db/stores/settings'
import { type Id, isId, type Locale, refuse } from '@comptoir/domain'
import type { CatalogListInput } from '@comptoir/domain/catalog/inputs'
import { productView } from './product-view.ts'
import type { ProductView } from './product-view.ts'

const mostRelated = 4

/** A page of the shelf. Refuses: category_not_found, cursor_invalid. */
export async function listShelf(
  db: Reader,
  input: CatalogListInput,
  locale: Locale,
): Promise<{ cards: ProductCard[]; nextCursor: string | null }> {
  const { category, search = '', ...query } = input
  const categoryId = category === undefined ? null : await categoryIdOf(db, category)
  const page = await listProducts(db, { ...query, locale, search, categoryId, state: 'published' })
  return { cards: await cardsOf(db, page.rows, locale), nextCursor: page.nextCursor }
}

export const categoryIdOf = async (db: Reader, slug: string): Promise<Id<'category'>> =>
  (await findCategory(db, slug))?.id ?? refuse('category_not_found')

/** The row of a product on the shelf, by id or slug. Refuses: product_not_found, also for drafts and archived ones. */
export async function onShelf(db: Reader, idOrSlug: string): Promise<products.ProductRow> {
  const row = isId('product', idOrSlug) ? await products.find(db, idOrSlug) : await products.findBySlug(db, idOrSlug)
  return row?.state === 'published' ? row : refuse('product_not_found')
}

/** A product's page with what goes well with it: the most popular of its category. Refuses: product_not_found. */
export async function productPage(db: Reader, idOrSlug: string, locale: Locale): Promise<ProductView> {
  return pageOf(db, await onShelf(db, idOrSlug), locale)
}

/** The page of a product in whatever state. */
export async function pageOf(db: Reader, row: products.ProductRow, locale: Locale): Promise<ProductView> {
  const { currency } = await readSettings(db)
  const category = row.categoryId && (await categoryRefs(db, [row.categoryId], locale)).get(row.categoryId)
  const related = row.categoryId === null ? [] : await relatedTo(db, row, row.categoryId, locale)
  return productView(await products.whole(db, row), { category: category ?? null, related }, { locale, currency })
}

async function relatedTo(db: Reader, row: products.ProductRow, categoryId: Id<'category'>, locale: Locale) {
  const query = { locale, state: 'published', categoryId, search: '', sort: 'popular', limit: mostRelated } as const
  const { rows } = await listProducts(db, { ...query, limit: mostRelated + 1 })
  const others = rows.filter(({ id }) => id !== row.id).slice(0, mostRelated)
  return cardsOf(db, others, locale)
}
