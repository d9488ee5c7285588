import { useState } from 'react'
import type { AdminOutputs } from '../../outputs.ts'
import { LinkButton } from '../../ui/button.tsx'
import { Price } from '../../ui/price.tsx'
import { useWords } from '../../words.tsx'
import { useMay } from '../use-may.ts'
import { AdjustStock } from './adjust-stock.tsx'
import { TableScroll } from '../../ui/table-scroll.tsx'

type Product = AdminOutputs['products']['get']

/** Every variant with what lies on the shelf; one of them at a time may be put right. */
export function VariantStock({ product }: { product: Product }) {
  const { m } = useWords()
  const may = useMay()
  const [adjusting, setAdjusting] = useState<string | null>(null)
  return (
    <TableScroll>
      <table className="table is-stacked">
        <thead>
          <tr>
            <th>{m('variant')}</th>
            <th>{m('sku')}</th>
            <th className="is-number">{m('price')}</th>
            <th className="is-number">{m('on_hand')}</th>
            <th className="is-number">{m('allocated')}</th>
            <th className="is-number">{m('available')}</th>
            <th>
              <span className="unseen">{m('adjust')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {product.variants
            .filter((variant) => !variant.archived)
            .map((variant) => (
              <VariantRow
                key={variant.id}
                product={product}
                variant={variant}
                adjusting={adjusting === variant.id}
                onAdjust={may('products:write') ? setAdjusting : undefined}
              />
            ))}
        </tbody>
      </table>
    </TableScroll>
  )
}

interface RowProps {
  product: Product
  variant: Product['variants'][number]
  adjusting: boolean
  /** Absent for whoever may only read. */
  onAdjust: ((id: string | null) => void) | undefined
}

function VariantRow({ product, variant, adjusting, onAdjust }: RowProps) {
  const { m } = useWords()
  const name = variant.optionWords || product.name
  return (
    <>
      <tr>
        <th scope="row">{variant.optionWords || m('only_variant')}</th>
        <td className="figures" data-label={m('sku')}>
          {variant.sku}
        </td>
        <td className="is-number" data-label={m('price')}>
          <Price cents={variant.priceCents} currency={product.currency} was={variant.compareAtCents} />
        </td>
        <td className="is-number" data-label={m('on_hand')}>
          {variant.onHand}
        </td>
        <td className="is-number" data-label={m('allocated')}>
          {variant.allocated}
        </td>
        <td className="is-number" data-label={m('available')}>
          <strong>{variant.available}</strong>
        </td>
        <td className="is-number">
          {onAdjust && (
            <LinkButton
              aria-label={m('adjust_named', { name })}
              aria-expanded={adjusting}
              onClick={() => onAdjust(adjusting ? null : variant.id)}
            >
              {m('adjust')}
            </LinkButton>
          )}
        </td>
      </tr>
      {adjusting && onAdjust && (
        <tr>
          <td colSpan={7}>
            <AdjustStock productId={product.id} variantId={variant.id} of={name} onClose={() => onAdjust(null)} />
          </td>
        </tr>
      )}
    </>
  )
}
