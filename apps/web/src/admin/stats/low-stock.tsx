import { Link } from '@tanstack/react-router'
import type { AdminOutputs } from '../../outputs.ts'
import { State } from '../../ui/states.tsx'
import { useWords } from '../../words.tsx'

/** What runs low, each with the way to its sheet. */
export function LowStock({ of }: { of: AdminOutputs['stats']['overview']['lowStock'] }) {
  const { m, number } = useWords()
  return (
    <section aria-labelledby="low">
      <div className="section-line">
        <h2 id="low">{m('low_stock')}</h2>
        <Link to="/admin/products" search={{ stock: 'low' }}>
          {m('see_list')}
        </Link>
      </div>
      {of.length === 0 && <p>{m('no_low_stock')}</p>}
      <ul className="ledger is-two">
        {of.map(({ variantId, productId, name, optionWords, available }) => (
          <li key={variantId}>
            <Link to="/admin/products/$id" params={{ id: productId }}>
              {name} <small>{optionWords}</small>
            </Link>
            <State tone={available === 0 ? 'hot' : 'few'}>{number(available)}</State>
          </li>
        ))}
      </ul>
    </section>
  )
}
