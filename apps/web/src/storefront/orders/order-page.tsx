import { getRouteApi, Link } from '@tanstack/react-router'
import { shop } from '../../rpc.ts'
import { buttonClass } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { Timeline } from '../../ui/timeline.tsx'
import { useWords } from '../../words.tsx'
import { useProfile } from '../people/use-profile.ts'
import { CancelOrder } from './cancel-order.tsx'
import { KeepOrder } from './keep-order.tsx'
import { OrderBill } from './order-bill.tsx'
import { orderSteps } from './order-steps.ts'
import { useLiveOrder } from './use-live-order.ts'
import { WriteAboutOrder } from './write-about-order.tsx'

const route = getRouteApi('/$locale/orders/$id')

/** The timeline is the page; what was ordered and the ways on stand beside it. */
export function OrderPage() {
  const { locale, m, dateTime } = useWords()
  const { id } = route.useParams()
  const [order] = shop.orders.get.useSuspenseQuery({ id })
  const [about] = shop.support.aboutOrder.useSuspenseQuery({ id })
  useLiveOrder(id)
  const { profile } = useProfile()
  // Whoever may cancel holds the order itself; whoever looked it up may only read it.
  const keepable = profile === null && order.payment === 'paid' && order.actions.includes('cancel')
  const steps = orderSteps(order.timeline).map(({ title, ...step }) => ({
    ...step,
    title: m(title),
    aside:
      title === 'step_shipped' && order.trackingNumber !== null
        ? `${order.carrier ?? ''} · ${order.trackingNumber}`
        : undefined,
  }))
  return (
    <Page
      title={m('order_title', { reference: order.reference })}
      lead={m(`lead_${order.status}`)}
      className="order-page"
    >
      <section className="order-story" aria-label={m('order_story')} aria-live="polite">
        {order.actions.includes('pay') && (
          <div className="notice">
            <p>{m('pay_before', { at: dateTime(order.payBefore) })}</p>
            <Link to="/$locale/orders/$id/pay" params={{ locale, id }} className={buttonClass('primary')}>
              {m('pay_now')}
            </Link>
          </div>
        )}
        {order.paymentPending && <p className="notice is-calm">{m('payment_pending_words')}</p>}
        {order.refundPending && <p className="notice is-calm">{m('refund_pending_words')}</p>}
        <Timeline steps={steps} />
        {keepable && <KeepOrder order={order} />}
        <ul className="order-ways">
          {order.invoiceNumber !== null && (
            <li>
              <Link to="/$locale/orders/$id/invoice" params={{ locale, id }}>
                {m('invoice')}
              </Link>
              {' · '}
              <a href={`/documents/invoice/${id}.pdf`} aria-label={m('invoice_pdf')}>
                PDF
              </a>
            </li>
          )}
          {order.creditNoteNumbers.map((number) => (
            <li key={number}>
              <a href={`/documents/credit-note/${number}.pdf`}>{m('credit_note_pdf', { number })}</a>
            </li>
          ))}
          {profile !== null && !about.open && (
            <li>
              <Link to="/$locale/support" params={{ locale }} search={{ order: id }}>
                {m('write_about_order')}
              </Link>
            </li>
          )}
          {order.actions.includes('cancel') && (
            <li>
              <CancelOrder order={order} />
            </li>
          )}
        </ul>
        <WriteAboutOrder id={id} />
      </section>
      <OrderBill order={order} />
    </Page>
  )
}
