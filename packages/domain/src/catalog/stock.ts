import type { Id } from '../id.ts'
import { refuse } from '../problems.ts'

/** Why the number of pieces on the shelf changed: on hand is the sum of these movements. RULES 4.8. */
export const movementKinds = ['received', 'adjustment', 'sale', 'return'] as const
export type MovementKind = (typeof movementKinds)[number]

/** Pieces of a variant on the shelf, and those of them that belong to orders. */
export interface StockLevel {
  onHand: number
  allocated: number
}

/** What happens to a variant's stock, as differences; `movement` says why when the shelf changes. */
export interface StockEffect extends StockLevel {
  variantId: Id<'variant'>
  movement: MovementKind | null
}

/** The number on the shelf that movements add up to. */
export const onHandOf = (movements: Iterable<{ quantity: number }>): number => {
  let onHand = 0
  for (const { quantity } of movements) onHand += quantity
  return onHand
}

/** The stock after a correction by staff. Refuses: stock_too_low, when pieces of orders would go missing. */
export function adjustStock(level: StockLevel, difference: number): StockLevel {
  if (!Number.isSafeInteger(difference)) throw new RangeError(`a correction must be a whole number, got ${difference}`)
  const onHand = level.onHand + difference
  if (onHand < level.allocated) refuse('stock_too_low', { onHand: level.onHand, allocated: level.allocated })
  return { onHand, allocated: level.allocated }
}

/** The stock after an effect. Throws a RangeError rather than count below nothing. INV-10. */
export function withEffect(level: StockLevel, effect: StockLevel): StockLevel {
  const onHand = level.onHand + effect.onHand
  const allocated = level.allocated + effect.allocated
  if (onHand < 0 || allocated < 0 || allocated > onHand)
    throw new RangeError(`stock cannot become ${onHand} on hand with ${allocated} allocated`)
  return { onHand, allocated }
}
