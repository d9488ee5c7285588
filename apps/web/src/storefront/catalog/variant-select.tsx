import type { ShopOutputs } from '../../outputs.ts'
import { useWords } from '../../words.tsx'

/** Every article of a product in one list, for pages whose choices cannot change without a script; nothing where there is one. */
export function VariantSelect({ of: { variants, currency } }: { of: ShopOutputs['catalog']['get'] }) {
  const { m, price } = useWords()
  if (variants.length < 2) return null
  return (
    <select name="variantId" className="control" aria-label={m('choose_article')}>
      {variants.map(({ id, optionWords, priceCents, stock }) => (
        <option key={id} value={id} disabled={stock === 'out_of_stock'}>
          {`${optionWords} · ${price(priceCents, currency)}${stock === 'out_of_stock' ? ` · ${m('stock_out')}` : ''}`}
        </option>
      ))}
    </select>
  )
}
