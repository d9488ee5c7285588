import type { Currency } from '@comptoir/domain'
import { LinkButton } from '../../ui/button.tsx'
import { useWords } from '../../words.tsx'
import type { Line } from './cart-line.tsx'

interface Props {
  line: Line
  currency: Currency
  onQuantity: (quantity: number) => void
  onRemove: () => void
}

/** What the shopper must look at in a line, with its way out as a button. */
export function LineProblem({ line: { problem, quantity }, currency, onQuantity, onRemove }: Props) {
  const { m, price } = useWords()
  if (problem === null) return null
  const left = problem.left ?? 0
  if (problem.reason === 'price_changed')
    return (
      <p className="line-problem is-calm" role="status">
        {m('problem_price', {
          seen: price(problem.seenCents ?? 0, currency),
          now: price(problem.nowCents ?? 0, currency),
        })}{' '}
        <LinkButton onClick={() => onQuantity(quantity)}>{m('understood')}</LinkButton>
      </p>
    )
  return (
    <p className="line-problem" role="alert">
      {problem.reason === 'short' && left > 0
        ? m('problem_short', { count: left })
        : m(`problem_${problem.reason === 'short' ? 'sold_out' : problem.reason}`)}{' '}
      {problem.reason === 'short' && left > 0 ? (
        <LinkButton onClick={() => onQuantity(left)}>{m('take_left', { count: left })}</LinkButton>
      ) : (
        <LinkButton onClick={onRemove}>{m('remove_line')}</LinkButton>
      )}
    </p>
  )
}
