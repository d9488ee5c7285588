import { Link } from '@tanstack/react-router'
import type { AdminOutputs } from '../../outputs.ts'
import { useWords } from '../../words.tsx'
import { amountIn } from '../money/columns.tsx'
import { useMay } from '../use-may.ts'

/** Says that money came for this order which did not fit it, and leads to where somebody settles it. */
export function MoneyAside({ order: { moneyAside } }: { order: AdminOutputs['orders']['get'] }) {
  const words = useWords()
  const may = useMay()
  if (moneyAside.length === 0) return null
  const { m } = words
  return (
    <p className="notice is-calm">
      {m('order_money_aside', { amounts: moneyAside.map((money) => amountIn(words, money)).join(' + ') })}{' '}
      {may('orders:refund') && <Link to="/admin/money">{m('see_unmatched')}</Link>}
    </p>
  )
}
