import type { Writer } from '@comptoir/db'
import * as audit from '@comptoir/db/stores/audit'
import * as products from '@comptoir/db/stores/products'
import type { Cause } from '@comptoir/db/stores/stock'
import { type Id, refuse } from '@comptoir/domain'

/** Takes a product off the shelf for good; it stays on file for its orders. An archived one stays as it is. Refuses: product_not_found. */
export async function archiveProduct(tx: Writer, id: Id<'product'>, by: Cause & { address: string }): Promise<void> {
  const before = (await products.find(tx, id)) ?? refuse('product_not_found')
  if (before.state === 'archived') return
  await products.move(tx, id, 'archived', by)
  if (by.actorId === null) return
  await audit.add(tx, {
    id: by.ids('audit'),
    actorId: by.actorId,
    action: 'products.archive',
    subjectId: id,
    before: { state: before.state },
    after: { state: 'archived' },
    address: by.address,
    requestId: by.requestId,
    at: by.at,
  })
}
