import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { admin } from '../../rpc.ts'
import { useWords } from '../../words.tsx'
import { useMay } from '../use-may.ts'

const most = 100

/** What waits to be done, each a link to the list of it; nothing that the person may not see. */
export function Waits() {
  const { m, number } = useWords()
  const may = useMay()
  const orders = may('orders:read')
  const ship = admin.orders.list.useQuery({ status: 'paid', limit: most }, { enabled: orders })
  const validate = admin.orders.list.useQuery({ status: 'created', limit: most }, { enabled: orders })
  const counts = admin.support.counts.useQuery(undefined, { enabled: may('support:read') })
  const money = admin.unmatchedMoney.counts.useQuery(undefined, { enabled: may('orders:refund') })
  const listed = (page: { items: unknown[]; nextCursor: string | null } | undefined) =>
    page && page.items.length + (page.nextCursor === null ? 0 : 1)
  const waiting = (count: number | undefined, words: string): ReactNode => (
    <>
      <strong>{count === undefined ? '…' : count > most ? `${number(most)}+` : number(count)}</strong>
      <span>{words}</span>
    </>
  )
  const look = (count: number | undefined) => (count ? 'is-waiting' : undefined)
  if (!orders && !may('support:read')) return null
  return (
    <section aria-labelledby="waits">
      <h2 id="waits">{m('waits')}</h2>
      <ul className="waits">
        {orders && (
          <>
            <li className={look(listed(ship.data))}>
              <Link to="/admin/orders" search={{ status: 'paid' }}>
                {waiting(listed(ship.data), m('waits_ship'))}
              </Link>
            </li>
            <li>
              <Link to="/admin/orders" search={{ status: 'created' }}>
                {waiting(listed(validate.data), m('waits_validate'))}
              </Link>
            </li>
          </>
        )}
        {may('support:read') && (
          <li className={look(counts.data?.unread)}>
            <Link to="/admin/support" search={{ unread: true }}>
              {waiting(counts.data?.unread, m('waits_messages', { count: counts.data?.unread ?? 0 }))}
            </Link>
          </li>
        )}
        {money.data !== undefined && money.data.open > 0 && (
          <li className="is-waiting">
            <Link to="/admin/money">{waiting(money.data.open, m('waits_money', { count: money.data.open }))}</Link>
          </li>
        )}
      </ul>
    </section>
  )
}
