import type { Product } from './sheet.ts'

/** A picture as it is edited: its words in both languages, the option value that it shows. */
export interface EditedPicture {
  path: string
  alt: { fr: string; en: string }
  values: string[]
}

/** The pictures of a product that lie with us; those known by their address only cannot be edited yet. */
export const picturesIn = ({ images }: Product): EditedPicture[] =>
  images.flatMap(({ path, alts, values }) => (path === null ? [] : [{ path, alt: alts, values }]))

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
