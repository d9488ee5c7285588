import type { Product } from './sheet.ts'

/** A picture as it is edited: its words in both languages, the option values that it shows, at most one per option; none for all. */
export interface EditedPicture {
  path: string
  alt: { fr: string; en: string }
  values: string[]
}

/** The pictures of a product that lie with us; those known by their address only cannot be edited yet. */
export const picturesIn = ({ images }: Product): EditedPicture[] =>
  images.flatMap(({ path, alts, values }) => (path === null ? [] : [{ path, alt: alts, values }]))

type Option = Pick<Product['options'][number], 'values'>
/** Which value of an option a picture shows; undefined when it shows all of them. */
export const shownOf = ({ values }: Option, shown: readonly string[]): string | undefined =>
  shown.find((code) => values.some((value) => value.code === code))

/** What a picture shows once one option was chosen anew: '' for all of its values; in the order of the options. */
export const showing = <O extends Option>(
  options: readonly O[],
  shown: readonly string[],
  { option, value }: { option: O; value: string },
): string[] =>
  options.flatMap((one) => {
    const code = one === option ? value : shownOf(one, shown)
    return code === undefined || code === '' ? [] : [code]
  })

/** One place earlier (−1) or later (+1); at the ends nothing moves. */
export function moved<T>(list: readonly T[], at: number, by: -1 | 1): T[] {
  const one = list[at]
  const other = list[at + by]
  if (one === undefined || other === undefined) return [...list]
  return list.map((each, i) => (i === at ? other : i === at + by ? one : each))
}

/** The first picture that lacks words in a language; −1 when none does. */
export const unworded = (pictures: readonly EditedPicture[]): number =>
  pictures.findIndex(({ alt }) => alt.fr.trim() === '' || alt.en.trim() === '')
