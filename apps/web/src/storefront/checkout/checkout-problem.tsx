import { Link } from '@tanstack/react-router'
import type { ShopOutputs } from '../../outputs.ts'
import { problemIn } from '../../problems.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useWords } from '../../words.tsx'

interface Props {
  error: unknown
  /** What the cart costs now. */
  quote: ShopOutputs['cart']['get']['quote']
}

/** Why the order was not placed, and the way on. */
export function CheckoutProblem({ error, quote }: Props) {
  const { locale, m, price } = useWords()
  const problem = problemIn(error)
  if (problem?.code === 'quote_changed')
    return (
      <ProblemNotice error={error}>
        <p>
          <strong>
            {m('new_total', {
              seen: price(problem.details.seenTotalCents, quote.currency),
              now: price(problem.details.quote.totalCents, quote.currency),
            })}
          </strong>{' '}
          {m('order_again')}
        </p>
      </ProblemNotice>
    )
  const inCart =
    problem?.code === 'cart_not_orderable' || problem?.code === 'cart_empty' || problem?.code === 'out_of_stock'
  return (
    <ProblemNotice error={error}>
      {inCart && (
        <Link to="/$locale/cart" params={{ locale }}>
          {m('see_cart')}
        </Link>
      )}
    </ProblemNotice>
  )
}
