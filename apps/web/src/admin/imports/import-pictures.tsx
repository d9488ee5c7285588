import { frenchSpaces } from '../../messages.ts'
import { admin } from '../../rpc.ts'
import { Button } from '../../ui/button.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useWords } from '../../words.tsx'
import type { Import } from './import-tone.ts'

interface Props {
  of: Import
  onStarted: (now: Import) => void
}

/** The pictures that the file names by their address: fetched when somebody asks for it, those that could not be had by line. */
export function ImportPictures({ of: { id, pictures }, onStarted }: Props) {
  const { m, number } = useWords()
  const fetchThem = admin.imports.fetchPictures.useMutation({ onSuccess: onStarted })
  const { state, of, fetched, there, failed } = pictures
  const counts = [
    ['pictures_fetched', fetched],
    ['pictures_there', there],
    ['pictures_failed', failed],
  ] as const
  return (
    <section aria-labelledby="pictures">
      <h2 id="pictures">{m('import_pictures')}</h2>
      {state === 'never' && <p className="page-lead">{m('import_pictures_words')}</p>}
      {state === 'running' && (
        <p className="import-progress" role="status">
          <progress
            {...(of !== null && { max: of || 1, value: fetched + there + failed })}
            aria-label={m('import_pictures')}
          />
          {of !== null && <span className="figures">{m('done_of', { done: fetched + there + failed, all: of })}</span>}
        </p>
      )}
      {state !== 'never' && (
        <dl className="import-counts">
          {counts.map(([key, value]) => (
            <div key={key}>
              <dt>{m(key)}</dt>
              <dd className="figures">{number(value)}</dd>
            </div>
          ))}
        </dl>
      )}
      {state !== 'running' && (state === 'never' || failed > 0) && (
        <Button busy={fetchThem.isPending} onClick={() => fetchThem.mutate({ id })}>
          {m(state === 'never' ? 'fetch_pictures' : 'fetch_pictures_again')}
        </Button>
      )}
      <ProblemNotice error={fetchThem.error} />
      {pictures.errors.length > 0 && <Failures of={pictures} />}
    </section>
  )
}

function Failures({ of: { errors, failed } }: { of: Import['pictures'] }) {
  const { m, number, locale } = useWords()
  return (
    <>
      {errors.length < failed && <p>{m('first_errors', { shown: errors.length, all: failed })}</p>}
      <table className="table">
        <thead>
          <tr>
            <th className="is-number">{m('line')}</th>
            <th>{m('picture_address')}</th>
            <th>{m('why_wrong')}</th>
          </tr>
        </thead>
        <tbody>
          {errors.map(({ line, url, reason }) => (
            <tr key={`${line} ${url}`}>
              <td className="is-number">{number(line)}</td>
              <td className="is-address">{url}</td>
              <td>{locale === 'fr' ? frenchSpaces(reason) : reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}
