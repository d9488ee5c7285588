import type { ShopOutputs } from '../../outputs.ts'
import { useWords } from '../../words.tsx'

/** How far it still is to a free delivery, as a line of text. */
export function FreeDelivery({ cart: { quote, currency } }: { cart: ShopOutputs['cart']['get'] }) {
  const { m, price } = useWords()
  const from = quote.freeDeliveryFromCents
  if (from === null || quote.lines.length === 0) return null
  const goods = quote.goodsCents - quote.discountCents
  const missing = from - goods
  return (
    <p className="free-delivery">
      {missing > 0 ? m('free_delivery_in', { price: price(missing, currency) }) : m('free_delivery_reached')}
      <progress max={from} value={Math.min(goods, from)} aria-hidden />
    </p>
  )
}
