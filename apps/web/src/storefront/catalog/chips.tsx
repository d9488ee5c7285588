import { getRouteApi } from '@tanstack/react-router'
import type { CatalogSearch } from '../../search-params.ts'
import { LinkButton } from '../../ui/button.tsx'
import { useWords } from '../../words.tsx'
import { useListSearch } from './use-list-search.ts'

const layout = getRouteApi('/$locale')

/** What narrows the list, each to be taken away by itself. */
export function Chips() {
  const { m, roundPrice } = useWords()
  const { search, change, without } = useListSearch()
  const { items } = layout.useLoaderData()
  const category = items.find(({ slug }) => slug === search.category)
  const chips: [keyof CatalogSearch, string][] = []
  if (search.search) chips.push(['search', m('quoted', { words: search.search })])
  if (category) chips.push(['category', category.name])
  if (search.minCents !== undefined)
    chips.push(['minCents', m('from_price', { price: roundPrice(search.minCents, 'EUR') })])
  if (search.maxCents !== undefined)
    chips.push(['maxCents', m('to_price', { price: roundPrice(search.maxCents, 'EUR') })])
  if (search.inStock) chips.push(['inStock', m('in_stock_only')])
  if (chips.length === 0) return null
  return (
    <ul className="chips" aria-label={m('applied_filters')}>
      {chips.map(([name, words]) => (
        <li key={name}>
          <button
            type="button"
            className="chip"
            aria-label={m('remove_filter', { words })}
            onClick={() => without(name)}
          >
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
