import type { Reader } from '@comptoir/db'
import { listCategories } from '@comptoir/db/stores/categories'
import { listBestSold } from '@comptoir/db/stores/figures'
import { type CardRow, cardsOf, categoryRefs } from '@comptoir/db/stores/product-cards'
import { listProducts } from '@comptoir/db/stores/product-lists'
import * as products from '@comptoir/db/stores/products'
import { readSettings } from '@comptoir/db/stores/settings'
import { dayIn, dayPlus, type Locale } from '@comptoir/domain'
import { searchTokens, wordsOf } from '@comptoir/domain/catalog'
import type { CatalogFacetsInput } from '@comptoir/domain/catalog/inputs'
import type { Context } from '../../context.ts'
import { runAside } from '../../services/run-aside.ts'
import { type FacetsView, facetsView, type HomeView, type SuggestionsView } from './facets-view.ts'
import { forgiveSearch } from './forgive-search.ts'
import { imageView, productCardView } from './product-card-view.ts'
import { categoryIdOf } from './read-catalog.ts'

const mostNews = 6
const mostWanted = 8
const mostSuggested = 8
const shelf = (locale: Locale) => ({ locale, state: 'published', categoryId: null, search: '' }) as const

/** What a list holds, by category, option value, price and stock. Refuses: category_not_found. */
export async function readShelfFacets(
  ctx: Pick<Context, 'db' | 'upkeep' | 'locale'>,
  input: CatalogFacetsInput,
): Promise<FacetsView> {
  const {
    locale,
    db: { read: db },
  } = ctx
  const { category, search = '', ...filter } = input
  const categoryId = category === undefined ? null : await categoryIdOf(db, category)
  const read = (words: string) => runAside(ctx, 'facets', { ...filter, ...shelf(locale), search: words, categoryId })
  const exact = await read(search)
  const meant = exact.total > 0 ? null : await forgiveSearch(db, search, locale)
  const facets = meant === null ? exact : await read(meant)
  const ids = facets.categories.map(({ id }) => id)
  const { currency } = await readSettings(db)
  return facetsView(facets, await categoryRefs(db, ids, locale), currency)
}

/** Products and categories for the beginning of a search, or for what it may have meant; nothing for nothing. */
export async function suggest(db: Reader, search: string, locale: Locale): Promise<SuggestionsView> {
  const exact = await fitting(db, search, locale)
  if (exact.items.length + exact.categories.length > 0) return { ...exact, searchedFor: null }
  const searchedFor = await forgiveSearch(db, search, locale)
  return searchedFor === null ? { ...exact, searchedFor } : { ...(await fitting(db, searchedFor, locale)), searchedFor }
}

async function fitting(db: Reader, search: string, locale: Locale): Promise<Omit<SuggestionsView, 'searchedFor'>> {
  const tokens = searchTokens(search)
  if (tokens.length === 0) return { items: [], categories: [] }
  const { currency } = await readSettings(db)
  const { rows } = await listProducts(db, { ...shelf(locale), search, sort: 'popular', limit: mostSuggested })
  const cards = await cardsOf(db, rows, locale)
  const categories = (await listCategories(db, locale)).filter(({ name, slug }) => {
    const words = wordsOf([name, slug]).split(' ')
    return tokens.every((token) => words.some((word) => word.startsWith(token)))
  })
  return {
    items: cards.map((card) => productCardView(card, { locale, currency })),
    categories: categories.map(({ slug, name }) => ({ slug, name })),
  }
}

/** What is new, what others bought in the last 30 days (filled up by popularity), and the categories. */
export async function readHome(db: Reader, locale: Locale, now: Date): Promise<HomeView> {
  const { currency, timeZone } = await readSettings(db)
  const sold = await listBestSold(db, dayPlus(dayIn(timeZone, now), -29), mostWanted)
  const { rows: news } = await listProducts(db, { ...shelf(locale), sort: 'newest', limit: mostNews })
  const popular = await listProducts(db, { ...shelf(locale), inStock: true, sort: 'popular', limit: mostWanted })
  const bought = await products.listByIds(db, sold)
  const filled = [...bought, ...popular.rows.filter(({ id }) => !sold.includes(id))].slice(0, mostWanted)
  const shown = async (rows: readonly CardRow[]) =>
    (await cardsOf(db, rows, locale)).map((card) => productCardView(card, { locale, currency }))
  const categories = await listCategories(db, locale)
  return {
    news: await shown(news),
    wanted: await shown(filled),
    categories: categories.map((item) => ({ ...item, image: imageView(item.image, item.name, locale) })),
  }
}
