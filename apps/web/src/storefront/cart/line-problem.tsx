import type { Currency } from '@comptoir/domain'
import { LinkButton } from '../../ui/button.tsx'
import { useSpokenChange } from '../../ui/use-spoken-change.ts'
import { useWords, type Words } from '../../words.tsx'
import type { Line } from './cart-line.tsx'

interface Props {
  line: Line
  currency: Currency
  onQuantity: (quantity: number) => void
  onRemove: () => void
}

function wordsOf({ problem }: Line, { m, price }: Words, currency: Currency): string {
  if (problem === null) return ''
  const { reason, seenCents, nowCents } = problem
  const left = problem.left ?? 0
  if (reason === 'price_changed')
    return m('problem_price', { seen: price(seenCents ?? 0, currency), now: price(nowCents ?? 0, currency) })
  if (reason === 'short') return left > 0 ? m('problem_short', { count: left }) : m('problem_sold_out')
  return m(`problem_${reason}`)
}

/** What the shopper must look at in a line, with its way out as a button. */
export function LineProblem({ line, currency, onQuantity, onRemove }: Props) {
  const all = useWords()
  const { m } = all
  const { problem, quantity } = line
  const words = wordsOf(line, all, currency)
  useSpokenChange(words === '' ? '' : `${line.name}: ${words}`)
  if (problem === null) return null
  const left = problem.left ?? 0
  if (problem.reason === 'price_changed')
    return (
      <p className="line-problem is-calm">
        {words} <LinkButton onClick={() => onQuantity(quantity)}>{m('understood')}</LinkButton>
      </p>
    )
  return (
    <p className="line-problem">
      {words}{' '}
      {problem.reason === 'short' && left > 0 ? (
        <LinkButton onClick={() => onQuantity(left)}>{m('take_left', { count: left })}</LinkButton>
      ) : (
        <LinkButton onClick={onRemove}>{m('remove_line')}</LinkButton>
      )}
    </p>
  )
}
