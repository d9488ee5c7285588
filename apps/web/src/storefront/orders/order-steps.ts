import type { MessageKey } from '../../messages.ts'

interface Seen {
  id: string
  kind: string
  at: string
}
export interface OrderStep {
  key: string
  title: MessageKey
  at: string | null
  state: 'past' | 'now' | 'ahead'
}

const told = {
  created: 'step_created',
  validated: 'step_validated',
  payment_declined: 'step_payment_declined',
  paid: 'step_paid',
  shipped: 'step_shipped',
  delivered: 'step_delivered',
  cancelled: 'step_cancelled',
  expired: 'step_expired',
  refund_requested: 'step_refund_requested',
  refunded: 'step_refunded',
} as const satisfies Record<string, MessageKey>
const isTold = (kind: string): kind is keyof typeof told => Object.hasOwn(told, kind)

const way = ['paid', 'shipped', 'delivered'] as const

/** The order's story for its buyer: what happened, and what comes next unless the story has ended. */
export function orderSteps(timeline: readonly Seen[]): OrderStep[] {
  const seen = timeline.flatMap(({ id, kind, at }) => (isTold(kind) ? [{ key: id, kind, at }] : []))
  const ended = seen.some(({ kind }) => kind === 'cancelled' || kind === 'expired' || kind === 'refunded')
  const ahead = ended ? [] : way.filter((kind) => !seen.some((step) => step.kind === kind))
  return [
    ...seen.map(({ key, kind, at }, place) => ({
      key,
      title: told[kind],
      at,
      state: place === seen.length - 1 ? ('now' as const) : ('past' as const),
    })),
    ...ahead.map((kind) => ({ key: kind, title: told[kind], at: null, state: 'ahead' as const })),
  ]
}
