import { Link } from '@tanstack/react-router'
import { shop } from '../../rpc.ts'
import { buttonClass } from '../../ui/button.tsx'
import { Title } from '../../ui/page.tsx'
import { useWords } from '../../words.tsx'
import { type GoneProduct, insteadOf } from './load-product.ts'
import { ProductGrid } from './product-grid.tsx'

/** In the place of a product that left the shelf: that it did, and what stands there now. */
export function GonePage({ of }: { of: GoneProduct }) {
  const { locale, m } = useWords()
  const [instead] = shop.catalog.list.useSuspenseQuery(insteadOf(of))
  return (
    <div className="page">
      <Title>{m('gone_title', { name: of.name })}</Title>
      <meta name="robots" content="noindex, follow" />
      <header className="list-head">
        <h1>{m('gone_title', { name: of.name })}</h1>
        <p className="page-lead">{m('gone_words')}</p>
      </header>
      <p className="gone-way">
        <Link
          to="/$locale/products"
          params={{ locale }}
          search={of.category ? { category: of.category } : {}}
          className={buttonClass('primary')}
        >
          {m('gone_see_shelf')}
        </Link>
      </p>
      {instead.items.length > 0 && (
        <section className="related" aria-labelledby="instead">
          <h2 id="instead">{m('related')}</h2>
          <ProductGrid items={instead.items} row={4} eager={1} />
        </section>
      )}
    </div>
  )
}
