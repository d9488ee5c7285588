import { Button } from '../../ui/button.tsx'
import { useWords } from '../../words.tsx'
import { type Difference, differencesOf } from './differences.ts'
import { draftStates, type Product, type Sheet, sheetOf, vatCategories } from './sheet.ts'

interface Props {
  mine: Sheet
  theirs: Product
  busy: boolean
  onKeepMine: () => void
  onTakeTheirs: () => void
}

/** Two people changed one product: both versions beside each other, nothing lost until one chooses. */
export function Conflict({ mine, theirs, busy, onKeepMine, onTakeTheirs }: Props) {
  const { m, locale, dateTime } = useWords()
  const differences = differencesOf(mine, sheetOf(theirs), locale)
  const said = ({ what }: Difference, value: string) => {
    if (value === '') return '—'
    if (what === 'state') return m(`product_${draftStates.find((one) => one === value) ?? 'draft'}`)
    if (what === 'vat') return m(`vat_${vatCategories.find((one) => one === value) ?? 'standard'}`)
    return value
  }
  return (
    <div className="notice" role="alert">
      <p>
        <strong>{m('conflict_title')}</strong> {m('conflict_words', { at: dateTime(theirs.updatedAt) })}
      </p>
      {differences.length === 0 ? (
        <p>{m('conflict_same')}</p>
      ) : (
        <div className="table-scroll">
          <table className="table">
            <thead>
              <tr>
                <th>{m('what_differs')}</th>
                <th>{m('my_version')}</th>
                <th>{m('their_version')}</th>
              </tr>
            </thead>
            <tbody>
              {differences.map((one) => (
                <tr key={`${one.what} ${one.of}`}>
                  <th scope="row">
                    {m(one.what)} {one.of}
                  </th>
                  <td>{said(one, one.mine)}</td>
                  <td>{said(one, one.theirs)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <div className="actions">
        <Button kind="primary" busy={busy} onClick={onKeepMine}>
          {m('keep_mine')}
        </Button>
        <Button onClick={onTakeTheirs}>{m('take_theirs')}</Button>
      </div>
    </div>
  )
}
