import { getRouteApi, Link } from '@tanstack/react-router'
import { orderTone } from '../../order-words.ts'
import { admin } from '../../rpc.ts'
import { Page } from '../../ui/page.tsx'
import { State } from '../../ui/states.tsx'
import { useWords } from '../../words.tsx'
import { Buyer } from './buyer.tsx'
import { MoneyAside } from './money-aside.tsx'
import { Money } from './money.tsx'
import { OrderActions } from './order-actions.tsx'
import { OrderLines } from './order-lines.tsx'
import { Story } from './story.tsx'

const route = getRouteApi('/admin/staff/orders/$id')

/** An order in two columns: what happened, and what is owed. */
export function OrderPage() {
  const { m } = useWords()
  const { id } = route.useParams()
  const [order] = admin.orders.get.useSuspenseQuery({ id })
  const axes = [
    { label: m('placement'), value: m(`placement_${order.placement}`) },
    { label: m('payment'), value: m(`payment_${order.payment}`) },
    { label: m('delivery'), value: m(`delivery_${order.delivery}`) },
  ]
  return (
    <Page
      title={m('order_title', { reference: order.reference })}
      aside={<OrderActions order={order} />}
      className="console-order"
    >
      <div className="console-order-state">
        <Link to="/admin/orders">{m('orders')}</Link>
        <State tone={orderTone[order.status]}>{m(`status_${order.status}`)}</State>
        <dl className="axes">
          {axes.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </div>
      <MoneyAside order={order} />
      <div className="columns">
        <section aria-labelledby="happened">
          <h2 id="happened">{m('what_happened')}</h2>
          <Story order={order} />
          <h2>{m('customer')}</h2>
          <Buyer order={order} />
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
