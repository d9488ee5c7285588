import type { StockEffect } from '../catalog/stock.ts'
import type { Id } from '../id.ts'
import type { Order } from './order.ts'
import type { OrderAction } from './status.ts'

type Pieces = { variantId: Id<'variant'>; quantity: number }
type Change = (quantity: number) => Omit<StockEffect, 'variantId'>

const allocate: Change = (n) => ({ onHand: 0, allocated: n, movement: null })
const release: Change = (n) => ({ onHand: 0, allocated: -n, movement: null })
const send: Change = (n) => ({ onHand: -n, allocated: -n, movement: 'sale' })
const takeBack: Change = (n) => ({ onHand: n, allocated: 0, movement: 'return' })
const writeOff: Change = (n) => ({ onHand: -n, allocated: -n, movement: 'adjustment' })

/** What placing an order or a step of it does to stock, summed per variant, in id order. `order` is as before the step. RULES 4.5, 4.6, 4.8. */
export function stockEffects(
  action: 'place' | OrderAction,
  order: Pick<Order, 'lines' | 'delivery'>,
  { restock = true }: { restock?: boolean } = {},
): StockEffect[] {
  const change = changeOf(action, order.delivery, restock)
  return change ? effectsOn(order.lines, change) : []
}

function changeOf(action: 'place' | OrderAction, delivery: Order['delivery'], restock: boolean): Change | null {
  if (action === 'place') return allocate
  if (action === 'cancel' || action === 'expire') return release
  if (action === 'ship') return send
  if (action !== 'refund') return null
  // A refunded order never leaves: pieces that do not go back to the shelf are written off, else they stay held for ever.
  if (delivery === 'none') return restock ? release : writeOff
  return restock ? takeBack : null
}

function effectsOn(pieces: readonly Pieces[], change: Change): StockEffect[] {
  const quantities = new Map<Id<'variant'>, number>()
  for (const { variantId, quantity } of pieces) quantities.set(variantId, (quantities.get(variantId) ?? 0) + quantity)
  return [...quantities]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([variantId, quantity]) => ({ variantId, ...change(quantity) }))
}
