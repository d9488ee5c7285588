import { getRouteApi, Link } from '@tanstack/react-router'
import { admin } from '../../rpc.ts'
import { filterChoices } from '../../search-params.ts'
import { Page } from '../../ui/page.tsx'
import { State } from '../../ui/states.tsx'
import { useWords } from '../../words.tsx'
import { FilterSelect } from '../filter.tsx'
import { Listing } from '../listing.tsx'
import { useFilters } from '../use-filters.ts'

const route = getRouteApi('/admin/staff/support')

/** The inbox; new messages appear by themselves. */
export function ThreadsPage() {
  const { m, shortTime } = useWords()
  const search = route.useSearch()
  const set = useFilters()
  const query = admin.support.list.useInfiniteQuery(
    { ...search, limit: 40 },
    { getNextPageParam: (page) => page.nextCursor },
  )
  const utils = admin.useUtils()
  admin.support.onMessage.useSubscription({}, { onData: () => void utils.support.list.invalidate() })
  return (
    <Page title={m('messages')}>
      <search className="filters">
        <FilterSelect
          label={m('state')}
          value={search.state}
          choices={filterChoices.threads}
          words={(one) => m(`thread_${one}`)}
          onChange={(value) => set('state', value)}
        />
      </search>
      <Listing query={query} empty={{ title: m('inbox_empty_title'), words: m('inbox_empty_words') }}>
        {(items) => (
          <ul className="inbox">
            {items.map((thread) => (
              <li key={thread.id}>
                <Link to="/admin/support/$id" params={{ id: thread.id }}>
                  <span className="inbox-who">{thread.customerName || thread.customerEmail}</span>
                  <span className="inbox-what">
                    <strong>{thread.subject}</strong> <small>{thread.lastExcerpt}</small>
                  </span>
                  <State tone={thread.state === 'closed' ? 'gone' : thread.lastAuthor === 'customer' ? 'hot' : 'good'}>
                    {m(
                      thread.state === 'closed'
                        ? 'thread_closed'
                        : thread.lastAuthor === 'customer'
                          ? 'to_answer'
                          : 'answered',
                    )}
                  </State>
                  <time className="figures" dateTime={thread.lastMessageAt}>
                    {shortTime(thread.lastMessageAt)}
                  </time>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Listing>
    </Page>
  )
}
