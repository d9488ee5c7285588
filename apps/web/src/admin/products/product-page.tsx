import { getRouteApi, Link } from '@tanstack/react-router'
import { admin } from '../../rpc.ts'
import { Button } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { State } from '../../ui/states.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useWords } from '../../words.tsx'
import { useMay } from '../use-may.ts'
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
  const tell = useToast()
  const { id } = route.useParams()
  const [product] = admin.products.get.useSuspenseQuery({ id })
  const utils = admin.useUtils()
  const archive = admin.products.archive.useMutation({
    onSuccess: (now) => {
      utils.products.get.setData({ id }, now)
      void utils.products.list.invalidate()
      tell(m('saved'))
    },
  })
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
            <Button busy={archive.isPending} onClick={() => archive.mutate({ id })}>
              {m('archive')}
            </Button>
          )}
          <ProblemNotice error={archive.error} />
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
        <ProductSheet key={`${product.id} ${product.state === 'archived'}`} product={product} />
      </section>
      <ProductPictures product={product} />
      <section aria-labelledby="moved">
        <h2 id="moved">{m('movements')}</h2>
        <Movements productId={product.id} />
      </section>
    </Page>
  )
}
