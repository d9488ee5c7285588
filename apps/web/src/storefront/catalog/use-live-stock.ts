import { shop } from '../../rpc.ts'
import { useLive } from '../use-live.ts'
import { withStockNow } from './stock-now.ts'

/** Keeps price and stock of a product page as they are now, without asking again. */
export function useLiveStock(productId: string, slug: string): void {
  const utils = shop.useUtils()
  useLive({ about: 'stock', productId }, (told) => {
    if (told.news !== 'stock') return
    utils.catalog.get.setData({ id: slug }, (product) => product && withStockNow(product, told.stock.variants))
  })
}
