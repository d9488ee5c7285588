import type { StockState } from '@comptoir/domain/catalog'
import { State } from '../../ui/states.tsx'
import { useWords, type Words } from '../../words.tsx'

/** What the shop says of what it has; the exact number only when few are left. */
export function stockWords(m: Words['m'], stock: StockState, left: number | null): string {
  if (stock === 'out_of_stock') return m('stock_out')
  if (stock === 'in_stock') return m('stock_in')
  return left === null ? m('stock_few') : m('stock_left', { count: left })
}

const tones = { out_of_stock: 'gone', few_left: 'few', in_stock: 'good' } as const

/** Stock in words, with its dot. */
export function StockWords({ stock, left }: { stock: StockState; left: number | null }) {
  const { m } = useWords()
  return <State tone={tones[stock]}>{stockWords(m, stock, left)}</State>
}
