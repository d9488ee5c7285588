import type { StockState } from '@comptoir/domain/catalog'
import { State } from '../../ui/states.tsx'
import { useWords } from '../../words.tsx'

/** Stock in words; the exact number only when few are left. */
export function StockWords({ stock, left }: { stock: StockState; left: number | null }) {
  const { m } = useWords()
  if (stock === 'out_of_stock') return <State tone="gone">{m('stock_out')}</State>
  if (stock === 'few_left')
    return <State tone="few">{left === null ? m('stock_few') : m('stock_left', { count: left })}</State>
  return <State tone="good">{m('stock_in')}</State>
}
