import { admin } from '../../rpc.ts'
import type { AdminOrdersSearch } from '../../search-params.ts'
import { useWords } from '../../words.tsx'

/** What the chosen orders come to together, where a choice was made: it is the figure that led here. */
export function OrderSums({ search }: { search: AdminOrdersSearch }) {
  const { m, price } = useWords()
  const chosen = Object.keys(search).length > 0
  const { data } = admin.orders.sums.useQuery(search, { enabled: chosen })
  if (!chosen || !data || data.orders === 0) return null
  return (
    <p className="order-sums figures" role="status">
      {m('orders_come_to', { count: data.orders, price: price(data.totalCents, data.currency) })}
    </p>
  )
}
