import type { ReactNode } from 'react'
import { problemIn } from '../problems.ts'
import { Button } from '../ui/button.tsx'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { Empty, Waiting } from '../ui/states.tsx'
import { useWords } from '../words.tsx'
import { Forbidden } from './forbidden.tsx'

interface Pages<T> {
  data: { pages: { items: T[] }[] } | undefined
  error: unknown
  isPending: boolean
  isFetching: boolean
  hasNextPage: boolean
  isFetchingNextPage: boolean
  fetchNextPage: () => Promise<unknown>
  refetch: () => Promise<unknown>
}

interface Props<T> {
  query: Pages<T>
  empty: { title: string; words: string }
  children: (items: T[]) => ReactNode
}

/** A list in each of its states: on its way, failing, forbidden, empty, and there. */
export function Listing<T>({ query, empty, children }: Props<T>) {
  const { m } = useWords()
  if (query.data === undefined) {
    if (problemIn(query.error)?.kind === 'forbidden') return <Forbidden />
    if (query.error) return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
    return <Waiting rows={8} height="1.75rem" />
  }
  const items = query.data.pages.flatMap((page) => page.items)
  return (
    <div aria-busy={query.isFetching || undefined}>
      <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />
      {items.length === 0 ? (
        <Empty title={empty.title}>
          <p>{empty.words}</p>
        </Empty>
      ) : (
        children(items)
      )}
      {query.hasNextPage && (
        <p className="more">
          <Button busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
            {m('load_more')}
          </Button>
        </p>
      )}
    </div>
  )
}
