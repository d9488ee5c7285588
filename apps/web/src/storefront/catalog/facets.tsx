import { getRouteApi, Link } from '@tanstack/react-router'
import { Checkbox } from '../../ui/field.tsx'
import { useWords } from '../../words.tsx'
import { PriceRange } from './price-range.tsx'
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
  const { locale, m } = useWords()
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
                {name}
              </Link>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h2>{m('price')}</h2>
        <PriceRange key={`${search.minCents} ${search.maxCents}`} />
      </section>
      <section>
        <Checkbox
          label={m('in_stock_only')}
          checked={search.inStock ?? false}
          onChange={({ target }) =>
            target.checked ? change((before) => ({ ...before, inStock: true })) : without('inStock')
          }
        />
      </section>
    </div>
  )
}
