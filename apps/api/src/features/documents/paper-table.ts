import { type Look, type Paper, sheet, sheetWidth } from './paper.ts'

export interface Column {
  title: string
  width: number
  align?: 'left' | 'right'
}
export interface Cell {
  words: string
  /** A second, smaller line under the words. */
  under?: string
  look?: Look
}

const gap = 8
const pad = 6

/** Rows under a head that is repeated on each sheet; a row never breaks; `mark` draws beside each row. Answers the y below the last row. */
export function drawTable(
  paper: Paper,
  top: number,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  mark: (rowTop: number) => void = () => {},
): number {
  const lefts = columns.map((_, i) => sheet.left + columns.slice(0, i).reduce((sum, one) => sum + one.width, 0))
  const lookOf = (i: number, look: Look = {}): Look => {
    const { width = 0, align = 'left' } = columns[i] ?? {}
    return { size: 9.5, align, width: width - (i < columns.length - 1 ? gap : 0), ...look }
  }
  const head = (y: number) => {
    const ends = columns.map(({ title }, i) => paper.write(title, lefts[i] ?? 0, y, lookOf(i, { size: 8, grey: true })))
    const below = Math.max(...ends) + 3
    paper.rule(sheet.left, below, sheetWidth)
    return below
  }
  const small = (i: number) => lookOf(i, { size: 8, grey: true })
  const heightOf = (row: readonly Cell[]) =>
    Math.max(
      ...row.map(
        ({ words, under, look }, i) =>
          paper.heightOf(words, lookOf(i, look)) + (under ? paper.heightOf(under, small(i)) : 0),
      ),
    ) +
    2 * pad
  let y = head(top)
  for (const row of rows) {
    const height = heightOf(row)
    if (y + height > sheet.bottom) {
      paper.newSheet()
      y = head(sheet.top)
    }
    mark(y)
    row.forEach(({ words, under, look }, i) => {
      const below = paper.write(words, lefts[i] ?? 0, y + pad, lookOf(i, look))
      if (under) paper.write(under, lefts[i] ?? 0, below, small(i))
    })
    y += height
    paper.rule(sheet.left, y, sheetWidth, 'faint')
  }
  return y
}
