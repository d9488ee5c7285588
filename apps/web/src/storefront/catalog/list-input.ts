import type { CatalogSearch } from '../../search-params.ts'

/** What the list page asks for; loader and page must ask alike to meet in the cache. How many pages is no matter of the question. */
export const listInput = ({ pages: _, ...search }: CatalogSearch) => ({ ...search, limit: 24 })
