import { getRouteApi, Link } from '@tanstack/react-router'
import type { SyntheticEvent } from 'react'
import { catalogSearch } from '../../search-params.ts'
import { buttonClass } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/field.tsx'
import { useWords } from '../../words.tsx'
import { Asked } from './asked.tsx'
import { OptionFacets } from './option-facets.tsx'
import { PriceRange } from './price-range.tsx'
import { useFacets } from './use-facets.ts'
import { useListSearch } from './use-list-search.ts'

const layout = getRouteApi('/$locale')

/** The left column; folded away on a phone. */
export function Facets() {
  const { m } = useWords()
  return (
    <aside className="facets" aria-label={m('filters')}>
      <details className="facets-fold">
        <summary>{m('filters')}</summary>
        <FacetForm />
      </details>
      <div className="facets-open">
        <FacetForm />
      </div>
    </aside>
  )
}

/** A form that asks for the list by itself where no script runs. */
function FacetForm() {
  const { m } = useWords()
  const { search, action, change } = useListSearch()
  const settle = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault()
    const typed = new FormData(event.currentTarget)
    const { minCents: _, maxCents: __, pages: ___, ...rest } = search
    const asked = catalogSearch({ min: typed.get('min'), max: typed.get('max') })
    if (asked.minCents !== search.minCents || asked.maxCents !== search.maxCents) change(() => ({ ...rest, ...asked }))
  }
  return (
    <form action={action} className="facet-fields" onSubmit={settle}>
      <Asked but={['options', 'minCents', 'maxCents', 'inStock']} />
      <FacetFields />
      <button type="submit" className="unseen">
        {m('apply')}
      </button>
      <noscript>
        <button type="submit" className={buttonClass('primary', true)}>
          {m('apply')}
        </button>
      </noscript>
    </form>
  )
}

function FacetFields() {
  const { locale, m, number } = useWords()
  const facets = useFacets()
  const counts = new Map(facets?.categories.map(({ slug, count }) => [slug, count]))
  const { search, change, without } = useListSearch()
  const { items } = layout.useLoaderData()
  const { category: _, pages: __, ...rest } = search
  return (
    <>
      <section>
        <h2>{m('shelves')}</h2>
        <ul className="facet-links">
          <li>
            <Link
              to="/$locale/products"
              params={{ locale }}
              search={rest}
              activeOptions={{ exact: true }}
              resetScroll={false}
              aria-current={search.category ? undefined : 'true'}
            >
              {m('all_shelves')}
            </Link>
          </li>
          {items.map(({ slug, name }) => (
            <li key={slug}>
              <Link
                to="/$locale/products"
                params={{ locale }}
                search={{ ...rest, category: slug }}
                resetScroll={false}
                aria-current={search.category === slug ? 'true' : undefined}
              >
                {name} {facets && <span className="facet-count">{number(counts.get(slug) ?? 0)}</span>}
              </Link>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{m('price')}</h2>
        <PriceRange
          key={`${search.minCents} ${search.maxCents}`}
          least={facets?.minCents ?? null}
          most={facets?.maxCents ?? null}
        />
      </section>
      <section>
        <Checkbox
          label={
            <>
              {m('in_stock_only')} {facets && <span className="facet-count">{number(facets.inStock)}</span>}
            </>
          }
          name="inStock"
          value="true"
          checked={search.inStock ?? false}
          onChange={({ target }) =>
            target.checked ? change(({ pages: _, ...before }) => ({ ...before, inStock: true })) : without('inStock')
          }
        />
      </section>
      {facets?.options.map((option) => (
        <OptionFacets key={option.code} option={option} />
      ))}
    </>
  )
}
