/** What may stand between the cells of a CSV file, by its name: spreadsheets in French write semicolons. */
export const separators = { comma: ',', semicolon: ';', tab: '\t' } as const
export type Separator = keyof typeof separators
export const separatorNames = ['comma', 'semicolon', 'tab'] as const satisfies readonly Separator[]

/**
 * What separates the cells of a CSV file, by how it begins: whichever its first line that is not empty has most of, outside quotes, and the
 * comma where it has none. `whole` is false as long as that line has not ended.
 */
export function separatorOf(beginning: string): { separator: Separator; whole: boolean } {
  const counts: Record<string, number> = {}
  let quoted = false
  let begun = false
  let whole = false
  for (const sign of beginning) {
    if (!quoted && (sign === '\n' || sign === '\r')) {
      whole = begun
      if (whole) break
      continue
    }
    begun ||= sign.trim() !== ''
    if (sign === '"') quoted = !quoted
    else if (!quoted) counts[sign] = (counts[sign] ?? 0) + 1
  }
  const found = (name: Separator) => counts[separators[name]] ?? 0
  return { separator: separatorNames.reduce((best, one) => (found(one) > found(best) ? one : best)), whole }
}
