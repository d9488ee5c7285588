import { Link } from '@tanstack/react-router'
import { type AdminOrdersSearch, filterChoices } from '../../search-params.ts'
import { useWords } from '../../words.tsx'
import { FilterSelect, FilterText } from '../filter.tsx'
import { useFilters } from '../use-filters.ts'

/** What the list of orders shows, all of it in the address. */
export function OrderFilters({ search }: { search: AdminOrdersSearch }) {
  const { m } = useWords()
  const set = useFilters()
  const { statuses, placements, payments, deliveries } = filterChoices
  return (
    <search className="filters">
      <FilterText
        label={m('order_number_long')}
        value={search.reference}
        onChange={(value) => set('reference', value)}
      />
      <FilterText label={m('email')} type="email" value={search.email} onChange={(value) => set('email', value)} />
      <FilterSelect
        label={m('status')}
        value={search.status}
        choices={statuses}
        words={(one) => m(`status_${one}`)}
        onChange={(value) => set('status', value)}
      />
      <FilterSelect
        label={m('placement')}
        value={search.placement}
        choices={placements}
        words={(one) => m(`placement_${one}`)}
        onChange={(value) => set('placement', value)}
      />
      <FilterSelect
        label={m('payment')}
        value={search.payment}
        choices={payments}
        words={(one) => m(`payment_${one}`)}
        onChange={(value) => set('payment', value)}
      />
      <FilterSelect
        label={m('delivery')}
        value={search.delivery}
        choices={deliveries}
        words={(one) => m(`delivery_${one}`)}
        onChange={(value) => set('delivery', value)}
      />
      <FilterText label={m('from_day')} type="date" value={search.from} onChange={(value) => set('from', value)} />
      <FilterText label={m('to_day')} type="date" value={search.to} onChange={(value) => set('to', value)} />
      {(search.paidFrom ?? search.paidTo) && (
        <>
          <FilterText
            label={m('paid_from_day')}
            type="date"
            value={search.paidFrom}
            onChange={(value) => set('paidFrom', value)}
          />
          <FilterText
            label={m('paid_to_day')}
            type="date"
            value={search.paidTo}
            onChange={(value) => set('paidTo', value)}
          />
        </>
      )}
      {Object.keys(search).length > 0 && (
        <Link to="/admin/orders" search={{}}>
          {m('clear_filters')}
        </Link>
      )}
    </search>
  )
}
