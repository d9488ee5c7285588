import type { ShopOutputs } from '../../outputs.ts'
import { Picture } from '../../ui/picture.tsx'
import { Price } from '../../ui/price.tsx'
import { useWords } from '../../words.tsx'
import { Sums } from '../cart/sums.tsx'
import { AddressLines } from '../people/address-lines.tsx'

/** What was ordered, what it cost, where it goes: as it was when the order was placed. */
export function OrderBill({ order }: { order: ShopOutputs['orders']['get'] }) {
  const { m, price } = useWords()
  return (
    <aside className="order-bill" aria-label={m('bill')}>
      <div className="slip">
        <ul className="bill-lines">
          {order.lines.map(({ id, name, optionWords, imagePath, quantity, amountCents }) => (
            <li key={id}>
              <Picture path={imagePath} alt="" sizes="3.5rem" />
              <span className="line-name">
                <span className="figures">{quantity} ×</span> {name} {optionWords && <small>{optionWords}</small>}
              </span>
              <Price cents={amountCents} currency={order.currency} />
            </li>
          ))}
        </ul>
        <Sums of={order} />
        {order.refundedCents > 0 && (
          <p className="refunded">{m('refunded_amount', { price: price(order.refundedCents, order.currency) })}</p>
        )}
      </div>
      <section className="order-address">
        <h2>{m('delivered_to')}</h2>
        <AddressLines of={order.address} />
        <p>{order.email}</p>
      </section>
    </aside>
  )
}
