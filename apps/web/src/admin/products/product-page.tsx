import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { admin } from '../../rpc.ts'
import { Page } from '../../ui/page.tsx'
import { State } from '../../ui/states.tsx'
import { useWords } from '../../words.tsx'
import { useMay } from '../use-may.ts'
import { ArchiveProduct } from './archive-product.tsx'
import { Movements } from './movements.tsx'
import { PreviewLink } from './preview-link.tsx'
import { ProductPictures } from './product-pictures.tsx'
import { ProductSheet } from './product-sheet.tsx'
import { stateTone } from './state-tone.ts'
import { VariantStock } from './variant-stock.tsx'

const route = getRouteApi('/admin/staff/products/$id')

/** A product: its stock to put right, its words, prices and pictures to change, and what moved. */
export function ProductPage() {
  const { m, locale } = useWords()
  const may = useMay()
  const { id } = route.useParams()
  const [product] = admin.products.get.useSuspenseQuery({ id })
  const [sheetUnsaved, setSheetUnsaved] = useState(false)
  const [picturesUnsaved, setPicturesUnsaved] = useState(false)
  return (
    <Page
      title={product.name}
      className="console-product"
      aside={
        <div className="actions">
          {product.state === 'published' && (
            <Link to="/$locale/products/$slug" params={{ locale, slug: product.slug }}>
              {m('see_in_shop')}
            </Link>
          )}
          {may('products:write') && product.state !== 'archived' && <PreviewLink id={id} />}
          {may('products:write') && product.state !== 'archived' && (
            <ArchiveProduct id={id} unsaved={sheetUnsaved || picturesUnsaved} />
          )}
        </div>
      }
    >
      <p className="console-order-state">
        <Link to="/admin/products">{m('products')}</Link>
        <State tone={stateTone[product.state]}>{m(`product_${product.state}`)}</State>
        <span className="figures">{product.slug}</span>
      </p>
      <section aria-labelledby="stock">
        <h2 id="stock">{m('stock')}</h2>
        <VariantStock product={product} />
      </section>
      <section aria-labelledby="sheet">
        <h2 id="sheet">{m('product_sheet')}</h2>
        <ProductSheet
          key={`${product.id} ${product.state === 'archived'}`}
          product={product}
          onUnsaved={setSheetUnsaved}
        />
      </section>
      <ProductPictures product={product} onUnsaved={setPicturesUnsaved} />
      <section aria-labelledby="moved">
        <h2 id="moved">{m('movements')}</h2>
        <Movements productId={product.id} />
      </section>
    </Page>
  )
}
