import { redirect } from '@tanstack/react-router'
import { orNotFound } from '../../loading.ts'
import { problemIn } from '../../problems.ts'
import type { ShopLine } from '../../rpc.ts'

/** What is told of a product that left the shelf for good; `gone` makes the page's status (entry-server.tsx). */
export interface GoneProduct {
  gone: true
  name: string
  category: string | null
}

/** What goes well with a product that is gone; loader and page must ask alike to meet in the cache. */
export const insteadOf = ({ category }: GoneProduct) => ({ ...(category && { category }), limit: 4 })

/** A product's page: null when it is on the shelf, what is told instead when it is gone; from an address of before it leads on. */
export async function loadProduct(
  { catalog, shop }: ShopLine['utils'],
  { locale, slug }: { locale: string; slug: string },
): Promise<GoneProduct | null> {
  try {
    const product = await orNotFound(catalog.get.ensureData({ id: slug }), 'product_withdrawn')
    if (product.slug === slug) {
      // What sending costs is told to machines, which read what leaves the server.
      if (typeof document === 'undefined') await shop.info.ensureData()
      return null
    }
    catalog.get.setData({ id: product.slug }, product)
    throw redirect({
      ...{ to: '/$locale/products/$slug', params: { locale, slug: product.slug } },
      ...{ statusCode: 301, replace: true },
    })
  } catch (error) {
    const problem = problemIn(error)
    if (problem?.code !== 'product_withdrawn') throw error
    const gone = { gone: true, ...problem.details } as const
    await catalog.list.ensureData(insteadOf(gone))
    return gone
  }
}
