import { type Cents, sum } from '../money.ts'
import { refuse } from '../problems.ts'

/** What can happen to a payment attempt; its events are only ever added, each kind once. RULES 4.7. */
export const paymentEventKinds = [
  'requested',
  'action_required',
  'confirming',
  'captured',
  'declined',
  'failed',
  'voided',
] as const
export type PaymentEventKind = (typeof paymentEventKinds)[number]
/** An attempt is where its last event left it. */
export type PaymentState = PaymentEventKind

export interface PaymentEvent {
  kind: PaymentEventKind
  amountCents: Cents
  at: Date
}

/** The life of a payment attempt as data: what may follow what; nothing follows a final state. */
export const paymentMoves = {
  requested: ['captured', 'declined', 'action_required', 'failed'],
  action_required: ['confirming', 'voided'],
  confirming: ['captured', 'declined', 'failed'],
  captured: [],
  declined: [],
  failed: [],
  voided: [],
} as const satisfies Record<PaymentState, readonly PaymentEventKind[]>

/** Whether an event may follow a state; an attempt begins with `requested` and nothing else. */
export function mayFollow(state: PaymentState | null, kind: PaymentEventKind): boolean {
  const next: readonly PaymentEventKind[] = state === null ? ['requested'] : paymentMoves[state]
  return next.includes(kind)
}

/** The state after one more event. Refuses: payment_not_found, when the attempt waits for no such answer. */
export const afterEvent = (state: PaymentState | null, kind: PaymentEventKind): PaymentState =>
  mayFollow(state, kind) ? kind : refuse('payment_not_found')

/** The state that a history of events leads to. Throws a RangeError when the history could not have happened. */
export function stateOf(events: readonly Pick<PaymentEvent, 'kind'>[]): PaymentState {
  let state: PaymentState | null = null
  for (const { kind } of events) {
    if (!mayFollow(state, kind)) throw new RangeError(`a payment cannot be ${kind} after ${state ?? 'nothing'}`)
    state = kind
  }
  if (state === null) throw new RangeError('a payment has at least one event')
  return state
}

/** Whether the attempt still waits for something: the order may not begin another one. */
export const isLive = (state: PaymentState): boolean => paymentMoves[state].length > 0

/** Whether only the gateway knows what happened: it must be asked, nobody may guess. */
export const isUnknown = (state: PaymentState): boolean => state === 'requested' || state === 'confirming'

/** What was captured over all attempts' events. INV-03. */
export const capturedOf = (events: readonly PaymentEvent[]): Cents =>
  sum(events.filter((event) => event.kind === 'captured').map((event) => event.amountCents))
