import { getRouteApi, Link } from '@tanstack/react-router'
import type { CatalogSearch } from '../../search-params.ts'
import { useWords } from '../../words.tsx'
import { withOption } from './option-filter.ts'
import { useFacets } from './use-facets.ts'
import { useListSearch } from './use-list-search.ts'

const layout = getRouteApi('/$locale')

/** What narrows the list, each to be taken away by itself. */
export function Chips() {
  const { locale, m, roundPrice } = useWords()
  const { search } = useListSearch()
  const { items } = layout.useLoaderData()
  const category = items.find(({ slug }) => slug === search.category)
  const facets = useFacets()
  const named = new Map(
    facets?.options.flatMap(({ name, values }) =>
      values.map((value) => [value.code, m('option_chip', { name, value: value.name })]),
    ),
  )
  const chips: [rest: CatalogSearch, words: string][] = []
  const { pages: _, ...asked } = search
  const but = (name: keyof CatalogSearch): CatalogSearch =>
    Object.fromEntries(Object.entries(asked).filter(([one]) => one !== name))
  if (search.search) chips.push([but('search'), m('quoted', { words: search.search })])
  if (category) chips.push([but('category'), category.name])
  if (search.minCents !== undefined)
    chips.push([but('minCents'), m('from_price', { price: roundPrice(search.minCents, 'EUR') })])
  if (search.maxCents !== undefined)
    chips.push([but('maxCents'), m('to_price', { price: roundPrice(search.maxCents, 'EUR') })])
  if (search.inStock) chips.push([but('inStock'), m('in_stock_only')])
  for (const code of search.options ?? []) chips.push([withOption(asked, code, false), named.get(code) ?? code])
  if (chips.length === 0) return null
  const to = { to: '/$locale/products', params: { locale }, resetScroll: false } as const
  return (
    <ul className="chips" aria-label={m('applied_filters')}>
      {chips.map(([rest, words]) => (
        <li key={words}>
          <Link {...to} search={rest} className="chip" aria-label={m('remove_filter', { words })}>
            {words} <span aria-hidden>×</span>
          </Link>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <Link {...to} search={search.sort ? { sort: search.sort } : {}} className="link">
            {m('clear_filters')}
          </Link>
        </li>
      )}
    </ul>
  )
}
