import { markOf } from './search-marks.ts'

const partsOfStep = 8
const partsOfStride = 6 * partsOfStep
const highest = 10_000_000_000

/**
 * Where the parts of prices begin, in cents. Prices fall into steps, each an eighth wider than the one before, a step into eight parts; six
 * steps make a stride, in which a price about doubles.
 */
const parts: number[] = []
for (let low = 0; low < highest;) {
  const width = Math.max(1, Math.floor(low / 8))
  for (let part = 0; part < partsOfStep; part++) parts.push(low + Math.ceil((part * width) / partsOfStep))
  low += width
}

/** The part of a price in cents, the last one for all that is dearer. */
function partOf(cents: number): number {
  let [from, to] = [0, parts.length - 1]
  while (from < to) {
    const middle = Math.ceil((from + to) / 2)
    if ((parts[middle] ?? 0) <= cents) from = middle
    else to = middle - 1
  }
  return from
}

const stepOf = (part: number) => Math.floor(part / partsOfStep)
const strideOf = (part: number) => Math.floor(part / partsOfStride)

const partMark = (part: number) => markOf('part', part)
const stepMark = (part: number) => markOf('step', stepOf(part))
const strideMark = (part: number) => markOf('stride', strideOf(part))
/** Of a product whose prices lie so far apart that it has no marks of parts. */
const wideMark = (part: number) => markOf('wide', stepOf(part))

const between = (from: number, to: number) => Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i)

/** The marks of a product whose variants cost between these two, in cents: of every part, step and stride from one to the other. */
export function priceMarks({
  minPriceCents,
  maxPriceCents,
}: {
  minPriceCents: number
  maxPriceCents: number
}): string[] {
  const own = between(partOf(minPriceCents), partOf(maxPriceCents))
  const near = own.map(own.length > partsOfStep ? wideMark : partMark)
  return [...new Set([...near, ...own.map(stepMark), ...own.map(strideMark)])]
}

/**
 * Of these marks a product with a price in the range has at least one, and few products without one have any; none where the range has
 * no end on either side.
 */
export function marksWithin(minCents: number | undefined, maxCents: number | undefined): string[] {
  if (minCents === undefined && maxCents === undefined) return []
  const from = partOf(minCents ?? 0)
  // The steps of small prices have more parts than cents: a step is whole up to its last cent.
  const to = maxCents === undefined ? parts.length - 1 : Math.max(partOf(maxCents), partOf(maxCents + 1) - 1)
  const marks = new Set<string>()
  for (let part = from; part <= to;) {
    const whole = [partsOfStride, partsOfStep].find((size) => part % size === 0 && part + size - 1 <= to)
    if (whole === partsOfStride) marks.add(strideMark(part))
    else if (whole === partsOfStep) marks.add(stepMark(part))
    else marks.add(partMark(part)).add(wideMark(part))
    part += whole ?? 1
  }
  return [...marks]
}
