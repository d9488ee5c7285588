import { getRouteApi, useNavigate } from '@tanstack/react-router'
import type { CatalogSearch } from '../../search-params.ts'
import { useWords } from '../../words.tsx'

const route = getRouteApi('/$locale/products')

/** What the address of the list asks for, and how to ask for something else. */
export function useListSearch() {
  const { locale } = useWords()
  const search = route.useSearch()
  const navigate = useNavigate()
  const change = (to: (search: CatalogSearch) => CatalogSearch, { replace = false } = {}) =>
    void navigate({ to: '/$locale/products', params: { locale }, search: to, resetScroll: false, replace })
  const without = (...names: (keyof CatalogSearch)[]) =>
    change((before) =>
      Object.fromEntries(
        Object.entries(before).filter(([name]) => name !== 'pages' && !names.some((one) => one === name)),
      ),
    )
  /** Where a form asks for the list. */
  const action = `/${locale}/products`
  return { search, action, change, without }
}
