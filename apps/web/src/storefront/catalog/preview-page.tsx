import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { shop } from '../../rpc.ts'
import { Title } from '../../ui/page.tsx'
import { Price } from '../../ui/price.tsx'
import { useWords } from '../../words.tsx'
import { choose, firstChoice, picturesOf } from './choice.ts'
import { Gallery } from './gallery.tsx'
import { Options } from './options.tsx'
import { PriorPrice } from './prior-price.tsx'
import { ProductWords } from './product-words.tsx'
import { StockWords } from './stock-words.tsx'

const route = getRouteApi('/$locale/preview/$token')

/** A product as it will stand on the shelf, for whoever holds the link: nothing here can be bought. */
export function PreviewPage() {
  const { m, rate } = useWords()
  const { token } = route.useParams()
  const [product] = shop.catalog.preview.useSuspenseQuery({ token })
  const [variantId, setVariantId] = useState(() => firstChoice(product.variants)?.id)
  const variant = product.variants.find(({ id }) => id === variantId) ?? product.variants[0]
  const chosen = variant?.values ?? []
  return (
    <div className="page product-page">
      <Title>{product.name}</Title>
      <meta name="robots" content="noindex" />
      <p className="notice is-calm trail">{m('preview_words')}</p>
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
        {variant && (
          <p className="buy-stock">
            <StockWords stock={variant.stock} left={variant.left} />
          </p>
        )}
      </section>
      <ProductWords description={product.description} facts={product.facts} sku={variant?.sku ?? null} />
    </div>
  )
}
