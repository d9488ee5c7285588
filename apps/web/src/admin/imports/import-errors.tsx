import { frenchSpaces } from '../../messages.ts'
import { useWords } from '../../words.tsx'
import type { Import } from './import-tone.ts'

/** The rows that cannot be used, by the line where each begins in the file. */
export function ImportErrors({ of: { errors, errorCount } }: { of: Import }) {
  const { m, number, locale } = useWords()
  return (
    <section aria-labelledby="wrong">
      <h2 id="wrong">{m('rows_wrong')}</h2>
      {errors.length < errorCount && <p>{m('first_errors', { shown: errors.length, all: errorCount })}</p>}
      <table className="table import-errors">
        <thead>
          <tr>
            <th className="is-number">{m('line')}</th>
            <th>{m('why_wrong')}</th>
          </tr>
        </thead>
        <tbody>
          {errors.map(({ line, reason }) => (
            <tr key={`${line} ${reason}`}>
              <td className="is-number">{number(line)}</td>
              <td>{locale === 'fr' ? frenchSpaces(reason) : reason}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
