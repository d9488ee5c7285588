import { type Column, columns } from './faults.ts'
import type { SheetRow } from './sheet.ts'

/** Cells copied from a spreadsheet, put into the grid from one cell on, over the rows that are on sale. */
export function fillDown(rows: readonly SheetRow[], from: { at: number; column: Column }, text: string): SheetRow[] {
  const lines = text
    .replace(/\r?\n$/, '')
    .split(/\r?\n/)
    .map((line) => line.split('\t'))
  let line = 0
  return rows.map((row, i) => {
    const cells = i >= from.at && row.sold ? lines[line++] : undefined
    if (cells === undefined) return row
    const next = { ...row }
    for (const [j, cell] of cells.entries()) {
      const column = columns[columns.indexOf(from.column) + j]
      if (column !== undefined && !(column === 'stock' && row.id !== null)) next[column] = cell.trim()
    }
    return next
  })
}
