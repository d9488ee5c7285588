const units = { mg: 0.001, g: 1, kg: 1000, ml: 1, cl: 10, l: 1000, mm: 1, cm: 10, m: 1000 } as const
const written = /^(\d+(?:[.,]\d+)?)\s(mg|g|kg|ml|cl|l|mm|cm|m)$/i

function amountOf(name: string): number | null {
  const [, figure, unit] = written.exec(name) ?? []
  if (figure === undefined || unit === undefined) return null
  return Number(figure.replace(',', '.')) * units[unit.toLowerCase() as keyof typeof units]
}

/** Values that are all amounts, as `250 g` and `1 kg`, from the least to the most; others stay in the order they came in. */
export function byAmount<T extends { name: string }>(values: readonly T[]): readonly T[] {
  const amounts = new Map(values.map((value) => [value, amountOf(value.name)]))
  if ([...amounts.values()].includes(null)) return values
  return values.toSorted((a, b) => (amounts.get(a) ?? 0) - (amounts.get(b) ?? 0))
}
