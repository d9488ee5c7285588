import type { CatalogSearch } from '../../search-params.ts'

/** What the list page asks for; loader and page must ask alike to meet in the cache. */
export const listInput = (search: CatalogSearch) => ({ ...search, limit: 24 })

export const newsInput = { sort: 'newest' as const, limit: 6 }
export const popularInput = { sort: 'popular' as const, limit: 8 }
