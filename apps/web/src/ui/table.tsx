import type { ReactNode } from 'react'
import { TableScroll } from './table-scroll.tsx'

export interface Column<T> {
  head: ReactNode
  render: (row: T) => ReactNode
  /** Amounts and counts stand at the right, under each other. */
  number?: boolean
  /**
   * Where it stands on a phone, where a row is a small block: at its beginning, at its end, over its whole breadth, before
   * all lines of it, or nowhere.
   */
  phone?: 'start' | 'end' | 'wide' | 'lead' | 'none'
  /** On a phone the head is not seen: the cell says it itself. */
  label?: string
  className?: string
}

interface Props<T> {
  rows: readonly T[]
  columns: readonly Column<T>[]
  keyOf: (row: T) => string | number
}

/** Rows under each other; on a phone each folds into a small block, so that nothing has to be moved sideways. */
export const Table = <T,>({ rows, columns, keyOf }: Props<T>) => (
  <TableScroll>
    <table className="table is-folded">
      <thead>
        <tr>
          {columns.map((column, place) => (
            <th key={place} className={classOf(column)}>
              {column.head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={keyOf(row)}>
            {columns.map((column, place) => (
              <td key={place} className={classOf(column)} data-label={column.label}>
                {column.render(row)}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </TableScroll>
)

const classOf = <T,>({ number, phone = 'start', className }: Column<T>) =>
  [`on-${phone}`, number && 'is-number', className].filter(Boolean).join(' ')
