import type { CatalogSearch } from '../../search-params.ts'
import { useListSearch } from './use-list-search.ts'

/** What the list already asks for, as fields of a form that asks for something more; never how many pages there were. */
export function Asked({ but }: { but: readonly (keyof CatalogSearch)[] }) {
  const { search } = useListSearch()
  return Object.entries(search)
    .filter(([name]) => name !== 'pages' && !but.some((one) => one === name))
    .flatMap(([name, value]) =>
      [value].flat().map((one) => <input key={`${name} ${one}`} type="hidden" name={name} value={String(one)} />),
    )
}
