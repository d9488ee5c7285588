import { getRouteApi, Link } from '@tanstack/react-router'
import { orderTone } from '../../order-words.ts'
import { admin } from '../../rpc.ts'
import { Page } from '../../ui/page.tsx'
import { Price } from '../../ui/price.tsx'
import { State } from '../../ui/states.tsx'
import { useWords } from '../../words.tsx'
import { Listing } from '../listing.tsx'
import { OrderFilters } from './order-filters.tsx'

const route = getRouteApi('/admin/staff/orders')

/** The orders, newest first; new ones appear by themselves. */
export function OrdersPage() {
  const { m, shortTime } = useWords()
  const search = route.useSearch()
  const query = admin.orders.list.useInfiniteQuery(
    { ...search, limit: 40 },
    { getNextPageParam: (page) => page.nextCursor },
  )
  const utils = admin.useUtils()
  admin.orders.onChange.useSubscription({}, { onData: () => void utils.orders.list.invalidate() })
  return (
    <Page title={m('orders')}>
      <OrderFilters search={search} />
      <Listing query={query} empty={{ title: m('no_orders_found'), words: m('no_orders_found_words') }}>
        {(items) => (
          <div className="table-scroll">
            <table className="table">
              <thead>
                <tr>
                  <th>{m('order_number')}</th>
                  <th>{m('placed_at')}</th>
                  <th>{m('customer')}</th>
                  <th>{m('status')}</th>
                  <th>{m('payment')}</th>
                  <th>{m('delivery')}</th>
                  <th className="is-number">{m('pieces_head')}</th>
                  <th className="is-number">{m('total')}</th>
                </tr>
              </thead>
              <tbody>
                {items.map((order) => (
                  <tr key={order.id}>
                    <td>
                      <Link to="/admin/orders/$id" params={{ id: order.id }} className="row-link figures">
                        {order.reference}
                      </Link>
                    </td>
                    <td className="figures">{shortTime(order.placedAt)}</td>
                    <td>
                      {order.name} <small>{order.email}</small>
                    </td>
                    <td>
                      <State tone={orderTone[order.status]}>{m(`status_${order.status}`)}</State>
                    </td>
                    <td>{m(`payment_${order.payment}`)}</td>
                    <td>{m(`delivery_${order.delivery}`)}</td>
                    <td className="is-number">{order.pieces}</td>
                    <td className="is-number">
                      <Price cents={order.totalCents} currency={order.currency} />
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Listing>
    </Page>
  )
}
