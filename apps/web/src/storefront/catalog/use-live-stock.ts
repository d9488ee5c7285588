import { shop } from '../../rpc.ts'
import { useLive } from '../use-live.ts'

/** Keeps price and stock of a product page as they are now, without asking again. */
export function useLiveStock(productId: string, slug: string): void {
  const utils = shop.useUtils()
  useLive({ about: 'stock', productId }, (told) => {
    if (told.news !== 'stock') return
    utils.catalog.get.setData({ id: slug }, (product) => {
      if (!product) return product
      const now = new Map(told.stock.variants.map((variant) => [variant.id, variant]))
      const variants = product.variants.map((variant) => ({ ...variant, ...now.get(variant.id) }))
      return { ...product, variants }
    })
  })
}
