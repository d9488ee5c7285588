import type { Writer } from '@comptoir/db'
import * as audit from '@comptoir/db/stores/audit'
import * as stock from '@comptoir/db/stores/stock'
import { findVariant } from '@comptoir/db/stores/variants'
import { type Id, refuse } from '@comptoir/domain'
import type { AdjustStockInput } from '@comptoir/domain/catalog/inputs'
import { maskCards } from '@comptoir/domain/support'

/**
 * Corrects a variant's shelf by a difference: a movement with its reason and its author, never an overwrite. Answers the product.
 * Refuses: variant_not_found, stock_too_low. RULES 4.8.
 */
export async function adjustStock(
  tx: Writer,
  { variantId, change, ...input }: AdjustStockInput,
  by: stock.Cause & { address: string },
): Promise<Id<'product'>> {
  const reason = maskCards(input.reason)
  await stock.adjust(tx, { variantId, change }, { ...by, reason })
  const after = (await findVariant(tx, variantId)) ?? refuse('variant_not_found')
  if (by.actorId !== null)
    await audit.add(tx, {
      id: by.ids('audit'),
      actorId: by.actorId,
      action: 'products.adjustStock',
      subjectId: variantId,
      before: { onHand: after.onHand - change },
      after: { onHand: after.onHand, reason },
      address: by.address,
      requestId: by.requestId,
      at: by.at,
    })
  return after.productId
}
