import { getRouteApi, Link } from '@tanstack/react-router'
import { shop } from '../../rpc.ts'
import { Button } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { Empty, State } from '../../ui/states.tsx'
import { useWords } from '../../words.tsx'
import { useLive } from '../use-live.ts'
import { NewThread } from './new-thread.tsx'

const route = getRouteApi('/$locale/support')

/** The conversations with the shop, and a new one. */
export function ThreadsPage() {
  const { locale, m, shortTime } = useWords()
  const { order } = route.useSearch()
  const [data, query] = shop.support.list.useSuspenseInfiniteQuery({}, { getNextPageParam: (page) => page.nextCursor })
  const utils = shop.useUtils()
  useLive({ about: 'messages' }, () => void utils.support.list.invalidate())
  const items = data.pages.flatMap((page) => page.items)
  return (
    <Page title={m('write_to_us')} lead={m('support_lead')} className="support-page">
      <section aria-labelledby="new-thread">
        <h2 id="new-thread">{m(order ? 'about_order' : 'new_thread')}</h2>
        <NewThread orderId={order} />
      </section>
      <section aria-labelledby="threads">
        <h2 id="threads">{m('my_messages')}</h2>
        {items.length === 0 ? (
          <Empty title={m('no_threads_title')}>
            <p>{m('no_threads_words')}</p>
          </Empty>
        ) : (
          <ul className="rows">
            {items.map(({ id, subject, state, lastMessageAt, lastExcerpt, lastAuthor, orderReference, unread }) => (
              <li key={id}>
                <Link to="/$locale/support/$id" params={{ locale, id }} className="row is-thread">
                  <span className="row-name">
                    {subject} {unread > 0 && <span className="cart-count">{m('unread', { count: unread })}</span>}{' '}
                    {orderReference && <small className="figures">{orderReference}</small>}
                  </span>
                  <span className="row-excerpt">
                    {lastAuthor === 'staff' ? m('shop_wrote') : m('you_wrote')} {lastExcerpt}
                  </span>
                  <State tone={state === 'open' ? 'good' : 'gone'}>{m(`thread_${state}`)}</State>
                  <time dateTime={lastMessageAt}>{shortTime(lastMessageAt)}</time>
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
      </section>
    </Page>
  )
}
