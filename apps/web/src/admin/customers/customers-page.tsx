import { getRouteApi, Link } from '@tanstack/react-router'
import { admin } from '../../rpc.ts'
import { Page } from '../../ui/page.tsx'
import { Price } from '../../ui/price.tsx'
import { useWords } from '../../words.tsx'
import { FilterText } from '../filter.tsx'
import { Listing } from '../listing.tsx'
import { useFilters } from '../use-filters.ts'

const route = getRouteApi('/admin/staff/customers')

/** Who buys here, the newest first or by the beginning of a name or an e-mail. */
export function CustomersPage() {
  const { m, date, number } = useWords()
  const search = route.useSearch()
  const set = useFilters()
  const query = admin.customers.list.useInfiniteQuery(
    { ...search, limit: 40 },
    { getNextPageParam: (page) => page.nextCursor },
  )
  return (
    <Page title={m('customers')}>
      <search className="filters">
        <FilterText
          label={m('customers_search')}
          type="search"
          value={search.search}
          onChange={(value) => set('search', value)}
        />
      </search>
      <Listing query={query} empty={{ title: m('no_customers'), words: m('no_customers_words') }}>
        {(items) => (
          <div className="table-scroll">
            <table className="table">
              <thead>
                <tr>
                  <th>{m('customer')}</th>
                  <th>{m('email')}</th>
                  <th>{m('since')}</th>
                  <th>{m('last_order')}</th>
                  <th className="is-number">{m('orders')}</th>
                  <th className="is-number">{m('paid_orders')}</th>
                  <th className="is-number">{m('paid_total')}</th>
                </tr>
              </thead>
              <tbody>
                {items.map((customer) => (
                  <tr key={customer.id}>
                    <td>
                      <Link to="/admin/customers/$id" params={{ id: customer.id }} className="row-link">
                        {customer.name || customer.email}
                      </Link>
                    </td>
                    <td>{customer.email}</td>
                    <td>{date(customer.createdAt)}</td>
                    <td>{customer.lastOrderAt === null ? '' : date(customer.lastOrderAt)}</td>
                    <td className="is-number">{number(customer.orders)}</td>
                    <td className="is-number">{number(customer.paidOrders)}</td>
                    <td className="is-number">
                      <Price cents={customer.paidCents} currency={customer.currency} />
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
