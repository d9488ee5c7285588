import { getRouteApi, Link } from '@tanstack/react-router'
import { admin } from '../../rpc.ts'
import { filterChoices } from '../../search-params.ts'
import { buttonClass } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { Picture } from '../../ui/picture.tsx'
import { Price } from '../../ui/price.tsx'
import { State } from '../../ui/states.tsx'
import { Table } from '../../ui/table.tsx'
import { useWords } from '../../words.tsx'
import { FilterSelect, FilterText } from '../filter.tsx'
import { byPage } from '../by-page.ts'
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
  const query = admin.products.list.useInfiniteQuery({ ...search, limit: 40 }, byPage)
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
          <Table
            rows={items}
            keyOf={({ id }) => id}
            columns={[
              {
                head: m('product'),
                render: ({ id, image, name, state }) => (
                  <Link to="/admin/products/$id" params={{ id }} className="row-link with-picture">
                    <Picture path={image?.path} alt="" sizes="2rem" />
                    <span>
                      {name}
                      <small className="is-narrow">
                        <State tone={stateTone[state]}>{m(`product_${state}`)}</State>
                      </small>
                    </span>
                  </Link>
                ),
                className: 'is-tall',
              },
              { head: m('shelf'), render: ({ category }) => category?.name, phone: 'none' },
              {
                head: m('state'),
                render: ({ state }) => <State tone={stateTone[state]}>{m(`product_${state}`)}</State>,
                phone: 'none',
              },
              {
                head: m('price'),
                render: ({ priceCents, maxPriceCents, currency }) => (
                  <Price cents={priceCents} currency={currency} from={maxPriceCents > priceCents} />
                ),
                number: true,
                phone: 'end',
              },
              { head: m('variants'), render: ({ variantCount }) => number(variantCount), number: true, phone: 'none' },
              { head: m('on_hand'), render: ({ onHand }) => number(onHand), number: true, phone: 'none' },
              {
                head: m('allocated'),
                render: ({ allocated }) => number(allocated),
                number: true,
                phone: 'none',
                className: 'is-roomy',
              },
              {
                head: m('available'),
                render: ({ available }) =>
                  available <= 5 ? (
                    <State tone={available === 0 ? 'hot' : 'few'}>{number(available)}</State>
                  ) : (
                    number(available)
                  ),
                number: true,
                phone: 'end',
                label: m('available'),
              },
            ]}
          />
        )}
      </Listing>
    </Page>
  )
}
