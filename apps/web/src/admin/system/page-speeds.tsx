import { type Measure, measures } from '@comptoir/domain/speed'
import { State } from '../../ui/states.tsx'
import { TableScroll } from '../../ui/table-scroll.tsx'
import { useWords } from '../../words.tsx'
import type { SystemView } from './system-view.ts'

type Speed = SystemView['speeds'][number]

/** How quickly the pages stood before their readers: what three visits out of four did not pass. */
export function PageSpeeds({ speeds }: { speeds: readonly Speed[] }) {
  const { m, number } = useWords()
  const kinds = [...new Set(speeds.map(({ kind }) => kind))]
  return (
    <section aria-labelledby="speeds">
      <h2 id="speeds">{m('speeds')}</h2>
      <p className="page-lead">{m(kinds.length === 0 ? 'speeds_none' : 'speeds_words')}</p>
      {kinds.length > 0 && (
        <TableScroll>
          <table className="table is-stacked">
            <thead>
              <tr>
                <th scope="col">{m('speed_page')}</th>
                {measures.map((measure) => (
                  <th key={measure} scope="col" className="is-number">
                    {m(`speed_${measure}`)}
                  </th>
                ))}
                <th scope="col" className="is-number">
                  {m('speed_visits')}
                </th>
              </tr>
            </thead>
            <tbody>
              {kinds.map((kind) => {
                const of = speeds.filter((speed) => speed.kind === kind)
                return (
                  <tr key={kind}>
                    <th scope="row">{m(`speed_of_${kind}`)}</th>
                    {measures.map((measure) => (
                      <Cell key={measure} speed={of.find((speed) => speed.measure === measure)} measure={measure} />
                    ))}
                    <td className="is-number" data-label={m('speed_visits')}>
                      {number(Math.max(...of.map(({ visits }) => visits)))}
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </TableScroll>
      )}
    </section>
  )
}

function Cell({ speed, measure }: { speed: Speed | undefined; measure: Measure }) {
  const { m, number } = useWords()
  const cell = { className: 'is-number', 'data-label': m(`speed_${measure}`) }
  if (speed === undefined) return <td {...cell}>–</td>
  const value = measure === 'CLS' ? number(speed.upTo / 1000) : m('speed_ms', { count: number(speed.upTo) })
  return (
    <td {...cell}>
      <State tone={speed.good ? 'good' : 'few'}>{value}</State>
      {!speed.good && <span className="unseen"> {m('speed_slow')}</span>}
    </td>
  )
}
