import type { Writer } from '@comptoir/db'
import * as figures from '@comptoir/db/stores/figures'
import * as orders from '@comptoir/db/stores/orders'
import type { Actor, OrderEventKind } from '@comptoir/db/stores/orders'
import * as outbox from '@comptoir/db/stores/outbox'
import type { ShopSettings } from '@comptoir/db/stores/settings'
import { dayIn, type Id } from '@comptoir/domain'
import type { Order } from '@comptoir/domain/orders'
import type { Fresh } from '../../change.ts'

/** Who takes a step, on which call. */
export interface By {
  actor: Actor
  actorId: Id<'user'> | null
  requestId: string
}
export const bySystem = (requestId: string): By => ({ actor: 'system', actorId: null, requestId })

/** Everything that goes with a step of an order, in its transaction: history row, kept figures, event for whoever listens. */
export async function recordStep(
  tx: Writer,
  {
    before,
    after,
    kind,
    data = {},
  }: { before: Order | null; after: Order; kind: OrderEventKind; data?: orders.OrderEvent['data'] },
  by: By,
  { fresh, settings }: { fresh: Fresh; settings: ShopSettings },
): Promise<void> {
  await orders.addOrderEvent(tx, after.id, {
    ...{ id: fresh.id('event'), kind, data, at: fresh.now },
    fromStatus: before?.status ?? null,
    toStatus: after.status,
    ...by,
  })
  await figures.countStatus(tx, dayIn(settings.timeZone, after.placedAt), before?.status ?? null, after.status)
  await outbox.add(tx, {
    id: fresh.id('event'),
    topic: 'order.changed',
    subjectId: after.id,
    userId: after.userId,
    data: { status: after.status, kind },
    at: fresh.now,
  })
}

/** A step that changes where the order is: saved, then recorded. */
export async function saveStep(
  tx: Writer,
  step: { before: Order; after: Order; kind: OrderEventKind; data?: orders.OrderEvent['data'] },
  by: By,
  at: { fresh: Fresh; settings: ShopSettings },
): Promise<void> {
  await orders.saveOrder(tx, step.after)
  await recordStep(tx, step, by, at)
}
