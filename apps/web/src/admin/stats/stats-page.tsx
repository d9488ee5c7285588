import { getRouteApi, Link } from '@tanstack/react-router'
import { orderTone } from '../../order-words.ts'
import type { AdminOutputs } from '../../outputs.ts'
import { admin } from '../../rpc.ts'
import { Page } from '../../ui/page.tsx'
import { Price } from '../../ui/price.tsx'
import { State } from '../../ui/states.tsx'
import { useWords } from '../../words.tsx'
import { FilterText } from '../filter.tsx'
import { Answer } from '../forbidden.tsx'
import { useFilters } from '../use-filters.ts'
import { Days } from './days.tsx'
import { BigFigures } from './figures.tsx'
import { LowStock } from './low-stock.tsx'

const route = getRouteApi('/admin/staff/figures')

/** The figures of a stretch of days; each leads to the list that makes it. */
export function StatsPage() {
  const { m } = useWords()
  const search = route.useSearch()
  const set = useFilters()
  const query = admin.stats.overview.useQuery(search)
  return (
    <Page title={m('figures')}>
      <div className="filters">
        <FilterText
          label={m('from_day')}
          type="date"
          value={search.from ?? query.data?.from}
          onChange={(value) => set('from', value)}
        />
        <FilterText
          label={m('to_day')}
          type="date"
          value={search.to ?? query.data?.to}
          onChange={(value) => set('to', value)}
        />
      </div>
      <Answer query={query}>{(stats) => <Figures stats={stats} />}</Answer>
    </Page>
  )
}

function Figures({ stats }: { stats: AdminOutputs['stats']['overview'] }) {
  const { m, number } = useWords()
  const { currency, from, to } = stats
  return (
    <>
      <BigFigures stats={stats} />
      <Days stats={stats} />
      <div className="columns">
        <section aria-labelledby="by-status">
          <h2 id="by-status">{m('orders_by_status')}</h2>
          <ul className="ledger is-two">
            {stats.ordersByStatus.map(({ status, orders }) => (
              <li key={status}>
                <Link to="/admin/orders" search={{ status, from, to }}>
                  <State tone={orderTone[status]}>{m(`status_${status}`)}</State>
                </Link>
                <strong className="figures">{number(orders)}</strong>
              </li>
            ))}
          </ul>
          <h2>{m('top_products')}</h2>
          <ul className="ledger is-sold">
            {stats.topProducts.map(({ productId, name, quantity, grossCents }) => (
              <li key={productId}>
                <Link to="/admin/products/$id" params={{ id: productId }}>
                  {name}
                </Link>
                <small className="figures">{m('sold_pieces', { count: quantity })}</small>
                <Price cents={grossCents} currency={currency} />
              </li>
            ))}
          </ul>
        </section>
        <LowStock of={stats.lowStock} />
      </div>
    </>
  )
}
