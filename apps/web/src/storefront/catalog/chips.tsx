import { getRouteApi } from '@tanstack/react-router'
import type { CatalogSearch } from '../../search-params.ts'
import { LinkButton } from '../../ui/button.tsx'
import { useWords } from '../../words.tsx'
import { withOption } from './option-filter.ts'
import { useFacets } from './use-facets.ts'
import { useListSearch } from './use-list-search.ts'

const layout = getRouteApi('/$locale')

/** What narrows the list, each to be taken away by itself. */
export function Chips() {
  const { m, roundPrice } = useWords()
  const { search, change, without } = useListSearch()
  const { items } = layout.useLoaderData()
  const category = items.find(({ slug }) => slug === search.category)
  const facets = useFacets()
  const named = new Map(
    facets?.options.flatMap(({ name, values }) =>
      values.map((value) => [value.code, m('option_chip', { name, value: value.name })]),
    ),
  )
  const chips: [name: keyof CatalogSearch, words: string, away?: () => void][] = []
  if (search.search) chips.push(['search', m('quoted', { words: search.search })])
  if (category) chips.push(['category', category.name])
  if (search.minCents !== undefined)
    chips.push(['minCents', m('from_price', { price: roundPrice(search.minCents, 'EUR') })])
  if (search.maxCents !== undefined)
    chips.push(['maxCents', m('to_price', { price: roundPrice(search.maxCents, 'EUR') })])
  if (search.inStock) chips.push(['inStock', m('in_stock_only')])
  for (const code of search.options ?? [])
    chips.push(['options', named.get(code) ?? code, () => change((before) => withOption(before, code, false))])
  if (chips.length === 0) return null
  return (
    <ul className="chips" aria-label={m('applied_filters')}>
      {chips.map(([name, words, away = () => without(name)]) => (
        <li key={`${name} ${words}`}>
          <button type="button" className="chip" aria-label={m('remove_filter', { words })} onClick={away}>
            {words} <span aria-hidden>×</span>
          </button>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <LinkButton onClick={() => change(({ sort }) => (sort ? { sort } : {}))}>{m('clear_filters')}</LinkButton>
        </li>
      )}
    </ul>
  )
}
