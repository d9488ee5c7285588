import type { ReactNode } from 'react'
import { useWords } from '../words.tsx'

export interface Step {
  key: string
  title: ReactNode
  at: string | null
  aside?: ReactNode
  state: 'past' | 'now' | 'ahead'
}

/** What happened, what is now, what is still ahead. */
export function Timeline({ steps }: { steps: readonly Step[] }) {
  const { dateTime, m } = useWords()
  return (
    <ol className="timeline">
      {steps.map(({ key, title, at, aside, state }) => (
        <li key={key} className={`is-${state}`} aria-current={state === 'now' ? 'step' : undefined}>
          <span>
            {title}
            {state === 'ahead' && <span className="unseen"> ({m('still_ahead')})</span>}
          </span>
          {at !== null && <time dateTime={at}>{dateTime(at)}</time>}
          {aside && <span className="aside">{aside}</span>}
        </li>
      ))}
    </ol>
  )
}
