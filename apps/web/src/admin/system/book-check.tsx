import type { SystemView } from './system-view.ts'
import { breachIn, type Invariant, invariants } from '@comptoir/domain/books'
import { frenchSpaces } from '../../messages.ts'
import { admin } from '../../rpc.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { State } from '../../ui/states.tsx'
import { Table } from '../../ui/table.tsx'
import { useWords } from '../../words.tsx'

type Check = NonNullable<SystemView['check']>
const isKnown = (code: string): code is Invariant => Object.hasOwn(invariants, code)

/** The check of the books: run it, watch it, read what it found. */
export function BookCheck({ of: { check, checking, checkFailed } }: { of: SystemView }) {
  const { m, dateTime } = useWords()
  const utils = admin.useUtils()
  const run = admin.system.checkBooks.useMutation({ onSuccess: (now) => utils.system.get.setData(undefined, now) })
  return (
    <section aria-labelledby="books">
      <h2 id="books">{m('books')}</h2>
      <p className="page-lead">{m('books_words')}</p>
      {checking && (
        <p className="import-progress" role="status">
          <progress max={checking.of || 1} value={checking.done} aria-label={m('books_checking')} />
          <span className="figures">{m('done_of', { done: checking.done, all: checking.of })}</span>
        </p>
      )}
      {checkFailed && !checking && <p className="notice">{m('books_check_failed')}</p>}
      {!check && !checking && !checkFailed && <p>{m('books_never_checked')}</p>}
      {check && (
        <>
          <p className="console-order-state">
            <State tone={check.breaches.length === 0 ? 'good' : 'hot'}>
              {m(check.breaches.length === 0 ? 'books_clean' : 'books_broken', { count: check.breaches.length })}
            </State>
            <time dateTime={check.finishedAt}>{dateTime(check.finishedAt)}</time>
          </p>
          <Broken breaches={check.breaches} />
        </>
      )}
      <Button kind="primary" busy={run.isPending || checking !== null} onClick={() => run.mutate(undefined)}>
        {m('check_books')}
      </Button>
      <ProblemNotice error={run.error} />
    </section>
  )
}

/** Each broken rule by its number, with what was found. */
function Broken({ breaches }: { breaches: Check['breaches'] }) {
  const { m, locale } = useWords()
  const said = (words: string) => (locale === 'fr' ? frenchSpaces(breachIn(locale, words)) : words)
  return [...Map.groupBy(breaches, ({ invariant }) => invariant)].map(([code, found]) => (
    <details key={code} className="broken-rule" open>
      <summary>
        <span className="figures">{code}</span> {isKnown(code) ? invariants[code][locale] : ''}
      </summary>
      <Table
        rows={found.map((breach, row) => ({ ...breach, row }))}
        keyOf={({ row }) => row}
        columns={[
          { head: m('on_what'), render: ({ subject }) => subject, phone: 'wide', className: 'figures' },
          { head: m('found_words'), render: ({ words }) => said(words), phone: 'wide' },
        ]}
      />
    </details>
  ))
}
