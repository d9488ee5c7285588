import type { AdminOutputs } from '../../outputs.ts'
import { Price } from '../../ui/price.tsx'
import { State } from '../../ui/states.tsx'
import { useWords } from '../../words.tsx'
import { Documents } from './documents.tsx'

const trialCards = ['card_success', 'card_declined', 'card_second_step', 'card_timeout'] as const
const isTrialCard = (card: string): card is (typeof trialCards)[number] => trialCards.some((one) => one === card)

/** The money of an order: what it costs, what was paid, what was given back, what is still due. */
export function Money({ order }: { order: AdminOutputs['orders']['get'] }) {
  const { m, locale, rate, shortTime } = useWords()
  const { currency, totalCents, refundedCents } = order
  const paidCents = order.paidAt === null ? 0 : totalCents
  const dueCents = order.placement === 'cancelled' ? 0 : totalCents - paidCents
  const row = (label: string, cents: number, className?: string) => (
    <div className={className} key={label}>
      <dt>{label}</dt>
      <dd>
        <Price cents={cents} currency={currency} />
      </dd>
    </div>
  )
  return (
    <>
      <dl className="sums money">
        {row(m('goods'), order.goodsCents)}
        {order.discountCents > 0 && row(m('discount'), -order.discountCents)}
        {row(order.deliveryNames?.[locale] ?? order.deliveryName ?? m('delivery'), order.deliveryCents)}
        {order.groups
          .filter(({ taxCents }) => taxCents > 0)
          .map(({ vat, taxCents }) => row(m('of_which_vat', { rate: rate(vat.rateBp) }), taxCents, 'is-small'))}
        {row(m('total_with_tax'), totalCents, 'is-total')}
        {row(m('paid'), paidCents)}
        {refundedCents > 0 && row(m('refunded'), -refundedCents)}
        {row(m('due'), dueCents)}
      </dl>
      {order.attempts.length + order.refunds.length > 0 && (
        <>
          <h2>{m('attempts')}</h2>
          <ul className="ledger">
            {order.attempts.map(({ id, state, card, createdAt, amountCents }) => (
              <li key={id}>
                <span className="figures">{shortTime(createdAt)}</span>
                <State
                  tone={state === 'captured' ? 'good' : state === 'declined' || state === 'failed' ? 'hot' : 'few'}
                >
                  {m(`attempt_${state}`)}
                </State>
                <span>{isTrialCard(card) ? m(card) : card}</span>
                <Price cents={amountCents} currency={currency} />
              </li>
            ))}
            {order.refunds.map(({ id, state, reason, createdAt, amountCents }) => (
              <li key={id}>
                <span className="figures">{shortTime(createdAt)}</span>
                <State tone={state === 'succeeded' ? 'gone' : state === 'failed' ? 'hot' : 'few'}>
                  {m(`refund_${state}`)}
                </State>
                <span>{reason}</span>
                <Price cents={-amountCents} currency={currency} />
              </li>
            ))}
          </ul>
        </>
      )}
      <Documents order={order} />
    </>
  )
}
