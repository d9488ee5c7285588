import { useNavigate } from '@tanstack/react-router'
import { type SyntheticEvent, useState } from 'react'
import type { ShopOutputs } from '../../outputs.ts'
import { shop } from '../../rpc.ts'
import { Button } from '../../ui/button.tsx'
import { OfflineHint } from '../../ui/offline-hint.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useWords } from '../../words.tsx'
import { SecondStep } from './second-step.tsx'

type Order = ShopOutputs['orders']['get']
const cards = ['card_success', 'card_declined', 'card_second_step', 'card_timeout'] as const
type Card = (typeof cards)[number]

/** The trial cards of the built-in gateway, each saying what it will do; then what came of it. */
export function PayForm({ order: { id, totalCents, currency, paymentPending } }: { order: Order }) {
  const { locale, m, price } = useWords()
  const navigate = useNavigate()
  const utils = shop.useUtils()
  const [card, setCard] = useState<Card>('card_success')
  const pay = shop.orders.pay.useMutation({
    onSuccess: async ({ outcome, order }) => {
      if (outcome === 'paid') await navigate({ to: '/$locale/orders/$id', params: { locale, id }, replace: true })
      utils.orders.get.setData({ id }, order)
      await utils.orders.list.invalidate()
    },
  })
  const outcome = pay.data?.outcome
  const send = (event: SyntheticEvent) => {
    event.preventDefault()
    pay.mutate({ id, card })
  }
  if (pay.data && outcome === 'action_required' && pay.data.paymentId !== null)
    return (
      <SecondStep
        busy={pay.isPending}
        error={pay.error}
        onConfirm={(confirmation) => pay.mutate({ id, card, paymentId: pay.data?.paymentId ?? '', confirmation })}
        onOther={pay.reset}
      />
    )
  if (outcome === 'pending' || paymentPending)
    return (
      <div className="notice is-calm" role="status">
        <p>
          <strong>{m('payment_pending_title')}</strong>
        </p>
        <p>{m('payment_pending_words')}</p>
      </div>
    )
  return (
    <form className="pay-form" onSubmit={send}>
      {outcome === 'declined' && (
        <div className="notice" role="alert">
          <p>
            <strong>{m('declined_title')}</strong>
          </p>
          <p>{m('declined_words')}</p>
        </div>
      )}
      <fieldset className="cards">
        <legend>{m('choose_card')}</legend>
        {cards.map((one) => (
          <label key={one} className="pay-card">
            <input type="radio" name="card" value={one} checked={card === one} onChange={() => setCard(one)} />
            <span>{m(one)}</span>
            <small>{m(`${one}_words`)}</small>
          </label>
        ))}
      </fieldset>
      <ProblemNotice error={pay.error} onRetry={() => pay.mutate({ id, card })} />
      <OfflineHint />
      <Button type="submit" kind="primary" wide busy={pay.isPending}>
        {m('pay_amount', { price: price(totalCents, currency) })}
      </Button>
    </form>
  )
}
