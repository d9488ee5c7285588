import type { CatalogSearch } from '../../search-params.ts'

/** The search with one option value asked for, or no longer; `code` as the filter takes it: `couleur:bleu`. */
export function withOption(
  { options = [], pages: _, ...rest }: CatalogSearch,
  code: string,
  wanted: boolean,
): CatalogSearch {
  const others = options.filter((one) => one !== code)
  const now = wanted ? [...others, code] : others
  return now.length === 0 ? rest : { ...rest, options: now }
}

/** What a list asks its facets: everything but its order and its length. */
export function facetsInput({ sort: _, pages: __, ...filters }: CatalogSearch) {
  return filters
}
