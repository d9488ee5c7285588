import type { SystemView } from './system-view.ts'
import type { ReactNode } from 'react'
import { useWords } from '../../words.tsx'
import { sizeOf, spanOf } from './sizes.ts'

/** What runs, since when, how big it is, what waits, and when it was last kept safe. */
export function ShopFacts({ of }: { of: SystemView }) {
  const { m, number, dateTime } = useWords()
  const size = sizeOf(of.databaseBytes)
  const open = spanOf(Date.parse(of.now) - Date.parse(of.openedAt))
  const facts: [string, ReactNode][] = [
    [m('system_version'), of.version],
    [m('system_engine'), of.engine === 'sqlite' ? 'SQLite' : 'PostgreSQL'],
    [m('system_size'), m(`size_${size.unit}`, { count: number(size.count) })],
    [m('system_data'), m(`data_${of.data}`)],
    [m('system_open_for'), m(`span_${open.unit}`, { count: open.count })],
    [m('system_jobs'), number(of.jobsWaiting)],
    [m('system_events'), number(of.eventsWaiting)],
    [
      m('system_backup'),
      of.backup ? <time dateTime={of.backup.finishedAt}>{dateTime(of.backup.finishedAt)}</time> : m('backup_never'),
    ],
  ]
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">{m('system_facts')}</h2>
      <dl className="import-counts">
        {facts.map(([name, fact]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className="figures">{fact}</dd>
          </div>
        ))}
      </dl>
      {of.engine === 'sqlite' && (
        <p className="page-lead">
          {m('backup_how')} <code>pnpm backup FILE</code>
        </p>
      )}
    </section>
  )
}
