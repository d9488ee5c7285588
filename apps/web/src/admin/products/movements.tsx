import { Link } from '@tanstack/react-router'
import { admin } from '../../rpc.ts'
import { useWords } from '../../words.tsx'
import { byPage } from '../by-page.ts'
import { Listing } from '../listing.tsx'

/** What moved on the shelf, newest first: how many, of what, why, and who did it. */
export function Movements({ productId }: { productId: string }) {
  const { m, shortTime, number } = useWords()
  const query = admin.products.movements.useInfiniteQuery({ productId, limit: 20 }, byPage)
  return (
    <Listing query={query} empty={{ title: m('no_movements'), words: m('no_movements_words') }}>
      {(items) => (
        <ul className="ledger is-three">
          {items.map(({ id, kind, quantity, reason, optionWords, orderId, orderReference, actorName, at }) => (
            <li key={id}>
              <span className="figures">{shortTime(at)}</span>
              <span>
                {m(`movement_${kind}`)} {optionWords}{' '}
                <small>
                  {orderId !== null && orderReference !== null ? (
                    <Link to="/admin/orders/$id" params={{ id: orderId }}>
                      {orderReference}
                    </Link>
                  ) : (
                    reason
                  )}
                  {actorName !== null && ` · ${actorName}`}
                </small>
              </span>
              <strong className="figures">
                {quantity > 0 ? '+' : '−'}
                {number(Math.abs(quantity))}
              </strong>
            </li>
          ))}
        </ul>
      )}
    </Listing>
  )
}
