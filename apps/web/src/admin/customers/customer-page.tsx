import { getRouteApi, Link } from '@tanstack/react-router'
import { orderTone } from '../../order-words.ts'
import { admin } from '../../rpc.ts'
import { Page } from '../../ui/page.tsx'
import { Price } from '../../ui/price.tsx'
import { State } from '../../ui/states.tsx'
import { useWords } from '../../words.tsx'
import { NoteForm } from '../notes.tsx'
import { useMay } from '../use-may.ts'

const route = getRouteApi('/admin/staff/customers/$id')

/** A customer: who it is, what they bought, what colleagues noted. */
export function CustomerPage() {
  const { m, date, dateTime, number } = useWords()
  const may = useMay()
  const { id } = route.useParams()
  const [customer] = admin.customers.get.useSuspenseQuery({ id })
  const utils = admin.useUtils()
  const addNote = admin.customers.addNote.useMutation({
    onSuccess: (now) => utils.customers.get.setData({ id }, now),
  })
  return (
    <Page title={customer.name || customer.email}>
      <p className="console-order-state">
        <Link to="/admin/customers">{m('customers')}</Link>
        <a href={`mailto:${customer.email}`}>{customer.email}</a>
        {customer.phone !== '' && <span className="figures">{customer.phone}</span>}
      </p>
      <div className="columns">
        <section aria-labelledby="facts">
          <h2 id="facts">{m('customer')}</h2>
          <dl className="sums">
            <div>
              <dt>{m('since')}</dt>
              <dd>{date(customer.createdAt)}</dd>
            </div>
            <div>
              <dt>{m('speaks')}</dt>
              <dd>{m(`speaks_${customer.locale}`)}</dd>
            </div>
            <div>
              <dt>{m('orders')}</dt>
              <dd className="figures">{number(customer.orders)}</dd>
            </div>
            <div>
              <dt>{m('paid_orders')}</dt>
              <dd className="figures">{number(customer.paidOrders)}</dd>
            </div>
            <div>
              <dt>{m('paid_total')}</dt>
              <dd>
                <Price cents={customer.paidCents} currency={customer.currency} />
              </dd>
            </div>
          </dl>
          <h2>{m('notes')}</h2>
          {customer.notes.length === 0 && <p>{m('no_notes')}</p>}
          <ul className="notes">
            {customer.notes.map(({ id: key, authorName, body, at }) => (
              <li key={key}>
                <span className="note-body">{body}</span>
                <small>
                  {authorName} · <time dateTime={at}>{dateTime(at)}</time>
                </small>
              </li>
            ))}
          </ul>
          {may('customers:write') && (
            <NoteForm
              busy={addNote.isPending}
              error={addNote.error}
              onAdd={(body, done) => addNote.mutate({ id, body }, { onSuccess: done })}
            />
          )}
        </section>
        <section aria-labelledby="recent">
          <h2 id="recent">{m('recent_orders')}</h2>
          {customer.recentOrders.length === 0 && <p>{m('no_orders_title')}</p>}
          <ul className="ledger">
            {customer.recentOrders.map((order) => (
              <li key={order.id}>
                <Link to="/admin/orders/$id" params={{ id: order.id }} className="figures">
                  {order.reference}
                </Link>
                <span>{date(order.placedAt)}</span>
                <State tone={orderTone[order.status]}>{m(`status_${order.status}`)}</State>
                <Price cents={order.totalCents} currency={order.currency} />
              </li>
            ))}
          </ul>
          {customer.recentOrders.length > 0 && (
            <p className="more">
              <Link to="/admin/orders" search={{ customerId: id }}>
                {m('all_their_orders')}
              </Link>
            </p>
          )}
        </section>
      </div>
    </Page>
  )
}
