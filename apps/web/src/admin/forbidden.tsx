import type { ReactNode } from 'react'
import { problemIn } from '../problems.ts'
import { ProblemNotice } from '../ui/problem-notice.tsx'
import { Empty, Waiting } from '../ui/states.tsx'
import { useWords } from '../words.tsx'

/** Says that a role does not open this page. */
export function Forbidden() {
  const { m } = useWords()
  return (
    <Empty title={m('forbidden_title')}>
      <p>{m('forbidden_words')}</p>
    </Empty>
  )
}

interface Props<T> {
  query: { data: T | undefined; error: unknown; refetch: () => Promise<unknown> }
  children: (data: T) => ReactNode
}

/** One answer in each of its states: on its way, failing, forbidden, and there. */
export function Answer<T>({ query: { data, error, refetch }, children }: Props<T>) {
  if (problemIn(error)?.kind === 'forbidden') return <Forbidden />
  return (
    <>
      <ProblemNotice error={error} onRetry={() => void refetch()} />
      {data !== undefined ? children(data) : !error && <Waiting rows={6} height="2rem" />}
    </>
  )
}
