import type { Currency } from '@comptoir/domain'
import { Price } from '../../ui/price.tsx'
import { useWords } from '../../words.tsx'

interface Sum {
  currency: Currency
  basis: 'inclusive' | 'exclusive'
  goodsCents: number
  discountCents: number
  deliveryCents: number
  totalCents: number
  groups: readonly { vat: { rateBp: number }; taxCents: number }[]
}

/** What is paid and what of it is tax: the same lines in cart, checkout and order. */
export function Sums({ of }: { of: Sum }) {
  const { m, rate } = useWords()
  const { currency } = of
  const line = (label: string, cents: number, className?: string) => (
    <div className={className} key={label}>
      <dt>{label}</dt>
      <dd>
        <Price cents={cents} currency={currency} />
      </dd>
    </div>
  )
  return (
    <dl className="sums">
      {line(m('goods'), of.goodsCents)}
      {of.discountCents > 0 && line(m('discount'), -of.discountCents)}
      <div>
        <dt>{m('delivery')}</dt>
        <dd>{of.deliveryCents === 0 ? m('free') : <Price cents={of.deliveryCents} currency={currency} />}</dd>
      </div>
      {line(m('total_with_tax'), of.totalCents, 'is-total')}
      {of.groups
        .filter(({ taxCents }) => taxCents > 0)
        .map(({ vat, taxCents }) => line(m('of_which_vat', { rate: rate(vat.rateBp) }), taxCents, 'is-small'))}
    </dl>
  )
}
