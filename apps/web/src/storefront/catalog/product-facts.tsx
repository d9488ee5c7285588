import type { ShopOutputs } from '../../outputs.ts'
import { useWords } from '../../words.tsx'
import { Facts, useOrigin } from '../found.tsx'

type Product = ShopOutputs['catalog']['get']

const availability = { in_stock: 'InStock', few_left: 'LimitedAvailability', out_of_stock: 'OutOfStock' } as const
const amount = (cents: number) => (cents / 100).toFixed(2)

/** The product as machines read it: each article an offer with its price and stock, and the way to it through the shelves. */
export function ProductFacts({ of: product }: { of: Product }) {
  const { locale, m } = useWords()
  const origin = useOrigin()
  const url = `${origin}/${locale}/products/${product.slug}`
  const shelf = product.category && {
    name: product.category.name,
    item: `${origin}/${locale}/products?category=${product.category.slug}`,
  }
  const trail = [
    { name: m('all_products'), item: `${origin}/${locale}/products` },
    ...(shelf ? [shelf] : []),
    { name: product.name, item: url },
  ]
  return (
    <>
      <Facts
        of={{
          ...{ '@type': 'Product', name: product.name, description: product.description || product.line, url },
          image: product.images.map(({ path }) => `${origin}${path}-960.webp`),
          ...(product.category && { category: product.category.name }),
          offers: product.variants.map((variant) => ({
            ...{ '@type': 'Offer', url, price: amount(variant.priceCents), priceCurrency: product.currency },
            ...(variant.optionWords && { name: variant.optionWords }),
            ...(variant.sku && { sku: variant.sku }),
            availability: `https://schema.org/${availability[variant.stock]}`,
            itemCondition: 'https://schema.org/NewCondition',
          })),
        }}
      />
      <Facts
        of={{
          '@type': 'BreadcrumbList',
          itemListElement: trail.map((step, place) => ({ '@type': 'ListItem', position: place + 1, ...step })),
        }}
      />
    </>
  )
}
