import { isUniqueViolation, type Reader } from '@comptoir/db'
import { listCategories } from '@comptoir/db/stores/categories'
import { cardsOf, categoryRefs } from '@comptoir/db/stores/product-cards'
import { listProducts } from '@comptoir/db/stores/product-lists'
import * as movements from '@comptoir/db/stores/movements'
import * as products from '@comptoir/db/stores/products'
import { readSettings } from '@comptoir/db/stores/settings'
import type { Cause } from '@comptoir/db/stores/stock'
import { type Id, type Locale, refuse } from '@comptoir/domain'
import type { ProductDraft } from '@comptoir/domain/catalog'
import {
  AdjustStockInput,
  AdminProductCountsInput,
  AdminProductsInput,
  CreateProductInput,
  MovementsInput,
  ProductIdInput,
  SetImagesInput,
  UpdateProductInput,
} from '@comptoir/domain/catalog/inputs'
import { NoInput } from '@comptoir/domain/input-kinds'
import type { TRPCRouterRecord } from '@trpc/server'
import { change, type Fresh } from '../../change.ts'
import type { Context, CurrentUser } from '../../context.ts'
import { staffCall } from '../../staff-call.ts'
import { staff } from '../../trpc.ts'
import { linkSeed } from '../people/invite-colleague.ts'
import { adjustStock } from './adjust-stock.ts'
import { AdminProductView, adminProductView } from './admin-product-view.ts'
import { archiveProduct } from './archive-product.ts'
import { countForStaff, staffFilter } from './count-products.ts'
import { listMovements } from './list-movements.ts'
import { MovementPageView } from './movement-view.ts'
import { CategoriesView, imageView } from './product-card-view.ts'
import { previewProduct, previewToken } from './preview-product.ts'
import { PreviewLinkView } from './preview-view.ts'
import { ProductCountsView, ProductRowsView, productRowView } from './product-row-view.ts'
import { saveProduct } from './save-product.ts'
import { setImages } from './set-images.ts'

type StaffContext = Context & { user: CurrentUser }

const causeOf = (ctx: StaffContext, fresh: Fresh, reason: string): Cause & { address: string } => ({
  orderId: null,
  actorId: ctx.user.id,
  requestId: ctx.requestId,
  address: ctx.address,
  reason,
  at: fresh.now,
  ids: fresh.id,
})

async function shown(db: Reader, id: Id<'product'>, locale: Locale): Promise<AdminProductView> {
  const row = (await products.find(db, id)) ?? refuse('product_not_found')
  const whole = await products.whole(db, row)
  const category = row.categoryId && (await categoryRefs(db, [row.categoryId], locale)).get(row.categoryId)
  const variantIds = whole.variants.map((variant) => variant.id)
  const newest = await movements.listNewest(db, variantIds, 20)
  const { currency } = await readSettings(db)
  return adminProductView(whole, { category: category ?? null, movements: newest }, { locale, currency })
}

/** Two colleagues who take the same address or SKU at once: the second hears what the first check would have said. */
async function unique<T>(draft: ProductDraft, work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (isUniqueViolation(error, 'products.slug')) refuse('slug_taken', { slug: draft.slug })
    if (isUniqueViolation(error, 'variants.sku'))
      refuse('sku_taken', { sku: draft.variants.find(({ sku }) => sku !== null)?.sku ?? '' })
    throw error
  }
}

/** The catalogue in the hands of staff. */
export const productsForAdmin = {
  list: staff
    .input(AdminProductsInput)
    .output(ProductRowsView)
    .query(async ({ ctx, input }) => {
      const { locale, db } = ctx
      const { cursor, limit, sort: asked, ...filters } = input
      const filter = await staffFilter(db.read, filters, locale)
      const sort = asked ?? (filter.search.trim() === '' ? 'newest' : 'popular')
      const { rows, nextCursor } = await listProducts(db.read, { ...filter, cursor, limit, sort })
      const { currency } = await readSettings(db.read)
      const cards = await cardsOf(db.read, rows, locale)
      return { items: cards.map((card) => productRowView(card, { locale, currency })), nextCursor }
    }),
  counts: staff
    .input(AdminProductCountsInput)
    .output(ProductCountsView)
    .query(({ ctx, input }) => countForStaff(ctx.db.read, input, ctx.locale)),
  movements: staff
    .input(MovementsInput)
    .output(MovementPageView)
    .query(({ ctx, input }) => listMovements(ctx.db.read, input, ctx.locale)),
  categories: staff
    .input(NoInput)
    .output(CategoriesView)
    .query(async ({ ctx }) => {
      const items = await listCategories(ctx.db.read, ctx.locale)
      return { items: items.map((item) => ({ ...item, image: imageView(item.image, item.name, ctx.locale) })) }
    }),
  get: staff
    .input(ProductIdInput)
    .output(AdminProductView)
    .query(({ ctx, input }) => shown(ctx.db.read, input.id, ctx.locale)),
  create: staff
    .input(CreateProductInput)
    .output(AdminProductView)
    .mutation(({ ctx, input }) =>
      unique(
        input,
        change(ctx, 'products.create', input, async (tx, fresh) =>
          shown(tx, await saveProduct(tx, input, null, causeOf(ctx, fresh, 'création')), ctx.locale),
        ),
      ),
    ),
  update: staff
    .input(UpdateProductInput)
    .output(AdminProductView)
    .mutation(({ ctx, input }) => {
      const { id, version, ...draft } = input
      return unique(
        draft,
        change(ctx, 'products.update', input, async (tx, fresh) =>
          shown(tx, await saveProduct(tx, draft, { id, version }, causeOf(ctx, fresh, 'modification')), ctx.locale),
        ),
      )
    }),
  archive: staff
    .input(ProductIdInput)
    .output(AdminProductView)
    .mutation(({ ctx, input }) =>
      change(ctx, 'products.archive', input, async (tx, fresh) => {
        await archiveProduct(tx, input.id, causeOf(ctx, fresh, 'archivage'))
        return shown(tx, input.id, ctx.locale)
      }),
    ),
  adjustStock: staff
    .input(AdjustStockInput)
    .output(AdminProductView)
    .mutation(({ ctx, input }) =>
      change(ctx, 'products.adjustStock', input, async (tx, fresh) =>
        shown(tx, await adjustStock(tx, input, causeOf(ctx, fresh, input.reason)), ctx.locale),
      ),
    ),
  setImages: staff
    .input(SetImagesInput)
    .output(AdminProductView)
    .mutation(({ ctx, input }) =>
      change(ctx, 'products.setImages', input, async (tx, fresh) => {
        await setImages(tx, { ...causeOf(ctx, fresh, 'images'), ...staffCall(ctx) }, input, fresh)
        return shown(tx, input.id, ctx.locale)
      }),
    ),
  previewLink: staff
    .input(ProductIdInput)
    .output(PreviewLinkView)
    .mutation(async ({ ctx, input }) => {
      const token = previewToken(linkSeed(ctx), input.id)
      const made = await change(ctx, 'products.previewLink', input, (tx, fresh) =>
        previewProduct(tx, staffCall(ctx), { id: input.id, token }, fresh),
      )
      return { token, ...made }
    }),
} satisfies TRPCRouterRecord
