import type { ShopOutputs } from '../../outputs.ts'

type Product = ShopOutputs['catalog']['get']
type Variant = Product['variants'][number]
type Told = Pick<Variant, 'id' | 'stock' | 'left' | 'maxQuantity' | 'priceCents' | 'compareAtCents' | 'priorPriceCents'>

/** A product with its prices and stock as they were told last; an article that nothing is told of any more is not to be had. */
export function withStockNow<P extends { variants: Variant[] }>(product: P, told: readonly Told[]): P {
  const now = new Map(told.map((variant) => [variant.id, variant]))
  const gone = { stock: 'out_of_stock', left: null, maxQuantity: 0 } as const
  return { ...product, variants: product.variants.map((variant) => ({ ...variant, ...(now.get(variant.id) ?? gone) })) }
}
