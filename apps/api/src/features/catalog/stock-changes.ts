import { priorPricesOf } from '@comptoir/db/stores/past-prices'
import * as products from '@comptoir/db/stores/products'
import { readSettings } from '@comptoir/db/stores/settings'
import type { Id } from '@comptoir/domain'
import { tracked } from '@trpc/server'
import type { Context } from '../../context.ts'
import type { ShopEvent } from '../../services/events.ts'
import { followEvents } from '../../services/follow-events.ts'
import type { LiveSource } from '../../services/live-source.ts'
import { type StockView, stockView } from './product-view.ts'
import { onShelf } from './read-catalog.ts'

const topics: readonly string[] = ['stock.changed', 'catalog.changed']

const stockOf = async (ctx: Context, productId: Id<'product'>): Promise<StockView> => {
  const { currency } = await readSettings(ctx.db.read)
  const row = await products.find(ctx.db.read, productId)
  const variants = row?.state === 'published' ? await products.variantsOf(ctx.db.read, productId) : []
  const priorPrices = await priorPricesOf(ctx.db.read, variants)
  return stockView(productId, variants, { currency, priorPrices })
}

const wantsOf =
  (productId: Id<'product'>) =>
  (event: ShopEvent): boolean =>
    event.subjectId === productId && topics.includes(event.topic)

/**
 * The stock and prices of a product as they are now, then after each change of them; resumes after `lastEventId`. A product that left the shelf has no variants any more.
 * Refuses: product_not_found.
 */
export async function stockChanges(
  ctx: Context,
  { productId, lastEventId }: { productId: Id<'product'>; lastEventId?: string | null | undefined },
  signal: AbortSignal | undefined,
) {
  await onShelf(ctx.db.read, productId, ctx.locale)
  return tell()

  async function* tell() {
    // The position is taken before the state is read: what happens in between comes again rather than never.
    const from = lastEventId ?? String(ctx.events.position())
    if (lastEventId == null) yield tracked(from, await stockOf(ctx, productId))
    for await (const event of followEvents(ctx, { lastEventId: from, wants: wantsOf(productId), signal }))
      yield tracked(String(event.position), await stockOf(ctx, productId))
  }
}

/** What a shared stream tells of a product on the shelf. */
export interface StockNews {
  news: 'stock'
  stock: StockView
}

/** The same for a shared stream: its stock and prices now, and after each change. Refuses: product_not_found. */
export async function stockSource(ctx: Context, productId: Id<'product'>): Promise<LiveSource<StockNews>> {
  await onShelf(ctx.db.read, productId, ctx.locale)
  const now = async (): Promise<StockNews> => ({ news: 'stock', stock: await stockOf(ctx, productId) })
  return { wants: wantsOf(productId), tell: now, now }
}
