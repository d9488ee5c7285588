import { shop } from '../../rpc.ts'

/** Keeps price and stock of a product page as they are now, without asking again. */
export function useLiveStock(productId: string, slug: string): void {
  const utils = shop.useUtils()
  shop.catalog.stock.useSubscription(
    { productId },
    {
      onData: ({ data }) =>
        utils.catalog.get.setData({ id: slug }, (product) => {
          if (!product) return product
          const now = new Map(data.variants.map((variant) => [variant.id, variant]))
          const variants = product.variants.map((variant) => ({ ...variant, ...now.get(variant.id) }))
          return { ...product, variants }
        }),
    },
  )
}
