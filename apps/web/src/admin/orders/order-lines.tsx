import type { AdminOutputs } from '../../outputs.ts'
import { Price } from '../../ui/price.tsx'
import { useWords } from '../../words.tsx'

export function OrderLines({ order }: { order: AdminOutputs['orders']['get'] }) {
  const { m, rate } = useWords()
  return (
    <div className="table-scroll">
      <table className="table">
        <thead>
          <tr>
            <th className="is-number">{m('quantity_short')}</th>
            <th>{m('product')}</th>
            <th className="is-number">{m('unit_price')}</th>
            <th className="is-number">{m('vat')}</th>
            <th className="is-number">{m('amount')}</th>
          </tr>
        </thead>
        <tbody>
          {order.lines.map((line) => (
            <tr key={line.id}>
              <td className="is-number">{line.quantity}</td>
              <td>
                {line.name} {line.optionWords && <small>{line.optionWords}</small>}{' '}
                {line.sku && <small className="figures">{line.sku}</small>}
              </td>
              <td className="is-number">
                <Price cents={line.unitCents} currency={order.currency} />
              </td>
              <td className="is-number">{rate(line.vat.rateBp)}</td>
              <td className="is-number">
                <Price cents={line.amountCents} currency={order.currency} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
