import type { SheetOption, SheetRow } from './sheet.ts'

/** More combinations than this are not drawn: the shop takes at most 100 variants of a product. */
export const mostRows = 200

/** Every combination of the options' values, by option key; one empty combination where there is no option. */
function combinationsOf(options: readonly SheetOption[]): Record<string, string>[] {
  let all: Record<string, string>[] = [{}]
  for (const { key, values } of options) {
    if (values.length === 0) continue
    all = all.flatMap((one) => values.map((value) => ({ ...one, [key]: value.key }))).slice(0, mostRows)
  }
  return all
}

const agree = (one: Record<string, string>, other: Record<string, string>) =>
  Object.entries(one).every(([option, value]) => other[option] === undefined || other[option] === value)

/**
 * One row for every combination. A combination that was there stays as it was; where an option comes or goes, the first
 * that fits keeps the variant, and the others start with its price. `sold` says whether a new combination is on sale.
 */
export function combine(options: readonly SheetOption[], before: readonly SheetRow[], sold: boolean): SheetRow[] {
  const used = new Set<SheetRow>()
  const model = before.find((row) => row.sold) ?? before[0]
  const all = combinationsOf(options)
  if (all.length >= mostRows) {
    // Of a product with few variants for its many combinations, as imports bring them, what there is stays to be changed.
    const whole = (picks: SheetRow['picks']) =>
      options.every(({ key, values }) => values.some((value) => value.key === picks[key]))
    const known = before.filter((row) => row.id !== null && whole(row.picks))
    if (known.length > 0) return known
  }
  return all.map((picks) => {
    const fitting = before.filter((row) => agree(picks, row.picks))
    const unused = fitting.filter((row) => !used.has(row))
    const kept = unused.find(({ id }) => id !== null) ?? unused[0]
    if (kept !== undefined) {
      used.add(kept)
      return { ...kept, picks }
    }
    const like = fitting[0] ?? model
    return {
      ...{ picks, id: null, sold, sku: '', stock: '0' },
      price: like?.price ?? '',
      compareAt: like?.compareAt ?? '',
    }
  })
}
