import type { AdminOutputs } from '../../outputs.ts'
import { Price } from '../../ui/price.tsx'
import { useWords } from '../../words.tsx'
import { everyDay } from './every-day.ts'

const height = 120

/** Revenue per day as bars, with the same figures as a table beside it. */
export function Days({ stats }: { stats: AdminOutputs['stats']['overview'] }) {
  const { m, price, date, number } = useWords()
  const { currency } = stats
  const days = everyDay(stats.from, stats.to, stats.days)
  const most = Math.max(1, ...days.map((day) => day.revenueCents))
  if (stats.days.length === 0) return <p>{m('no_sales')}</p>
  const at = (day: string) => date(`${day}T12:00:00Z`)
  return (
    <figure className="days">
      <figcaption>
        {m('revenue_by_day')}{' '}
        <small>
          {m('at_most')} <Price cents={most} currency={currency} />
        </small>
      </figcaption>
      <svg
        viewBox={`0 0 ${days.length * 12} ${height}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={m('revenue_by_day')}
      >
        {days.map(({ day, revenueCents }, place) => {
          const tall = Math.round((revenueCents / most) * height)
          return (
            <rect key={day} x={place * 12 + 1} y={height - tall} width={10} height={tall}>
              <title>{`${at(day)} · ${price(revenueCents, currency)}`}</title>
            </rect>
          )
        })}
      </svg>
      <p className="days-ends">
        <span>{at(days[0]?.day ?? stats.from)}</span>
        <span>{at(days.at(-1)?.day ?? stats.to)}</span>
      </p>
      <details>
        <summary>{m('as_table')}</summary>
        <table className="table">
          <thead>
            <tr>
              <th>{m('day')}</th>
              <th className="is-number">{m('paid_orders')}</th>
              <th className="is-number">{m('revenue')}</th>
              <th className="is-number">{m('refunded')}</th>
            </tr>
          </thead>
          <tbody>
            {stats.days.map((day) => (
              <tr key={day.day}>
                <td>{at(day.day)}</td>
                <td className="is-number">{number(day.paidOrders)}</td>
                <td className="is-number">
                  <Price cents={day.revenueCents} currency={currency} />
                </td>
                <td className="is-number">
                  <Price cents={day.refundedCents} currency={currency} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  )
}
