import type { Currency } from '@comptoir/domain'
import { useWords } from '../words.tsx'

interface Props {
  cents: number
  currency: Currency
  /** The price before a reduction. */
  was?: number | null
  /** More than one price: this is the lowest. */
  from?: boolean
}

/** An amount as the page's language writes it. */
export function Price({ cents, currency, was = null, from = false }: Props) {
  const { m, price } = useWords()
  return (
    <>
      {from && <span className="price-from">{m('price_from')} </span>}
      <span className="price">{price(cents, currency)}</span>
      {was !== null && was > cents && (
        <>
          <span className="unseen">{m('price_before')} </span>
          <s className="price price-was">{price(was, currency)}</s>
        </>
      )}
    </>
  )
}
