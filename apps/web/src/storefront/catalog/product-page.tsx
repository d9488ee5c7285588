import { getRouteApi, Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { ShopOutputs } from '../../outputs.ts'
import { shop } from '../../rpc.ts'
import { Button } from '../../ui/button.tsx'
import { Title } from '../../ui/page.tsx'
import { Price } from '../../ui/price.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Quantity } from '../../ui/quantity.tsx'
import { useSpokenChange } from '../../ui/use-spoken-change.ts'
import { useWords } from '../../words.tsx'
import { useCartDrawer } from '../cart/cart-drawer.tsx'
import { useAddToCart } from '../cart/use-cart.ts'
import { Found } from '../found.tsx'
import { rememberSeen } from '../seen-products.ts'
import { AddForm } from './add-form.tsx'
import { choose, firstChoice, picturesOf } from './choice.ts'
import { GonePage } from './gone-page.tsx'
import { Gallery } from './gallery.tsx'
import { Options } from './options.tsx'
import { PriorPrice } from './prior-price.tsx'
import { ProductFacts } from './product-facts.tsx'
import { ProductGrid } from './product-grid.tsx'
import { ProductWords } from './product-words.tsx'
import { StockWords, stockWords } from './stock-words.tsx'
import { VariantSelect } from './variant-select.tsx'
import { useLiveStock } from './use-live-stock.ts'

const route = getRouteApi('/$locale/products/$slug')

export function ProductPage() {
  const { slug } = route.useParams()
  const gone = route.useLoaderData()
  if (gone) return <GonePage of={gone} />
  // Another product is another page: what was chosen belongs to this one only.
  return <ProductOf key={slug} slug={slug} />
}

function ProductOf({ slug }: { slug: string }) {
  const { locale, m, price, rate } = useWords()
  const [product] = shop.catalog.get.useSuspenseQuery({ id: slug })
  const [variantId, setVariantId] = useState(() => firstChoice(product.variants)?.id)
  const variant = product.variants.find(({ id }) => id === variantId) ?? product.variants[0]
  const chosen = variant?.values ?? []
  useLiveStock(product.id, slug)
  useSpokenChange(
    variant
      ? [variant.optionWords, price(variant.priceCents, product.currency), stockWords(m, variant.stock, variant.left)]
          .filter((part) => part !== '')
          .join(', ')
      : '',
  )
  const { name, line, images } = product
  const path = images[0]?.path ?? null
  useEffect(() => rememberSeen(locale, { slug, name, line, path }), [locale, slug, name, line, path])
  return (
    <div className="page product-page">
      <Title>{product.name}</Title>
      <Found
        kind="product"
        title={product.name}
        description={product.line || product.description.slice(0, 160) || product.name}
        picture={product.images[0]?.path}
      />
      <ProductFacts of={product} />
      <nav className="trail" aria-label={m('you_are_here')}>
        <Link
          to="/$locale/products"
          params={{ locale }}
          search={product.category ? { category: product.category.slug } : {}}
        >
          {product.category?.name ?? m('all_products')}
        </Link>
      </nav>
      <Gallery key={chosen.join(' ')} pictures={picturesOf(product.images, chosen)} />
      <section className="buy">
        <h1>{product.name}</h1>
        <p className="buy-line">{product.line}</p>
        {variant && (
          <p className="buy-price">
            <Price cents={variant.priceCents} currency={product.currency} was={variant.compareAtCents} />
            <small>{m('vat_included', { rate: rate(product.vat.rateBp) })}</small>
          </p>
        )}
        {variant && <PriorPrice of={variant} currency={product.currency} />}
        <Options
          options={product.options}
          variants={product.variants}
          chosen={chosen}
          onChoose={(option, value) => setVariantId(choose(product.variants, chosen, option, value)?.id ?? variantId)}
        />
        {variant && <Buy key={variant.id} variant={variant} product={product} />}
      </section>
      <ProductWords description={product.description} facts={product.facts} sku={variant?.sku ?? null} />
      {product.related.length > 0 && (
        <section className="related" aria-labelledby="related">
          <h2 id="related">{m('related')}</h2>
          <ProductGrid items={product.related.slice(0, 4)} row={4} />
        </section>
      )}
    </div>
  )
}

type Product = ShopOutputs['catalog']['get']

function Buy({ variant, product }: { variant: Product['variants'][number]; product: Product }) {
  const { locale, m } = useWords()
  const { name } = product
  const add = useAddToCart()
  const show = useCartDrawer()
  const [quantity, setQuantity] = useState(1)
  const gone = variant.stock === 'out_of_stock'
  const full = variant.optionWords ? `${name} · ${variant.optionWords}` : name
  const put = () =>
    add.mutate({ variantId: variant.id, quantity }, { onSuccess: () => show({ variantId: variant.id, name: full }) })
  return (
    <AddForm locale={locale} className="buy-now" onAdd={put}>
      <input type="hidden" name="variantId" value={variant.id} />
      <noscript>
        <VariantSelect of={product} />
      </noscript>
      <p className="buy-stock">
        <StockWords stock={variant.stock} left={variant.left} />
        {!gone && <span>{m('delivery_promise')}</span>}
      </p>
      <div className="buy-row">
        {!gone && (
          <Quantity
            value={quantity}
            most={Math.max(1, variant.maxQuantity)}
            of={name}
            name="quantity"
            onChange={setQuantity}
          />
        )}
        <Button type="submit" kind="primary" disabled={gone} busy={add.isPending}>
          {m(gone ? 'stock_out' : 'add_to_cart')}
        </Button>
      </div>
      <ProblemNotice error={add.error} onRetry={put} />
    </AddForm>
  )
}
