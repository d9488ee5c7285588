/** How much of its dimension a unit is, in the least of it. */
const units = new Map(
  Object.entries({
    mass: { mg: 1, g: 1e3, kg: 1e6 },
    volume: { ml: 1, cl: 10, dl: 100, l: 1000 },
    length: { mm: 1, cm: 10, m: 1000 },
  }).flatMap(([kind, of]) => Object.entries(of).map(([unit, size]) => [unit, { kind, size }] as const)),
)
const amount = /^(\d+(?:[.,]\d+)?)\s*([a-z]{1,2})$/
const figures = /\d+(?:[.,]\d+)?/g

const sizeWords = new Map([
  ...['s', 'small', 'petit', 'petite'].map((word) => [word, 0] as const),
  ...['m', 'medium', 'moyen', 'moyenne'].map((word) => [word, 1] as const),
  ...['l', 'large', 'grand', 'grande'].map((word) => [word, 2] as const),
])
const extra = /^(?:(\d)x|(x+))([sl])$/

/** XS, S, M, L, XL, 2XL and their like on one scale. */
function sizeOf(word: string): number | undefined {
  const [, count, crosses = '', letter] = extra.exec(word) ?? []
  if (letter === undefined) return sizeWords.get(word)
  const more = count === undefined ? crosses.length : Number(count)
  return letter === 's' ? -more : 2 + more
}

const numberOf = (figure: string) => Number(figure.replace(',', '.'))

/** What a value is one of, and its place among them; words alone have no place. */
interface Rank {
  kind: string
  places: readonly number[]
}
function rankOf(name: string): Rank {
  const word = name.trim().toLowerCase()
  // "Small, 20 × 34 cm" is a size that is explained.
  const sizes = word
    .replace(/,.*/, '')
    .split(/\s*[/–-]\s*/)
    .map(sizeOf)
  if (sizes.every((size) => size !== undefined))
    return { kind: 'size', places: [sizes.reduce((a, b) => a + b) / sizes.length] }
  const [, figure = '', unit = ''] = amount.exec(word) ?? []
  const known = units.get(unit)
  if (known) return { kind: known.kind, places: [numberOf(figure) * known.size] }
  const found = word.match(figures)
  // What stands before the first number tells what is numbered: "Box of 6", "A5, for the desk".
  return found ? { kind: `${word.split(/\d/, 1)[0]}#`, places: found.map(numberOf) } : { kind: 'words', places: [] }
}

/**
 * The values of an option as one looks for them: sizes from small to large, amounts and numbers from the least to the most, whatever
 * their unit. Words stay in the order that they came in, and so do different kinds of values.
 */
export function inNaturalOrder<T>(values: readonly T[], nameOf: (value: T) => string): T[] {
  const ranked = values.map((value) => ({ value, ...rankOf(nameOf(value)) }))
  const kinds = [...new Set(ranked.map(({ kind }) => kind))]
  return ranked
    .toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || firstDifference(a.places, b.places))
    .map(({ value }) => value)
}

const firstDifference = (one: readonly number[], other: readonly number[]): number =>
  one.map((place, i) => place - (other[i] ?? 0)).find((difference) => difference !== 0) ?? 0
