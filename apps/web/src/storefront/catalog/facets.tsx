import { getRouteApi, Link } from '@tanstack/react-router'
import { Checkbox } from '../../ui/field.tsx'
import { useWords } from '../../words.tsx'
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
        <FacetFields />
      </details>
      <div className="facets-open">
        <FacetFields />
      </div>
    </aside>
  )
}

function FacetFields() {
  const { locale, m, number } = useWords()
  const facets = useFacets()
  const counts = new Map(facets?.categories.map(({ slug, count }) => [slug, count]))
  const { search, change, without } = useListSearch()
  const { items } = layout.useLoaderData()
  const { category: _, ...rest } = search
  return (
    <div className="facet-fields">
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
      {facets?.options.map((option) => (
        <OptionFacets key={option.code} option={option} />
      ))}
      <section>
        <Checkbox
          label={
            <span className="facet-value">
              {m('in_stock_only')} {facets && <span className="facet-count">{number(facets.inStock)}</span>}
            </span>
          }
          checked={search.inStock ?? false}
          onChange={({ target }) =>
            target.checked ? change((before) => ({ ...before, inStock: true })) : without('inStock')
          }
        />
      </section>
    </div>
  )
}
