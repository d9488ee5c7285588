import { shop } from '../../rpc.ts'
import { facetsInput } from './option-filter.ts'
import { useListSearch } from './use-list-search.ts'

/** What the list holds by shelf, option, price and stock; the counts before stay until the new ones are there. */
export function useFacets() {
  const { search } = useListSearch()
  return shop.catalog.facets.useQuery(facetsInput(search), { placeholderData: (before) => before }).data
}
