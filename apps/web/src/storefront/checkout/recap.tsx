import type { ShopOutputs } from '../../outputs.ts'
import { Picture } from '../../ui/picture.tsx'
import { Price } from '../../ui/price.tsx'
import { useWords } from '../../words.tsx'
import { Sums } from '../cart/sums.tsx'

type Cart = ShopOutputs['cart']['get']

/** The bill: beside the fields, or folded above them on a phone, with the total always in sight. */
export function Recap({ cart }: { cart: Cart }) {
  const { m } = useWords()
  return (
    <aside className="recap" aria-label={m('bill')}>
      <details className="recap-fold">
        <summary>
          <span>{m('bill_of', { count: cart.count })}</span>
          <Price cents={cart.quote.totalCents} currency={cart.currency} />
        </summary>
        <Bill cart={cart} />
      </details>
      <div className="recap-open slip">
        <h2>{m('bill')}</h2>
        <Bill cart={cart} />
      </div>
    </aside>
  )
}

/** The lines and what they come to. */
export const Bill = ({ cart }: { cart: Cart }) => (
  <>
    <ul className="bill-lines">
      {cart.lines
        .filter((line) => line.counted)
        .map((line) => (
          <li key={line.id}>
            <Picture path={line.image?.path} alt="" sizes="3.5rem" />
            <span className="line-name">
              <span className="figures">{line.quantity} ×</span> {line.name}{' '}
              {line.optionWords && <small>{line.optionWords}</small>}
            </span>
            <Price cents={line.amountCents} currency={cart.currency} />
          </li>
        ))}
    </ul>
    <Sums of={cart.quote} />
  </>
)
