import type { ShopOutputs } from '../../outputs.ts'
import { cents } from '@comptoir/domain'
import { type Quote, quote } from '@comptoir/domain/cart'

type Cart = ShopOutputs['cart']['get']

/** The quote of a cart as the server makes it, by the very same function: the total is right before the answer is there. */
export function quoteInBrowser({ lines, quote: seen, currency, basis, deliveryMethod }: Cart): Quote {
  const rates = new Map(seen.lines.map((line) => [line.id, line.vat]))
  const counted = lines.flatMap(({ counted: counts, variantId, unitCents, quantity }) => {
    const vat = rates.get(variantId)
    return counts && vat ? [{ id: variantId, unitCents: cents(unitCents), quantity, vat, discounts: [] }] : []
  })
  const { code, amountCents, freeFromCents } = deliveryMethod
  const free = freeFromCents === null ? null : cents(freeFromCents)
  const vat = seen.delivery?.vat
  const delivery = vat && { code, amountCents: cents(amountCents), vat, freeFromCents: free }
  const delivered = delivery !== undefined && counted.length > 0
  return quote({ currency, basis, lines: counted, discounts: [], delivery: delivered ? delivery : null })
}

/** The cart with another quantity of one line, 0 for none, priced anew. */
export function withQuantity(cart: Cart, lineId: string, quantity: number): Cart {
  const lines = cart.lines.flatMap((line) => {
    if (line.id !== lineId) return [line]
    return quantity === 0 ? [] : [{ ...line, quantity, amountCents: line.unitCents * quantity }]
  })
  const changed = { ...cart, lines, count: lines.reduce((sum, line) => sum + line.quantity, 0) }
  return { ...changed, quote: quoteInBrowser(changed) }
}
