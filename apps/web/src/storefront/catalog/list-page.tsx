import { getRouteApi, Link } from '@tanstack/react-router'
import type { MouseEvent } from 'react'
import { shop } from '../../rpc.ts'
import { mostPages } from '../../search-params.ts'
import { buttonClass } from '../../ui/button.tsx'
import { Title } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Empty } from '../../ui/states.tsx'
import { useWords } from '../../words.tsx'
import { Found } from '../found.tsx'
import { Chips } from './chips.tsx'
import { Facets } from './facets.tsx'
import { listInput } from './list-input.ts'
import { ProductGrid } from './product-grid.tsx'
import { SortSelect } from './sort-select.tsx'
import { useFacets } from './use-facets.ts'
import { useListSearch } from './use-list-search.ts'

const layout = getRouteApi('/$locale')

/** The shelves: what is asked for stands in the address, so it can be linked and Back finds it again. */
export function ListPage() {
  const { locale, m } = useWords()
  const { search, change } = useListSearch()
  const { items: categories } = layout.useLoaderData()
  const [data, query] = shop.catalog.list.useSuspenseInfiniteQuery(listInput(search), {
    getNextPageParam: (page) => page.nextCursor,
  })
  const facets = useFacets()
  const items = data.pages.flatMap((page) => page.items)
  const pages = data.pages.length
  // The address says how much is shown, so a reload and Back show as much.
  const more = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    if (query.isFetchingNextPage) return
    void query.fetchNextPage().then(({ isError }) => {
      if (!isError) change((before) => ({ ...before, pages: pages + 1 }), { replace: true })
    })
  }
  const category = categories.find(({ slug }) => slug === search.category)
  const searchedFor = data.pages[0]?.searchedFor ?? null
  const title = search.search
    ? m('results_for', { words: searchedFor ?? search.search })
    : (category?.name ?? m('all_products'))
  return (
    <div className="page list-page">
      <Title>{title}</Title>
      <Found
        title={title}
        description={category?.description || m('home_sentence')}
        query={category ? `?category=${category.slug}` : ''}
        hidden={Object.keys(search).some((name) => name !== 'category')}
      />
      <header className="list-head">
        <h1>{title}</h1>
        {category && !search.search && <p className="page-lead">{category.description}</p>}
        {searchedFor !== null && (
          <p className="page-lead">{m('search_forgiven', { asked: search.search ?? '', meant: searchedFor })}</p>
        )}
        <p className="list-count" role="status" data-said-first>
          {facets && m(facets.more ? 'at_least_products' : 'count_products', { count: facets.total })}
        </p>
        <SortSelect />
      </header>
      <Facets />
      <section className="list-body" aria-label={m('products')}>
        <Chips />
        {items.length === 0 ? (
          <Empty title={m('no_results_title')}>
            <p>{m('no_results_words')}</p>
            <Link to="/$locale/products" params={{ locale }} className={buttonClass()}>
              {m('clear_filters')}
            </Link>
          </Empty>
        ) : (
          <ProductGrid items={items} eager={1} />
        )}
        <ProblemNotice
          error={query.isFetchNextPageError ? query.error : null}
          onRetry={() => void query.fetchNextPage()}
        />
        {query.hasNextPage && pages < mostPages && (
          <p className="more">
            <Link
              to="/$locale/products"
              params={{ locale }}
              search={{ ...search, pages: pages + 1 }}
              preload={false}
              className={buttonClass()}
              aria-busy={query.isFetchingNextPage || undefined}
              onClick={more}
            >
              {m('load_more')}
            </Link>
          </p>
        )}
      </section>
    </div>
  )
}
