/** The two languages the shop speaks. */
export type Locale = 'fr' | 'en'
export const locales = ['fr', 'en'] as const satisfies readonly Locale[]

/** What sort of no it is; the api maps each kind to one status. */
export type ProblemKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'missing'
  | 'conflict'
  | 'limited'
  | 'unavailable'

/** One line of the catalog: its kind, and its words in both languages, made from the facts of the case. */
export interface ProblemLine<K extends ProblemKind, F> {
  kind: K
  words: { en: (of: F) => string; fr: (of: F) => string }
}

/** Declares a refusal. `of` must be plain JSON: it travels to the caller as the problem's details. */
export const problem = <K extends ProblemKind, F = Record<string, never>>(
  kind: K,
  words: { en: (of: F) => string; fr: (of: F) => string },
): ProblemLine<K, F> => ({ kind, words })
