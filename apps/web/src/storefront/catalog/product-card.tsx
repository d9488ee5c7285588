import { Link } from '@tanstack/react-router'
import type { ShopOutputs } from '../../outputs.ts'
import { Picture } from '../../ui/picture.tsx'
import { Price } from '../../ui/price.tsx'
import { Swatch } from '../../ui/swatch.tsx'
import { useWords } from '../../words.tsx'
import { QuickAdd } from './quick-add.tsx'
import { StockWords } from './stock-words.tsx'

interface Props {
  product: ShopOutputs['catalog']['list']['items'][number]
  eager: boolean
}

/** A product in a list: the whole card is one link. */
export function ProductCard({ product, eager }: Props) {
  const { locale, m } = useWords()
  const { slug, name, line, image, stock, swatches, currency, priceCents, maxPriceCents, compareAtCents } = product
  return (
    <article className="card">
      <Link to="/$locale/products/$slug" params={{ locale, slug }} className="card-link">
        <Picture
          path={image?.path}
          alt={image?.alt ?? ''}
          sizes="(min-width: 75rem) 18rem, (min-width: 40rem) 33vw, 50vw"
          priority={eager ? 'high' : 'auto'}
        />
        <span className="card-words">
          <span className="card-name">{name}</span>
          <span className="card-line">{line}</span>
          <span className="card-price">
            <Price cents={priceCents} currency={currency} was={compareAtCents} from={maxPriceCents > priceCents} />
            {stock !== 'in_stock' && <StockWords stock={stock} left={null} />}
          </span>
        </span>
      </Link>
      {swatches.length > 1 && (
        <ul className="dots" aria-label={m('colours', { count: swatches.length })}>
          {swatches.slice(0, 6).map((colour) => (
            <li key={colour}>
              <Swatch colour={colour} />
            </li>
          ))}
        </ul>
      )}
      {!product.hasOptions && product.defaultVariantId !== null && stock !== 'out_of_stock' && (
        <QuickAdd variantId={product.defaultVariantId} name={name} />
      )}
    </article>
  )
}
