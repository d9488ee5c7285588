import { getRouteApi, Link } from '@tanstack/react-router'
import { admin } from '../../rpc.ts'
import { Button } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { State } from '../../ui/states.tsx'
import { useWords } from '../../words.tsx'
import { CheckForm } from './check-form.tsx'
import { ImportErrors } from './import-errors.tsx'
import { ImportPictures } from './import-pictures.tsx'
import { type Import, importTone } from './import-tone.ts'

const route = getRouteApi('/admin/staff/imports/$id')
const everyMs = 1000

const isUnderWay = (one: Import | undefined) => one?.state === 'running' || one?.pictures.state === 'running'

/** One file on its way: what it would do, its wrong rows, its progress, its result. It lives on the server, so a reload loses nothing. */
export function ImportPage() {
  const { m } = useWords()
  const { id } = route.useParams()
  const utils = admin.useUtils()
  const [one] = admin.imports.get.useSuspenseQuery(
    { id },
    { refetchInterval: ({ state }) => (isUnderWay(state.data) ? everyMs : false) },
  )
  const settled = { onSuccess: (now: Import) => utils.imports.get.setData({ id }, now) }
  const check = admin.imports.check.useMutation(settled)
  const start = admin.imports.start.useMutation(settled)
  const waits = one.state === 'uploaded' || one.state === 'checked'
  return (
    <Page title={one.fileName} className="console-product">
      <p className="console-order-state">
        <Link to="/admin/imports">{m('imports')}</Link>
        <State tone={importTone[one.state]}>{m(`import_${one.state}`)}</State>
      </p>
      {waits && (
        <section aria-labelledby="check">
          <h2 id="check">{m('check_file')}</h2>
          <CheckForm
            language={one.language}
            vatCategory={one.vatCategory}
            busy={check.isPending}
            again={one.state === 'checked'}
            onCheck={(how) => check.mutate({ id, ...how })}
          />
          <ProblemNotice error={check.error} />
        </section>
      )}
      {one.state !== 'uploaded' && <Outcome of={one} />}
      {one.state === 'checked' && (
        <>
          <Button
            kind="primary"
            busy={start.isPending}
            disabled={one.created + one.changed === 0}
            onClick={() => start.mutate({ id })}
          >
            {m('start_import', { count: one.created + one.changed })}
          </Button>
          <ProblemNotice error={start.error} />
        </>
      )}
      {one.errorCount > 0 && <ImportErrors of={one} />}
      {one.state === 'done' && <ImportPictures of={one} onStarted={settled.onSuccess} />}
    </Page>
  )
}

/** What a check says that would happen, or what the run did so far. */
function Outcome({ of }: { of: Import }) {
  const { m, number } = useWords()
  const counts = [
    ['rows_read', of.rows],
    ['would_create', of.created],
    ['would_change', of.changed],
    ['would_leave', of.unchanged],
    ['new_variants', of.newVariants],
    ['rows_wrong', of.errorCount],
  ] as const
  return (
    <section aria-labelledby="outcome">
      <h2 id="outcome">{m(of.state === 'checked' ? 'import_would' : 'import_did')}</h2>
      {of.state === 'running' && (
        <p className="import-progress" role="status">
          <progress max={of.products} value={of.done} aria-label={m('import_running')} />
          <span className="figures">{m('done_of', { done: of.done, all: of.products })}</span>
        </p>
      )}
      {of.separator !== null && <p className="import-separator">{m(`separated_by_${of.separator}`)}</p>}
      {of.state === 'failed' && <p className="notice">{m('import_failed_words')}</p>}
      <dl className="import-counts">
        {counts.map(([key, value]) => (
          <div key={key}>
            <dt>{m(key)}</dt>
            <dd className="figures">{number(value)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
