import { getRouteApi, Link } from '@tanstack/react-router'
import { admin } from '../../rpc.ts'
import { filterChoices } from '../../search-params.ts'
import { buttonClass } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { Picture } from '../../ui/picture.tsx'
import { Price } from '../../ui/price.tsx'
import { State } from '../../ui/states.tsx'
import { useWords } from '../../words.tsx'
import { FilterSelect, FilterText } from '../filter.tsx'
import { Listing } from '../listing.tsx'
import { useFilters } from '../use-filters.ts'
import { useMay } from '../use-may.ts'
import { stateTone } from './state-tone.ts'

const route = getRouteApi('/admin/staff/products')

export function ProductsPage() {
  const { m, number } = useWords()
  const may = useMay()
  const search = route.useSearch()
  const set = useFilters()
  const counted = (words: string, count: number | undefined) =>
    count === undefined ? words : `${words} (${number(count)})`
  const shelves = admin.products.categories.useQuery({}, { staleTime: 300_000 }).data?.items ?? []
  const counts = admin.products.counts.useQuery(search, { placeholderData: (before) => before }).data
  const query = admin.products.list.useInfiniteQuery(
    { ...search, limit: 40 },
    { getNextPageParam: (page) => page.nextCursor },
  )
  return (
    <Page
      title={m('products')}
      aside={
        may('products:write') && (
          <div className="actions">
            <Link to="/admin/imports">{m('import_csv')}</Link>
            <Link to="/admin/products/new" className={buttonClass('primary')}>
              {m('new_product')}
            </Link>
          </div>
        )
      }
    >
      <search className="filters">
        <FilterText
          label={m('search')}
          type="search"
          value={search.search}
          onChange={(value) => set('search', value)}
        />
        <FilterSelect
          label={m('state')}
          value={search.state}
          choices={filterChoices.states}
          words={(one) => counted(m(`product_${one}`), counts?.[one])}
          onChange={(value) => set('state', value)}
        />
        <FilterSelect
          label={m('shelf')}
          value={search.category}
          choices={shelves.map(({ slug }) => slug)}
          words={(one) => shelves.find(({ slug }) => slug === one)?.name ?? one}
          onChange={(value) => set('category', value)}
        />
        <FilterSelect
          label={m('stock')}
          value={search.stock}
          choices={filterChoices.stocks}
          words={(one) => counted(m(`stock_${one}`), counts?.[one])}
          onChange={(value) => set('stock', value)}
        />
      </search>
      <Listing query={query} empty={{ title: m('no_products_found'), words: m('no_products_found_words') }}>
        {(items) => (
          <div className="table-scroll">
            <table className="table product-rows">
              <thead>
                <tr>
                  <th>{m('product')}</th>
                  <th className="is-aside">{m('shelf')}</th>
                  <th className="is-aside">{m('state')}</th>
                  <th className="is-number">{m('price')}</th>
                  <th className="is-number is-aside">{m('variants')}</th>
                  <th className="is-number is-aside">{m('on_hand')}</th>
                  <th className="is-number is-aside">{m('allocated')}</th>
                  <th className="is-number">{m('available')}</th>
                </tr>
              </thead>
              <tbody>
                {items.map((product) => (
                  <tr key={product.id}>
                    <td>
                      <Link to="/admin/products/$id" params={{ id: product.id }} className="row-link with-picture">
                        <Picture path={product.image?.path} alt="" sizes="2rem" />
                        <span>
                          {product.name}
                          <small className="is-narrow">{m(`product_${product.state}`)}</small>
                        </span>
                      </Link>
                    </td>
                    <td className="is-aside">{product.category?.name}</td>
                    <td className="is-aside">
                      <State tone={stateTone[product.state]}>{m(`product_${product.state}`)}</State>
                    </td>
                    <td className="is-number">
                      <Price
                        cents={product.priceCents}
                        currency={product.currency}
                        from={product.maxPriceCents > product.priceCents}
                      />
                    </td>
                    <td className="is-number is-aside">{product.variantCount}</td>
                    <td className="is-number is-aside">{product.onHand}</td>
                    <td className="is-number is-aside">{product.allocated}</td>
                    <td className="is-number">
                      {product.available <= 5 ? (
                        <State tone={product.available === 0 ? 'hot' : 'few'}>{product.available}</State>
                      ) : (
                        product.available
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Listing>
    </Page>
  )
}
