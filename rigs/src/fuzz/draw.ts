import { chance } from '../tally.ts'

/** What chance chooses, the same for the same seed. */
export interface Draw {
  /** A whole number from `least` to `most`. */
  int(least: number, most: number): number
  pick<T>(list: readonly T[]): T
  /** True once in so many times. */
  oneIn(times: number): boolean
}

export function drawOf(seed: number): Draw {
  const next = chance(seed)
  const int = (least: number, most: number) => least + Math.floor(next() * (most - least + 1))
  return {
    int,
    oneIn: (times) => int(1, times) === 1,
    pick<T>(list: readonly T[]): T {
      if (list.length === 0) throw new Error('there is nothing to choose from')
      return list[int(0, list.length - 1)] as T
    },
  }
}

/** The same things in an order that chance chose. */
export function shuffled<T>(list: readonly T[], draw: Draw): T[] {
  const all = [...list]
  for (let i = all.length - 1; i > 0; i--) {
    const j = draw.int(0, i)
    const [one, other] = [all[i] as T, all[j] as T]
    all[i] = other
    all[j] = one
  }
  return all
}
