/** Prices fall into steps, each an eighth wider than the one before; six make a stride, in which a price about doubles. */
const steps: number[] = [0]
for (let low = 0; low < 10_000_000_000; steps.push(low)) low += Math.max(1, Math.floor(low / 8))
const stride = 6
const last = steps.length - 1

// Greek letters: no word of a search has any.
const stepMark = (step: number) => `π${step}`
const strideMark = (step: number) => `σ${Math.floor(step / stride)}`

/** The step of a price in cents, the last one for all that is dearer. */
function stepOf(cents: number): number {
  let [from, to] = [0, last]
  while (from < to) {
    const middle = Math.ceil((from + to) / 2)
    if ((steps[middle] ?? 0) <= cents) from = middle
    else to = middle - 1
  }
  return from
}

const between = (from: number, to: number) => Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i)

/** The marks of a product whose variants cost between these two, in cents: of every step and stride from one to the other. */
export function marksOf({ minPriceCents, maxPriceCents }: { minPriceCents: number; maxPriceCents: number }): string {
  const own = between(stepOf(minPriceCents), stepOf(maxPriceCents))
  return [...new Set([...own.map(stepMark), ...own.map(strideMark)])].join(' ')
}

/**
 * Of these marks a product with a price in the range has at least one, and few products without one have any; none where the range has
 * no end on either side.
 */
export function marksWithin(minCents: number | undefined, maxCents: number | undefined): string[] {
  if (minCents === undefined && maxCents === undefined) return []
  const [from, to] = [stepOf(minCents ?? 0), maxCents === undefined ? last : stepOf(maxCents)]
  const marks: string[] = []
  for (let step = from; step <= to;) {
    const whole = step % stride === 0 && step + stride - 1 <= to
    marks.push(whole ? strideMark(step) : stepMark(step))
    step += whole ? stride : 1
  }
  return marks
}
