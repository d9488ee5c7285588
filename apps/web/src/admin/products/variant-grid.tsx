import { type ClipboardEvent, type KeyboardEvent, useRef } from 'react'
import { useWords } from '../../words.tsx'
import { type Column, columns, faultOf } from './faults.ts'
import { fillDown } from './fill-down.ts'
import { rowWords, type Sheet, type SheetRow } from './sheet.ts'
import { TableScroll } from '../../ui/table-scroll.tsx'

interface Props {
  sheet: Sheet
  onChange: (sheet: Sheet) => void
  /** Whether faults are shown already, or only once one tried to save. */
  checked: boolean
  /** What lies on the shelf, by variant. */
  onHand: ReadonlyMap<string, number>
}

const heads = { price: 'price_with_tax', compareAt: 'price_was', sku: 'sku', stock: 'first_stock' } as const
const most = { price: 12, compareAt: 12, sku: 64, stock: 7 } as const

/** The variants as a sheet: arrows and Enter go from row to row, a column copied from a spreadsheet is pasted downwards. */
export function VariantGrid({ sheet, onChange, checked, onHand }: Props) {
  const { m, locale, number } = useWords()
  const grid = useRef<HTMLTableElement>(null)
  const plain = sheet.options.length === 0
  const put = (rows: SheetRow[]) => onChange({ ...sheet, rows })
  const change = (at: number, next: Partial<SheetRow>) =>
    put(sheet.rows.map((row, i) => (i === at ? { ...row, ...next } : row)))
  const go = (event: KeyboardEvent<HTMLInputElement>, at: number, column: Column) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' || event.key === 'Enter' ? 1 : 0
    if (by === 0) return
    // Enter in a cell goes on, as in a spreadsheet; it does not send the page.
    event.preventDefault()
    const next = grid.current?.querySelector<HTMLInputElement>(`[data-cell="${at + by}-${column}"]:enabled`)
    next?.focus()
    next?.select()
  }
  const paste = (event: ClipboardEvent<HTMLInputElement>, at: number, column: Column) => {
    const text = event.clipboardData.getData('text/plain')
    if (!/[\n\t]/.test(text.trim())) return
    event.preventDefault()
    put(fillDown(sheet.rows, { at, column }, text))
  }
  return (
    <TableScroll>
      <table className="table variant-grid is-stacked" ref={grid}>
        <thead>
          <tr>
            {!plain && <th>{m('on_sale')}</th>}
            <th>{m('variant')}</th>
            {columns.map((column) => (
              <th key={column}>{m(heads[column])}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheet.rows.map((row, at) => {
            const name = rowWords(sheet, row, locale) || m('only_variant')
            return (
              <tr key={Object.values(row.picks).join('/')} className={row.sold ? undefined : 'is-unsold'}>
                {!plain && (
                  <td data-label={m('on_sale')}>
                    <input
                      type="checkbox"
                      aria-label={m('on_sale_named', { name })}
                      checked={row.sold}
                      onChange={({ target }) => change(at, { sold: target.checked })}
                    />
                  </td>
                )}
                <th scope="row">{name}</th>
                {columns.map((column) => {
                  const fault = checked || row[column] !== '' ? faultOf(row, column) : null
                  if (column === 'stock' && row.id !== null)
                    return (
                      <td key={column} className="figures is-whole" data-label={m(heads[column])}>
                        {m('on_hand_now', { pieces: number(onHand.get(row.id) ?? 0) })}
                      </td>
                    )
                  return (
                    <td key={column} data-label={m(heads[column])}>
                      <input
                        className="control"
                        data-cell={`${at}-${column}`}
                        aria-label={`${m(heads[column])}, ${name}`}
                        aria-invalid={fault ? true : undefined}
                        title={fault ? m(fault) : undefined}
                        inputMode={column === 'sku' ? 'text' : column === 'stock' ? 'numeric' : 'decimal'}
                        autoComplete="off"
                        spellCheck={false}
                        maxLength={most[column]}
                        disabled={!row.sold}
                        value={row[column]}
                        onChange={({ target }) => change(at, { [column]: target.value })}
                        onKeyDown={(event) => go(event, at, column)}
                        onPaste={(event) => paste(event, at, column)}
                      />
                      {fault && <small className="field-error">{m(fault)}</small>}
                    </td>
                  )
                })}
              </tr>
            )
          })}
        </tbody>
      </table>
    </TableScroll>
  )
}
