import { currencies, type Currency } from '@comptoir/domain'
import { Link } from '@tanstack/react-router'
import type { AdminOutputs } from '../../outputs.ts'
import { Price } from '../../ui/price.tsx'
import type { Column } from '../../ui/table.tsx'
import type { Words } from '../../words.tsx'

export type UnmatchedMoney = AdminOutputs['unmatchedMoney']['list']['items'][number]

const isCurrency = (code: string): code is Currency => Object.hasOwn(currencies, code)

/** What came in; a gateway may name a currency that the shop cannot count in. */
export const amountIn = (
  { m, price }: Pick<Words, 'm' | 'price'>,
  { amountCents, currency }: Pick<UnmatchedMoney, 'amountCents' | 'currency'>,
): string => (isCurrency(currency) ? price(amountCents, currency) : m('minor_units', { count: amountCents, currency }))

/** What both lists of money say of each: for which order it came, how much, when, and what the gateway calls it. */
export function columnsIn(words: Words): Column<UnmatchedMoney>[] {
  const { m, shortTime } = words
  return [
    {
      head: m('order_number'),
      render: ({ orderId, orderReference }) => (
        <Link to="/admin/orders/$id" params={{ id: orderId }}>
          {orderReference ?? orderId}
        </Link>
      ),
      className: 'is-first is-whole',
    },
    {
      head: m('amount'),
      render: (money) =>
        isCurrency(money.currency) ? (
          <Price cents={money.amountCents} currency={money.currency} />
        ) : (
          amountIn(words, money)
        ),
      number: true,
      phone: 'end',
      className: 'is-first',
    },
    { head: m('when'), render: ({ at }) => shortTime(at), className: 'figures is-whole' },
    {
      head: m('gateway_reference'),
      render: ({ reference }) => reference,
      phone: 'wide',
      label: m('gateway_reference'),
    },
  ]
}
