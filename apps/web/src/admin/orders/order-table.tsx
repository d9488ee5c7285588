import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { orderTone } from '../../order-words.ts'
import type { AdminOutputs } from '../../outputs.ts'
import { Price } from '../../ui/price.tsx'
import { State } from '../../ui/states.tsx'
import { Table } from '../../ui/table.tsx'
import { useWords } from '../../words.tsx'
import { PrintMany } from './print-many.tsx'

type Row = AdminOutputs['orders']['list']['items'][number]

/** The orders under each other; those that are chosen can be printed together. */
export function OrderTable({ orders }: { orders: Row[] }) {
  const { m, shortTime, number } = useWords()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const selected = orders.filter(({ id }) => chosen.has(id))
  const choose = (id: string, on: boolean) =>
    setChosen((before) => new Set(on ? [...before, id] : [...before].filter((one) => one !== id)))
  return (
    <>
      <PrintMany orders={selected} onClear={() => setChosen(new Set())} />
      <Table
        rows={orders}
        keyOf={({ id }) => id}
        columns={[
          {
            head: (
              <label className="choose-all">
                <input
                  type="checkbox"
                  aria-label={m('select_all')}
                  checked={selected.length === orders.length}
                  onChange={({ target }) => setChosen(new Set(target.checked ? orders.map(({ id }) => id) : []))}
                />
                <span className="is-narrow">{m('select_all')}</span>
              </label>
            ),
            render: ({ id, reference }) => (
              <input
                type="checkbox"
                aria-label={m('select_order', { reference })}
                checked={chosen.has(id)}
                onChange={({ target }) => choose(id, target.checked)}
              />
            ),
            phone: 'lead',
            className: 'row-choice',
          },
          {
            head: m('order_number'),
            render: ({ id, reference }) => (
              <Link to="/admin/orders/$id" params={{ id }} className="row-link figures">
                {reference}
              </Link>
            ),
          },
          {
            head: m('placed_at'),
            render: ({ placedAt }) => shortTime(placedAt),
            className: 'figures is-whole is-last',
          },
          {
            head: m('customer'),
            render: ({ name, email }) => (
              <>
                {name} <small>{email}</small>
              </>
            ),
          },
          {
            head: m('status'),
            render: ({ status }) => <State tone={orderTone[status]}>{m(`status_${status}`)}</State>,
            phone: 'end',
          },
          {
            head: m('payment'),
            render: ({ payment }) => m(`payment_${payment}`),
            phone: 'none',
            className: 'is-spare',
          },
          {
            head: m('delivery'),
            render: ({ delivery }) => m(`delivery_${delivery}`),
            phone: 'end',
            className: 'is-whole is-last',
          },
          {
            head: m('pieces_head'),
            render: ({ pieces }) => number(pieces),
            number: true,
            phone: 'none',
            className: 'is-spare',
          },
          {
            head: m('total'),
            render: ({ totalCents, currency }) => <Price cents={totalCents} currency={currency} />,
            number: true,
            phone: 'end',
            className: 'is-first',
          },
        ]}
      />
    </>
  )
}
