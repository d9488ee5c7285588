interface Chosen {
  values: string[]
}

/** The variant to show first: the first one that can be bought, else the first. */
export const firstChoice = <V extends Chosen & { stock: string }>(variants: readonly V[]): V | undefined =>
  variants.find(({ stock }) => stock !== 'out_of_stock') ?? variants[0]

/** Whether some variant has this value beside what is chosen in the options before it. */
export const isPossible = (
  variants: readonly Chosen[],
  chosen: readonly string[],
  option: number,
  value: string,
): boolean =>
  variants.some(
    ({ values }) => values[option] === value && chosen.slice(0, option).every((one, i) => values[i] === one),
  )

/** The variant after choosing a value: what was chosen before it stays, what comes after stays where it can. */
export function choose<V extends Chosen>(
  variants: readonly V[],
  chosen: readonly string[],
  option: number,
  value: string,
): V | undefined {
  const fitting = variants.filter(
    ({ values }) => values[option] === value && chosen.slice(0, option).every((one, i) => values[i] === one),
  )
  const kept = ({ values }: V) => values.filter((one, i) => one === chosen[i]).length
  return fitting.reduce<V | undefined>(
    (best, one) => (best === undefined || kept(one) > kept(best) ? one : best),
    undefined,
  )
}

/** The pictures of a choice: those of the chosen values first, then those that show them all; never another colour. */
export function picturesOf<P extends Chosen>(pictures: readonly P[], chosen: readonly string[]): P[] {
  const fitting = pictures.filter(({ values }) => values.every((value) => chosen.includes(value)))
  const shown = fitting.length > 0 ? fitting : [...pictures]
  return shown.toSorted((a, b) => b.values.length - a.values.length)
}
