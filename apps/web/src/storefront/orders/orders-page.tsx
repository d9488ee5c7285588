import { Link } from '@tanstack/react-router'
import { orderTone } from '../../order-words.ts'
import { shop } from '../../rpc.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { Price } from '../../ui/price.tsx'
import { Empty, State } from '../../ui/states.tsx'
import { useWords } from '../../words.tsx'
import { useLive } from '../use-live.ts'

export function OrdersPage() {
  const { locale, m, date } = useWords()
  const [data, query] = shop.orders.list.useSuspenseInfiniteQuery({}, { getNextPageParam: (page) => page.nextCursor })
  const utils = shop.useUtils()
  useLive({ about: 'orders' }, () => void utils.orders.list.invalidate())
  const items = data.pages.flatMap((page) => page.items)
  return (
    <Page title={m('my_orders')} className="orders-page">
      {items.length === 0 ? (
        <Empty title={m('no_orders_title')}>
          <p>{m('no_orders_words')}</p>
          <Link to="/$locale/products" params={{ locale }} className={buttonClass('primary')}>
            {m('see_shelves')}
          </Link>
        </Empty>
      ) : (
        <ul className="rows">
          {items.map(({ id, reference, status, placedAt, pieces, totalCents, currency }) => (
            <li key={id}>
              <Link to="/$locale/orders/$id" params={{ locale, id }} className="row">
                <span className="row-name figures">{reference}</span>
                <span>{date(placedAt)}</span>
                <span>{m('pieces', { count: pieces })}</span>
                <State tone={orderTone[status]}>{m(`status_${status}`)}</State>
                <span className="row-amount">
                  <Price cents={totalCents} currency={currency} />
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      {query.hasNextPage && (
        <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {m('load_more')}
        </Button>
      )}
    </Page>
  )
}
