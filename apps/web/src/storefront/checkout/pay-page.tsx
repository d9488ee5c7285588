import { getRouteApi, Link, Navigate } from '@tanstack/react-router'
import { shop } from '../../rpc.ts'
import { buttonClass } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { Price } from '../../ui/price.tsx'
import { useWords } from '../../words.tsx'
import { useLiveOrder } from '../orders/use-live-order.ts'
import { PayForm } from './pay-form.tsx'

const route = getRouteApi('/$locale/orders/$id/pay')

/** The payment of an order; once it is paid, the order's own page. */
export function PayPage() {
  const { locale, m, dateTime } = useWords()
  const { id } = route.useParams()
  const [order] = shop.orders.get.useSuspenseQuery({ id })
  useLiveOrder(id)
  if (order.payment === 'paid') return <Navigate to="/$locale/orders/$id" params={{ locale, id }} replace />
  const payable = order.actions.includes('pay') || order.paymentPending
  return (
    <Page title={m('pay_title')} className="narrow-page pay-page">
      <dl className="pay-facts">
        <div>
          <dt>{m('order_number')}</dt>
          <dd className="figures">{order.reference}</dd>
        </div>
        <div>
          <dt>{m('to_pay')}</dt>
          <dd>
            <Price cents={order.totalCents} currency={order.currency} />
          </dd>
        </div>
      </dl>
      {payable ? (
        <>
          <PayForm order={order} />
          {!order.paymentPending && <p className="field-hint">{m('pay_before', { at: dateTime(order.payBefore) })}</p>}
        </>
      ) : (
        <div className="notice is-calm">
          <p>{m('not_payable')}</p>
          <Link to="/$locale/orders/$id" params={{ locale, id }} className={buttonClass()}>
            {m('see_order')}
          </Link>
        </div>
      )}
    </Page>
  )
}
