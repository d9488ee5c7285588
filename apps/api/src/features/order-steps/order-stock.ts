import type { Writer } from '@comptoir/db'
import * as stock from '@comptoir/db/stores/stock'
import { type Order, type OrderAction, stockEffects } from '@comptoir/domain/orders'
import type { Fresh } from '../../change.ts'
import type { By } from './record-step.ts'

/** Does to stock what a step of an order means (RULES 4.6, 4.8). Refuses: out_of_stock, at placement. */
export async function moveStock(
  tx: Writer,
  action: 'place' | OrderAction,
  order: Order,
  { by, fresh, restock = true }: { by: By; fresh: Fresh; restock?: boolean },
): Promise<void> {
  const names = new Map(order.lines.map((line) => [line.variantId, line.name]))
  const effects = stockEffects(action, order, { restock })
  if (effects.length === 0) return
  await stock.apply(
    tx,
    effects.map((effect) => ({ ...effect, name: names.get(effect.variantId) ?? '' })),
    {
      orderId: order.id,
      actorId: by.actorId,
      requestId: by.requestId,
      reason: action,
      at: fresh.now,
      ids: (kind) => fresh.id(kind),
    },
  )
}
