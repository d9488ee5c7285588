import type { AdminOutputs } from '../../outputs.ts'
import { Price } from '../../ui/price.tsx'
import { Table } from '../../ui/table.tsx'
import { useWords } from '../../words.tsx'

export function OrderLines({ order }: { order: AdminOutputs['orders']['get'] }) {
  const { m, rate, number } = useWords()
  return (
    <Table
      rows={order.lines}
      keyOf={({ id }) => id}
      columns={[
        { head: m('quantity_short'), render: ({ quantity }) => number(quantity), number: true, phone: 'lead' },
        {
          head: m('product'),
          render: ({ name, optionWords, sku }) => (
            <>
              {name} {optionWords && <small>{optionWords}</small>} {sku && <small className="is-whole">{sku}</small>}
            </>
          ),
        },
        {
          head: m('unit_price'),
          render: ({ unitCents }) => <Price cents={unitCents} currency={order.currency} />,
          number: true,
          label: m('unit_price'),
        },
        {
          head: m('vat'),
          render: ({ vat }) => rate(vat.rateBp),
          number: true,
          phone: 'end',
          className: 'is-last',
          label: m('vat'),
        },
        {
          head: m('amount'),
          render: ({ amountCents }) => <Price cents={amountCents} currency={order.currency} />,
          number: true,
          phone: 'end',
        },
      ]}
    />
  )
}
