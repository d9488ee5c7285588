import type { MessageKey } from '../../messages.ts'
import { mostRows } from './combine.ts'
import { centsOf, type Sheet, type SheetRow, type SheetTexts } from './sheet.ts'

/** Columns of the grid that are typed. */
export const columns = ['price', 'compareAt', 'sku', 'stock'] as const
export type Column = (typeof columns)[number]

/** What is wrong with one cell of the grid, or null. */
export function faultOf(row: SheetRow, column: Column): MessageKey | null {
  if (!row.sold) return null
  const price = centsOf(row.price)
  if (column === 'price') return price === null ? 'check_price' : null
  if (column === 'compareAt') {
    if (row.compareAt.trim() === '') return null
    const before = centsOf(row.compareAt)
    return before === null ? 'check_price' : price !== null && before <= price ? 'check_compare' : null
  }
  if (column === 'stock') return row.id !== null || /^\d{1,7}$/.test(row.stock.trim()) ? null : 'check_stock'
  return null
}

/** What is wrong with the options: a name or a value is missing. */
export const optionsFault = ({ options }: Sheet): MessageKey | null =>
  options.some(({ names, values }) =>
    [names, ...values.map((value) => value.names)].some(({ fr, en }) => `${fr}${en}`.trim() === ''),
  ) || options.some(({ values }) => values.length === 0)
    ? 'check_options'
    : null

/** What is wrong with the facts: one of the two halves is missing. */
export const factsFault = ({ facts }: Pick<SheetTexts, 'facts'>): MessageKey | null =>
  facts.some(({ name, value }) => (name.trim() === '') !== (value.trim() === '')) ? 'check_facts' : null

export const gridFault = ({ rows }: Sheet): MessageKey | null => {
  const sold = rows.filter((row) => row.sold).length
  return sold === 0 ? 'check_some_variant' : sold > 100 || rows.length >= mostRows ? 'check_many_variants' : null
}

/** What is wrong with the sheet's own fields. */
export const fieldFaults = (sheet: Sheet): Partial<Record<'slug' | 'name', MessageKey>> => ({
  ...(/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(sheet.slug.trim()) ? {} : { slug: 'check_slug' }),
  ...(`${sheet.texts.fr.name}${sheet.texts.en.name}`.trim() === '' ? { name: 'check_product_name' } : {}),
})

export const faultless = (sheet: Sheet): boolean =>
  Object.keys(fieldFaults(sheet)).length === 0 &&
  optionsFault(sheet) === null &&
  Object.values(sheet.texts).every((texts) => factsFault(texts) === null) &&
  gridFault(sheet) === null &&
  sheet.rows.every((row) => columns.every((column) => faultOf(row, column) === null))
