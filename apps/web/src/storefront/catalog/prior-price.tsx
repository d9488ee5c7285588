import type { Currency } from '@comptoir/domain'
import { useWords } from '../../words.tsx'

interface Props {
  of: { priorPriceCents: number | null }
  currency: Currency
}

/** What a reduction is measured by; nothing where there is none, or the article was never sold at another price. */
export function PriorPrice({ of: { priorPriceCents }, currency }: Props) {
  const { m, price } = useWords()
  if (priorPriceCents === null) return null
  return <p className="buy-prior">{m('price_prior', { price: price(priorPriceCents, currency) })}</p>
}
