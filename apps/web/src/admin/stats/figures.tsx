import { Link } from '@tanstack/react-router'
import type { AdminOutputs } from '../../outputs.ts'
import { admin } from '../../rpc.ts'
import { Price } from '../../ui/price.tsx'
import { useWords } from '../../words.tsx'
import { changeOf, daysIn, periodBefore } from './period.ts'

type Stats = AdminOutputs['stats']['overview']

/** The large figures of a stretch of days, each against the stretch before it, each a link to the list that makes it. */
export function BigFigures({ stats }: { stats: Stats }) {
  const { m, number, rate } = useWords()
  const { from, to, currency } = stats
  const { data: before } = admin.stats.overview.useQuery(periodBefore(stats))
  const days = daysIn(stats)
  const money = (cents: number) => <Price cents={cents} currency={currency} />
  // Money counts on the day on which it came or went, whenever the order was placed.
  const paid = { paidFrom: from, paidTo: to }
  const figures = [
    { label: m('revenue'), of: 'revenueCents', shown: money, search: paid },
    { label: m('paid_orders'), of: 'paidOrders', shown: number, search: paid },
    { label: m('average_basket'), of: 'averageBasketCents', shown: money, search: paid },
    { label: m('refunded'), of: 'refundedCents', shown: money, search: { refundedFrom: from, refundedTo: to } },
  ] as const
  const against = (bp: number | null) =>
    bp === null
      ? m('no_period_before', { days })
      : m('period_before', { days, change: `${bp < 0 ? '−' : '+'}${rate(Math.abs(bp))}` })
  return (
    <ul className="big-figures">
      {figures.map(({ label, of, shown, search }) => (
        <li key={label}>
          <Link to="/admin/orders" search={search}>
            <span>{label}</span>
            <strong>{shown(stats[of])}</strong>
          </Link>
          <small>{before && against(changeOf(stats[of], before[of]))}</small>
        </li>
      ))}
    </ul>
  )
}
