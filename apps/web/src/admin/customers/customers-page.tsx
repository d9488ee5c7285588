import { getRouteApi, Link } from '@tanstack/react-router'
import { admin } from '../../rpc.ts'
import { Page } from '../../ui/page.tsx'
import { Price } from '../../ui/price.tsx'
import { Table } from '../../ui/table.tsx'
import { useWords } from '../../words.tsx'
import { FilterText } from '../filter.tsx'
import { byPage } from '../by-page.ts'
import { Listing } from '../listing.tsx'
import { useFilters } from '../use-filters.ts'

const route = getRouteApi('/admin/staff/customers')

/** Who buys here, the newest first or by the beginning of a name or an e-mail. */
export function CustomersPage() {
  const { m, date, number } = useWords()
  const search = route.useSearch()
  const set = useFilters()
  const query = admin.customers.list.useInfiniteQuery({ ...search, limit: 40 }, byPage)
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
          <Table
            rows={items}
            keyOf={({ id }) => id}
            columns={[
              {
                head: m('customer'),
                render: ({ id, name, email }) => (
                  <Link to="/admin/customers/$id" params={{ id }} className="row-link">
                    {name || email}
                  </Link>
                ),
                className: 'is-whole',
              },
              { head: m('email'), render: ({ email }) => email },
              {
                head: m('since'),
                render: ({ createdAt }) => date(createdAt),
                phone: 'none',
                className: 'is-whole is-roomy',
              },
              {
                head: m('last_order'),
                render: ({ lastOrderAt }) => lastOrderAt !== null && date(lastOrderAt),
                phone: 'end',
                className: 'is-whole',
              },
              { head: m('orders'), render: ({ orders }) => number(orders), number: true, phone: 'none' },
              { head: m('paid_orders'), render: ({ paidOrders }) => number(paidOrders), number: true, phone: 'none' },
              {
                head: m('paid_total'),
                render: ({ paidCents, currency }) => <Price cents={paidCents} currency={currency} />,
                number: true,
                phone: 'end',
                className: 'is-first',
              },
            ]}
          />
        )}
      </Listing>
    </Page>
  )
}
