import { Button } from '../../ui/button.tsx'
import { Table } from '../../ui/table.tsx'
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
  const differences = differencesOf(mine, sheetOf(theirs, locale), locale)
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
        <Table
          rows={differences}
          keyOf={({ what, of }) => `${what} ${of}`}
          columns={[
            {
              head: m('what_differs'),
              render: (one) => `${m(one.what)} ${one.of}`,
              phone: 'wide',
              className: 'is-strong',
            },
            { head: m('my_version'), render: (one) => said(one, one.mine), phone: 'wide', label: m('my_version') },
            {
              head: m('their_version'),
              render: (one) => said(one, one.theirs),
              phone: 'wide',
              label: m('their_version'),
            },
          ]}
        />
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
