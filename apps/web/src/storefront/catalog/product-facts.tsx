import type { ShopOutputs } from '../../outputs.ts'
import { useWords } from '../../words.tsx'
import { shop } from '../../rpc.ts'
import { Facts, useOrigin } from '../found.tsx'
import { offersOf } from './offers.ts'

type Product = ShopOutputs['catalog']['get']

/** The product as machines read it: each article an offer, and the way to it through the shelves. */
export function ProductFacts({ of: product }: { of: Product }) {
  const { locale, m } = useWords()
  const origin = useOrigin()
  // Machines read the page as it leaves the server, whose loader knows it; no reader waits for it.
  const { data: info } = shop.shop.info.useQuery(undefined, { enabled: false })
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
          offers: offersOf(product, {
            ...{ url, returnsAt: `${origin}/${locale}/legal/withdrawal` },
            delivery: info?.delivery,
          }),
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
