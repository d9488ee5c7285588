import { listCategories } from '@comptoir/db/stores/categories'
import { readSettings } from '@comptoir/db/stores/settings'
import {
  CatalogFacetsInput,
  CatalogGetInput,
  CatalogListInput,
  CatalogSuggestInput,
  PreviewInput,
  StockInput,
} from '@comptoir/domain/catalog/inputs'
import { refuse } from '@comptoir/domain'
import { NoInput } from '@comptoir/domain/input-kinds'
import type { TRPCRouterRecord } from '@trpc/server'
import { atOnce } from '../../at-once.ts'
import { anyone } from '../../trpc.ts'
import { FacetsView, HomeView, SuggestionsView } from './facets-view.ts'
import { CategoriesView, imageView, ProductPageView, productCardView } from './product-card-view.ts'
import { ProductView } from './product-view.ts'
import { listShelf, productPage } from './read-catalog.ts'
import { readPreview } from './preview-product.ts'
import { readHome, readShelfFacets, suggest } from './read-home.ts'
import { stockChanges } from './stock-changes.ts'

/** What everybody sees of the shelf, in their language. */
export const catalogForShop = {
  list: anyone
    .input(atOnce(CatalogListInput))
    .output(atOnce(ProductPageView))
    .query(async ({ ctx, input }) => {
      const { locale } = ctx
      const { cards, nextCursor, searchedFor } = await listShelf(ctx.db.read, input, locale)
      const { currency } = await readSettings(ctx.db.read)
      return { items: cards.map((card) => productCardView(card, { locale, currency })), nextCursor, searchedFor }
    }),
  facets: anyone
    .input(atOnce(CatalogFacetsInput))
    .output(atOnce(FacetsView))
    .query(({ ctx, input }) => readShelfFacets(ctx, input)),
  suggest: anyone
    .input(atOnce(CatalogSuggestInput))
    .output(atOnce(SuggestionsView))
    .query(({ ctx, input }) => suggest(ctx.db.read, input.search, ctx.locale)),
  home: anyone
    .input(NoInput)
    .output(atOnce(HomeView))
    .query(({ ctx }) => readHome(ctx.db.read, ctx.locale, ctx.clock())),
  get: anyone
    .input(atOnce(CatalogGetInput))
    .output(atOnce(ProductView))
    .query(({ ctx, input }) => productPage(ctx.db.read, input.id, ctx.locale)),
  preview: anyone
    .input(PreviewInput)
    .output(atOnce(ProductView))
    .query(({ ctx, input }) => {
      const token = input.token ?? ctx.previewToken ?? refuse('preview_ended')
      return readPreview(ctx.db.read, token, { locale: ctx.locale, now: ctx.clock() })
    }),
  categories: anyone
    .input(NoInput)
    .output(atOnce(CategoriesView))
    .query(async ({ ctx }) => {
      const items = await listCategories(ctx.db.read, ctx.locale)
      return { items: items.map((item) => ({ ...item, image: imageView(item.image, item.name, ctx.locale) })) }
    }),
  stock: anyone.input(StockInput).subscription(({ ctx, input, signal }) => stockChanges(ctx, input, signal)),
} satisfies TRPCRouterRecord
