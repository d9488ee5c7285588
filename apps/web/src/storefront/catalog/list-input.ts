import type { CatalogSearch } from '../../search-params.ts'

/** What the list page asks for; loader and page must ask alike to meet in the cache. */
export const listInput = (search: CatalogSearch) => ({ ...search, limit: 24 })
