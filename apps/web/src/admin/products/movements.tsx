import type { AdminOutputs } from '../../outputs.ts'
import { useWords } from '../../words.tsx'

/** What moved on the shelf, newest first. */
export function Movements({ product }: { product: AdminOutputs['products']['get'] }) {
  const { m, shortTime } = useWords()
  const words = new Map(product.variants.map((variant) => [variant.id, variant.optionWords]))
  if (product.movements.length === 0) return <p>{m('no_movements')}</p>
  return (
    <ul className="ledger is-three">
      {product.movements.map(({ id, variantId, kind, quantity, reason, at }) => (
        <li key={id}>
          <span className="figures">{shortTime(at)}</span>
          <span>
            {m(`movement_${kind}`)} {words.get(variantId)} <small>{reason}</small>
          </span>
          <strong className="figures">{quantity > 0 ? `+${quantity}` : `−${-quantity}`}</strong>
        </li>
      ))}
    </ul>
  )
}
