import type { ReactNode } from 'react'
import { useWords } from '../words.tsx'

/** What will be here once there is something. */
export const Empty = ({ title, children }: { title: string; children?: ReactNode }) => (
  <div className="empty">
    <h2>{title}</h2>
    {children}
  </div>
)

/** The shape of what is on its way. */
export const Bone = ({ width = '100%', height = '1em' }: { width?: string; height?: string }) => (
  <span className="bone" style={{ width, height }} />
)

/** Rows on their way, with one word for whoever cannot see them. */
export function Waiting({ rows = 6, height = '2.5rem' }: { rows?: number; height?: string }) {
  const { m } = useWords()
  return (
    <div role="status" className="bones">
      <span className="unseen">{m('loading')}</span>
      {Array.from({ length: rows }, (_, row) => (
        <Bone key={row} height={height} />
      ))}
    </div>
  )
}

export type Tone = 'good' | 'few' | 'hot' | 'gone' | 'quiet'

/** A small word with a dot: the word carries the meaning, the colour helps. */
export const State = ({ tone = 'quiet', children }: { tone?: Tone; children: ReactNode }) => (
  <span className={`state is-${tone}`}>{children}</span>
)
