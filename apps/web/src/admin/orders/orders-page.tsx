import { getRouteApi } from '@tanstack/react-router'
import { admin } from '../../rpc.ts'
import { Page } from '../../ui/page.tsx'
import { useWords } from '../../words.tsx'
import { byPage } from '../by-page.ts'
import { Listing } from '../listing.tsx'
import { OrderFilters } from './order-filters.tsx'
import { OrderSums } from './order-sums.tsx'
import { OrderTable } from './order-table.tsx'
import { sentenceOf } from './sentence.ts'

const route = getRouteApi('/admin/staff/orders')

/** The orders, newest first; new ones appear by themselves. */
export function OrdersPage() {
  const words = useWords()
  const { m } = words
  const search = route.useSearch()
  const query = admin.orders.list.useInfiniteQuery({ ...search, limit: 40 }, byPage)
  return (
    <Page title={m('orders')}>
      <OrderFilters search={search} />
      <p className="sentence" role="status">
        {sentenceOf(search, words)}
      </p>
      <OrderSums search={search} />
      <Listing query={query} empty={{ title: m('no_orders_found'), words: m('no_orders_found_words') }}>
        {(items) => <OrderTable orders={items} />}
      </Listing>
    </Page>
  )
}
