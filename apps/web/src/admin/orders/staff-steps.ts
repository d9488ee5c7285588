import type { MessageKey } from '../../messages.ts'
import type { AdminOutputs } from '../../outputs.ts'

type Order = Pick<AdminOutputs['orders']['get'], 'timeline' | 'notes'>

const told = {
  created: 'event_created',
  validated: 'event_validated',
  payment_requested: 'event_payment_requested',
  payment_declined: 'event_payment_declined',
  payment_second_step: 'event_payment_second_step',
  paid: 'event_paid',
  shipped: 'event_shipped',
  delivered: 'event_delivered',
  cancelled: 'event_cancelled',
  expired: 'event_expired',
  refund_requested: 'event_refund_requested',
  refund_failed: 'event_refund_failed',
  refunded: 'event_refunded',
} as const satisfies Record<string, MessageKey>
const actors = {
  customer: 'actor_customer',
  guest: 'actor_guest',
  staff: 'actor_staff',
  system: 'actor_system',
} as const satisfies Record<string, MessageKey>

const known = <T extends object>(table: T, name: string): name is Extract<keyof T, string> => Object.hasOwn(table, name)

/** Every step of an order with who took it, and between them what colleagues noted; the newest first. */
export function staffSteps({ timeline, notes }: Order) {
  const steps = timeline.map(({ id, kind, actor, actorName, at }, place) => ({
    key: id,
    title: known(told, kind) ? told[kind] : ('event_other' as const),
    actor: known(actors, actor) ? actors[actor] : ('actor_system' as const),
    ...{ name: actorName, body: null, at, place },
    state: place === timeline.length - 1 ? ('now' as const) : ('past' as const),
  }))
  const noted = notes.map(({ id, authorName, body, at }) => ({
    ...{ key: id, title: 'note' as const, actor: 'actor_staff' as const, name: authorName, body, at, place: -1 },
    state: 'past' as const,
  }))
  // Steps of one moment keep the order in which they were taken.
  return [...steps, ...noted].toSorted((a, b) => b.at.localeCompare(a.at) || b.place - a.place)
}
