import type { Locale } from '@comptoir/domain'
import type { Query, QueryClient } from '@tanstack/react-query'
import type { ShopOutputs } from '../../outputs.ts'
import { seenProducts } from '../seen-products.ts'
import { type KeptAnswers, openKept } from './kept.ts'

type Cart = ShopOutputs['cart']['get']

/** The procedure that a query asks, and its input. */
function askedBy(key: readonly unknown[]): { path: string; id: unknown } {
  const [path, options] = key as [string[], { input?: { id?: unknown } }?]
  return { path: path.join('.'), id: options?.input?.id }
}

/** The cart as it is shown: what names it or its lines to the shop stays out. */
export const shownOf = (cart: Cart): Cart => ({
  ...cart,
  id: null,
  lines: cart.lines.map((line) => ({ ...line, id: line.variantId })),
})

const publicPaths = new Set(['catalog.categories', 'catalog.home', 'catalog.get'])

async function keep(kept: KeptAnswers, locale: Locale, { queryKey: key, state }: Query): Promise<void> {
  const { path, id } = askedBy(key)
  if (path === 'cart.get') {
    const cart = state.data as Cart
    await (cart.lines.length === 0 ? kept.remove(key) : kept.put({ key, data: shownOf(cart) }))
    return
  }
  await kept.put({ key, data: state.data })
  if (path !== 'catalog.get') return
  // As many as are named among the products seen lately.
  const lately = new Set<unknown>([id, ...seenProducts(locale).map(({ slug }) => slug)])
  for (const { key: other } of await kept.all()) {
    const asked = askedBy(other)
    if (asked.path === 'catalog.get' && !lately.has(asked.id)) await kept.remove(other)
  }
}

/** Keeps on the device what it is shown: the cart, the shelves, home and the last products; nobody's name. */
export function keepWhatIsSeen(locale: Locale, client: QueryClient): () => void {
  const answers = client.getQueryCache()
  // One after the other, so that what came last is what stays.
  let before: Promise<unknown> = openKept(locale)
  const note = (query: Query) => {
    if (query.state.status !== 'success' || query.state.dataUpdatedAt <= recalledAt) return
    const { path } = askedBy(query.queryKey)
    // A product that was only pointed at was not seen; what is asked for by a loader has nobody who looks.
    const looked = path === 'catalog.categories' || query.isActive()
    if (!looked || !(publicPaths.has(path) || path === 'cart.get')) return
    before = before
      .then(() => openKept(locale))
      .then((kept) => kept && keep(kept, locale, query))
      // A full or closed storage only means that nothing is kept.
      .catch(() => undefined)
  }
  for (const query of answers.getAll()) note(query)
  return answers.subscribe((event) => {
    if (event.type === 'observerAdded' || (event.type === 'updated' && event.action.type === 'success'))
      note(event.query)
  })
}

/** When what was kept counts as answered: long ago, so that it is asked for anew where that can be. */
export const recalledAt = 1
