import type { Writer } from '@comptoir/db'
import * as billing from '@comptoir/db/stores/billing'
import * as orders from '@comptoir/db/stores/orders'
import { readSettings } from '@comptoir/db/stores/settings'
import type { Id } from '@comptoir/domain'
import { isUnknown } from '@comptoir/domain/billing'
import { expireOrder as decide, isAllowed } from '@comptoir/domain/orders'
import { type Fresh, freshFor } from '../../change.ts'
import type { Services } from '../../context.ts'
import { dropAttempt } from '../billing/pay-order.ts'
import { moveStock } from '../order-steps/order-stock.ts'
import { bySystem, saveStep } from '../order-steps/record-step.ts'

const page = 100

/** Cancels the unpaid orders whose time has passed and gives their stock back; answers how many. RULES 4.6, 4.8. */
export async function expireOrders(services: Pick<Services, 'db' | 'clock' | 'random' | 'log'>): Promise<number> {
  let expired = 0
  for (;;) {
    const late = await orders.listExpired(services.db.read, services.clock(), page)
    let done = 0
    for (const id of late) {
      const fresh = freshFor(services)
      const gone = await services.db
        .write(async (tx) => {
          fresh.rewind()
          return expireOrder(tx, id, fresh)
        })
        .catch((err: unknown) =>
          services.log.warn({ err, orderId: id }, 'an order could not expire; it is tried again'),
        )
      if (gone === true) done++
    }
    expired += done
    // Whatever is left waits for something: the next turn sees it again.
    if (late.length < page || done === 0) return expired
  }
}

/** One order, if it is still unpaid and late; a payment in flight is waited for. */
export async function expireOrder(tx: Writer, id: Id<'order'>, fresh: Fresh): Promise<boolean> {
  const order = await orders.takeOrder(tx, id)
  if (!isAllowed('expire', order) || fresh.now < order.payBefore) return false
  const attempts = await billing.listPayments(tx, id)
  if (attempts.some((one) => isUnknown(one.state))) return false
  for (const one of attempts) if (one.state === 'action_required') await dropAttempt(tx, one, fresh)
  const by = bySystem('expire-orders')
  const settings = await readSettings(tx)
  await moveStock(tx, 'expire', order, { by, fresh })
  await saveStep(tx, { before: order, after: decide(order, fresh.now), kind: 'expired' }, by, { fresh, settings })
  return true
}
