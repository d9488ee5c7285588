/** Counts what a rig tried and hit, by name. */
export interface Tally {
  add(name: string, by?: number): void
  of(name: string): number
  /** Prints the counts; answers in words of what fewer than its bar were tried. */
  close(bars: Readonly<Record<string, number>>): string[]
}

export function tally(rig: string): Tally {
  const counts = new Map<string, number>()
  const of = (name: string) => counts.get(name) ?? 0
  return {
    add: (name, by = 1) => void counts.set(name, of(name) + by),
    of,
    close(bars) {
      const said = [...counts].map(([name, count]) => `${count} ${name}${name in bars ? ` (bar ${bars[name]})` : ''}`)
      console.log(`${rig}: ${said.join(', ')}`)
      const short = Object.entries(bars).filter(([name, bar]) => of(name) < bar)
      return short.map(([name, bar]) => `tried too little: ${of(name)} of ${bar} ${name}`)
    },
  }
}

/** How much to try: a number from the environment, where `pnpm rig:…` puts it, else what `npm test` does. */
export const wanted = (variable: string, usual: number): number => Number(process.env[variable] ?? usual)

/** Chance that a seed repeats: a number from 0 to below 1. */
export function chance(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
