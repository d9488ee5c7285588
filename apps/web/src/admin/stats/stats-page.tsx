import { getRouteApi, Link } from '@tanstack/react-router'
import { orderTone } from '../../order-words.ts'
import type { AdminOutputs } from '../../outputs.ts'
import { problemIn } from '../../problems.ts'
import { admin } from '../../rpc.ts'
import { Page } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Empty, State, Waiting } from '../../ui/states.tsx'
import { useWords } from '../../words.tsx'
import { FilterText } from '../filter.tsx'
import { useFilters } from '../use-filters.ts'
import { Days } from './days.tsx'

const route = getRouteApi('/admin/staff/figures')

/** The figures of a stretch of days; each leads to the list that makes it. */
export function StatsPage() {
  const { m } = useWords()
  const search = route.useSearch()
  const set = useFilters()
  const query = admin.stats.overview.useQuery(search)
  const forbidden = problemIn(query.error)?.kind === 'forbidden'
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
      {forbidden ? (
        <Empty title={m('forbidden_title')}>
          <p>{m('forbidden_words')}</p>
        </Empty>
      ) : (
        <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.isPending && <Waiting rows={4} height="4rem" />}
      {query.data && <Figures stats={query.data} />}
    </Page>
  )
}

function Figures({ stats }: { stats: AdminOutputs['stats']['overview'] }) {
  const { m, price, number } = useWords()
  const { from, to, currency } = stats
  const figures = [
    { label: m('revenue'), value: price(stats.revenueCents, currency), search: { from, to, payment: 'paid' as const } },
    { label: m('paid_orders'), value: number(stats.paidOrders), search: { from, to, payment: 'paid' as const } },
    { label: m('average_basket'), value: price(stats.averageBasketCents, currency), search: { from, to } },
    {
      label: m('refunded'),
      value: price(stats.refundedCents, currency),
      search: { from, to, payment: 'refunded' as const },
    },
  ]
  return (
    <>
      <ul className="big-figures">
        {figures.map(({ label, value, search }) => (
          <li key={label}>
            <Link to="/admin/orders" search={search}>
              <span>{label}</span>
              <strong>{value}</strong>
            </Link>
          </li>
        ))}
      </ul>
      <Days stats={stats} />
      <div className="columns">
        <section aria-labelledby="by-status">
          <h2 id="by-status">{m('orders_by_status')}</h2>
          <ul className="ledger is-two">
            {stats.ordersByStatus.map(({ status, orders }) => (
              <li key={status}>
                <Link to="/admin/orders" search={{ status }}>
                  <State tone={orderTone[status]}>{m(`status_${status}`)}</State>
                </Link>
                <strong className="figures">{number(orders)}</strong>
              </li>
            ))}
          </ul>
          <h2>{m('top_products')}</h2>
          <ul className="ledger is-two">
            {stats.topProducts.map(({ productId, name, quantity, grossCents }) => (
              <li key={productId}>
                <Link to="/admin/products/$id" params={{ id: productId }}>
                  {name}
                </Link>
                <span className="figures">
                  {number(quantity)} · {price(grossCents, currency)}
                </span>
              </li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="low">
          <h2 id="low">{m('low_stock')}</h2>
          {stats.lowStock.length === 0 && <p>{m('no_low_stock')}</p>}
          <ul className="ledger is-two">
            {stats.lowStock.map(({ variantId, productId, name, optionWords, available }) => (
              <li key={variantId}>
                <Link to="/admin/products/$id" params={{ id: productId }}>
                  {name} <small>{optionWords}</small>
                </Link>
                <State tone={available === 0 ? 'hot' : 'few'}>{number(available)}</State>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </>
  )
}
