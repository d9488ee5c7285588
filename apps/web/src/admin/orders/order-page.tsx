import { getRouteApi, Link } from '@tanstack/react-router'
import { orderTone } from '../../order-words.ts'
import { admin } from '../../rpc.ts'
import { Page } from '../../ui/page.tsx'
import { State } from '../../ui/states.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import { useWords } from '../../words.tsx'
import { Money } from './money.tsx'
import { OrderActions } from './order-actions.tsx'
import { OrderLines } from './order-lines.tsx'
import { staffSteps } from './staff-steps.ts'

const route = getRouteApi('/admin/staff/orders/$id')

/** An order in two columns: what happened, and what is owed. */
export function OrderPage() {
  const { m } = useWords()
  const { id } = route.useParams()
  const [order] = admin.orders.get.useSuspenseQuery({ id })
  const utils = admin.useUtils()
  admin.orders.onChange.useSubscription(
    {},
    { onData: ({ data }) => (data.orderId === id ? void utils.orders.get.invalidate({ id }) : undefined) },
  )
  const { address } = order
  return (
    <Page
      title={m('order_title', { reference: order.reference })}
      aside={<OrderActions order={order} />}
      className="console-order"
    >
      <p className="console-order-state">
        <Link to="/admin/orders">{m('orders')}</Link>
        <State tone={orderTone[order.status]}>{m(`status_${order.status}`)}</State>
        <span>{m(`payment_${order.payment}`)}</span>
        <span>{m(`delivery_${order.delivery}`)}</span>
      </p>
      <div className="columns">
        <section aria-labelledby="happened">
          <h2 id="happened">{m('what_happened')}</h2>
          <Timeline
            steps={staffSteps(order.timeline).map(({ title, actor, ...step }) => ({
              ...step,
              title: m(title),
              aside: m(actor),
            }))}
          />
          {order.trackingNumber !== null && (
            <p className="tracking">
              {order.carrier} <span className="figures">{order.trackingNumber}</span>
            </p>
          )}
          <h2>{m('customer')}</h2>
          <address>
            {[
              address.name,
              address.line1,
              address.line2,
              `${address.postcode} ${address.city}`,
              address.phone,
              order.email,
            ]
              .filter((line) => line !== '')
              .map((line) => (
                <span key={line}>{line}</span>
              ))}
            <span>{m(order.userId === null ? 'guest' : 'has_account')}</span>
          </address>
        </section>
        <section aria-labelledby="owed">
          <h2 id="owed">{m('what_is_owed')}</h2>
          <OrderLines order={order} />
          <Money order={order} />
        </section>
      </div>
    </Page>
  )
}
