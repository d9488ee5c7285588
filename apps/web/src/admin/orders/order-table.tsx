import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { orderTone } from '../../order-words.ts'
import type { AdminOutputs } from '../../outputs.ts'
import { Price } from '../../ui/price.tsx'
import { State } from '../../ui/states.tsx'
import { useWords } from '../../words.tsx'
import { PrintMany } from './print-many.tsx'

type Row = AdminOutputs['orders']['list']['items'][number]

/** The orders under each other; those that are chosen can be printed together. */
export function OrderTable({ orders }: { orders: Row[] }) {
  const { m, shortTime } = useWords()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const selected = orders.filter(({ id }) => chosen.has(id))
  const choose = (id: string, on: boolean) =>
    setChosen((before) => new Set(on ? [...before, id] : [...before].filter((one) => one !== id)))
  return (
    <>
      <PrintMany orders={selected} onClear={() => setChosen(new Set())} />
      <div className="table-scroll">
        <table className="table">
          <thead>
            <tr>
              <th>
                <input
                  type="checkbox"
                  aria-label={m('select_all')}
                  checked={selected.length === orders.length}
                  onChange={({ target }) => setChosen(new Set(target.checked ? orders.map(({ id }) => id) : []))}
                />
              </th>
              <th>{m('order_number')}</th>
              <th>{m('placed_at')}</th>
              <th>{m('customer')}</th>
              <th>{m('status')}</th>
              <th>{m('payment')}</th>
              <th>{m('delivery')}</th>
              <th className="is-number">{m('pieces_head')}</th>
              <th className="is-number">{m('total')}</th>
            </tr>
          </thead>
          <tbody>
            {orders.map((order) => (
              <tr key={order.id}>
                <td className="row-choice">
                  <input
                    type="checkbox"
                    aria-label={m('select_order', { reference: order.reference })}
                    checked={chosen.has(order.id)}
                    onChange={({ target }) => choose(order.id, target.checked)}
                  />
                </td>
                <td>
                  <Link to="/admin/orders/$id" params={{ id: order.id }} className="row-link figures">
                    {order.reference}
                  </Link>
                </td>
                <td className="figures">{shortTime(order.placedAt)}</td>
                <td>
                  {order.name} <small>{order.email}</small>
                </td>
                <td>
                  <State tone={orderTone[order.status]}>{m(`status_${order.status}`)}</State>
                </td>
                <td>{m(`payment_${order.payment}`)}</td>
                <td>{m(`delivery_${order.delivery}`)}</td>
                <td className="is-number">{order.pieces}</td>
                <td className="is-number">
                  <Price cents={order.totalCents} currency={order.currency} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}
