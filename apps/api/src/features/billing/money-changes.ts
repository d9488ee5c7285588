import type { Writer } from '@comptoir/db'
import * as outbox from '@comptoir/db/stores/outbox'
import type { Id } from '@comptoir/domain'
import type { OrderStatus } from '@comptoir/domain/orders'
import type { Fresh } from '../../change.ts'

/** Tells that money which fits no order was put aside or settled: to staff alone, as news of the order that it was meant for. */
export const tellMoney = (
  tx: Writer,
  kind: 'money_aside' | 'money_settled',
  { orderId, status }: { orderId: Id<'order'>; status: OrderStatus },
  fresh: Fresh,
): Promise<void> =>
  outbox.add(tx, {
    ...{ id: fresh.id('event'), topic: 'money.changed', subjectId: orderId, userId: null, data: { status, kind } },
    at: fresh.now,
  })
