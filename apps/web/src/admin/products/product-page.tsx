import { getRouteApi, Link } from '@tanstack/react-router'
import { admin } from '../../rpc.ts'
import { Button } from '../../ui/button.tsx'
import { Page } from '../../ui/page.tsx'
import { Picture } from '../../ui/picture.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { State } from '../../ui/states.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useWords } from '../../words.tsx'
import { useMay } from '../use-may.ts'
import { Movements } from './movements.tsx'
import { ProductForm } from './product-form.tsx'
import { fieldsOfProduct, productInput } from './product-input.ts'
import { stateTone } from './state-tone.ts'
import { VariantStock } from './variant-stock.tsx'

const route = getRouteApi('/admin/staff/products/$id')

/** A product: its stock to put right, its texts and prices to change, and what moved. */
export function ProductPage() {
  const { m, locale } = useWords()
  const may = useMay()
  const tell = useToast()
  const { id } = route.useParams()
  const [product] = admin.products.get.useSuspenseQuery({ id })
  const utils = admin.useUtils()
  const settled = {
    onSuccess: (now: typeof product) => {
      utils.products.get.setData({ id }, now)
      void utils.products.list.invalidate()
      tell(m('saved'))
    },
  }
  const update = admin.products.update.useMutation(settled)
  const archive = admin.products.archive.useMutation(settled)
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
      <div className="columns">
        <section aria-labelledby="sheet">
          <h2 id="sheet">{m('product_sheet')}</h2>
          <ProductForm
            key={product.version}
            initial={fieldsOfProduct(product)}
            busy={update.isPending}
            error={update.error}
            onSave={
              may('products:write')
                ? (fields) => update.mutate({ id, version: product.version, ...productInput(fields, product) })
                : undefined
            }
          />
        </section>
        <section aria-labelledby="moved">
          {product.images.length > 0 && (
            <ul className="console-pictures">
              {product.images.slice(0, 4).map((image) => (
                <li key={image.id}>
                  <Picture path={image.path} alt={image.alt} sizes="8rem" />
                </li>
              ))}
            </ul>
          )}
          <h2 id="moved">{m('movements')}</h2>
          <Movements product={product} />
        </section>
      </div>
    </Page>
  )
}
