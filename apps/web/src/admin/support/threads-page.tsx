import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { admin } from '../../rpc.ts'
import { filterChoices } from '../../search-params.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/field.tsx'
import { Page } from '../../ui/page.tsx'
import { useWords } from '../../words.tsx'
import { FilterSelect } from '../filter.tsx'
import { byPage } from '../by-page.ts'
import { Listing } from '../listing.tsx'
import { useFilters } from '../use-filters.ts'
import { AnswersDialog } from './answers-dialog.tsx'
import { ThreadState } from './thread-state.tsx'
import { useThreadChanges } from './use-thread-changes.ts'

const route = getRouteApi('/admin/staff/support')

/** The inbox; new messages appear by themselves. */
export function ThreadsPage() {
  const { m, shortTime } = useWords()
  const search = route.useSearch()
  const set = useFilters()
  const [answering, setAnswering] = useState(false)
  const query = admin.support.list.useInfiniteQuery({ ...search, limit: 40 }, byPage)
  useThreadChanges()
  return (
    <Page
      title={m('messages')}
      aside={query.isSuccess && <Button onClick={() => setAnswering(true)}>{m('saved_answers')}</Button>}
    >
      <search className="filters">
        <FilterSelect
          label={m('state')}
          value={search.state}
          choices={filterChoices.threads}
          words={(one) => m(`thread_${one}`)}
          onChange={(value) => set('state', value)}
        />
        <FilterSelect
          label={m('assignee')}
          value={search.assigned}
          choices={filterChoices.assigned}
          words={(one) => m(`assigned_${one}`)}
          onChange={(value) => set('assigned', value)}
        />
        <Checkbox
          label={m('unread_only')}
          checked={search.unread ?? false}
          onChange={({ target }) => set('unread', target.checked || undefined)}
        />
      </search>
      <Listing query={query} empty={{ title: m('inbox_empty_title'), words: m('inbox_empty_words') }}>
        {(items) => (
          <ul className="inbox">
            {items.map((thread) => (
              <li key={thread.id}>
                <Link
                  to="/admin/support/$id"
                  params={{ id: thread.id }}
                  className={thread.unread > 0 ? 'is-unread' : undefined}
                >
                  <span className="inbox-who">
                    {thread.customerName || thread.customerEmail}
                    {thread.unread > 0 && <small> {m('unread', { count: thread.unread })}</small>}
                  </span>
                  <span className="inbox-what">
                    <strong>{thread.subject}</strong> <small>{thread.lastExcerpt}</small>
                  </span>
                  <span className="inbox-state">
                    <ThreadState state={thread.state} lastAuthor={thread.lastAuthor} />
                    {thread.assigneeName !== null && <small> {thread.assigneeName}</small>}
                  </span>
                  <time className="figures" dateTime={thread.lastMessageAt}>
                    {shortTime(thread.lastMessageAt)}
                  </time>
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Listing>
      <AnswersDialog open={answering} onClose={() => setAnswering(false)} />
    </Page>
  )
}
