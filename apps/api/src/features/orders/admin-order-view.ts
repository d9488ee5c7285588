import type { Reader } from '@comptoir/db'
import * as billing from '@comptoir/db/stores/billing'
import * as notes from '@comptoir/db/stores/order-notes'
import * as orders from '@comptoir/db/stores/orders'
import * as people from '@comptoir/db/stores/people'
import * as unmatchedMoney from '@comptoir/db/stores/unmatched-money'
import { paymentEventKinds, type PaymentState, type RefundState, refundStates } from '@comptoir/domain/billing'
import { type Order, orderStatuses } from '@comptoir/domain/orders'
import * as z from 'zod'
import { orderFields, type OrderView, orderView, type TimelineStepView } from './order-view.ts'

export interface AttemptView {
  id: string
  state: PaymentState
  card: string
  amountCents: number
  reason: string
  createdAt: string
}
export interface RefundView {
  id: string
  state: RefundState
  intent: 'cancel' | 'refund'
  amountCents: number
  restock: boolean
  reason: string
  createdAt: string
  settledAt: string | null
}
/** A step with the person who took it; null for guests and for the shop itself. */
export interface StaffStepView extends TimelineStepView {
  actorName: string | null
}
/** What a colleague noted for colleagues. */
export interface NoteView {
  id: string
  authorName: string
  body: string
  at: string
}
/** Money that came for an order, did not fit it and waits for a person; `id` is the payment attempt that it came by. */
export interface MoneyAsideView {
  id: string
  amountCents: number
  currency: string
}
/**
 * An order as staff see it: with its buyer's account, who took each step, notes (newest first), payment attempts, refunds, and money that
 * waits to be matched.
 */
export interface AdminOrderView extends OrderView {
  userId: string | null
  timeline: StaffStepView[]
  notes: NoteView[]
  attempts: AttemptView[]
  refunds: RefundView[]
  moneyAside: MoneyAsideView[]
}

const attempt: z.ZodType<AttemptView, AttemptView> = z.object({
  ...{ id: z.string(), state: z.enum(paymentEventKinds), card: z.string(), amountCents: z.int(), reason: z.string() },
  createdAt: z.string(),
})
const refund: z.ZodType<RefundView, RefundView> = z.object({
  ...{ id: z.string(), state: z.enum(refundStates), intent: z.enum(['cancel', 'refund']), amountCents: z.int() },
  ...{ restock: z.boolean(), reason: z.string(), createdAt: z.string(), settledAt: z.string().nullable() },
})
const step: z.ZodType<StaffStepView, StaffStepView> = z.object({
  ...{ id: z.string(), kind: z.string(), status: z.enum(orderStatuses), actor: z.string(), at: z.string() },
  actorName: z.string().nullable(),
})
export const NoteView: z.ZodType<NoteView, NoteView> = z.object({
  ...{ id: z.string(), authorName: z.string(), body: z.string(), at: z.string() },
})
export const AdminOrderView: z.ZodType<AdminOrderView, AdminOrderView> = z.object({
  ...orderFields,
  userId: z.string().nullable(),
  timeline: z.array(step),
  notes: z.array(NoteView),
  attempts: z.array(attempt),
  refunds: z.array(refund),
  moneyAside: z.array(z.object({ id: z.string(), amountCents: z.int(), currency: z.string() })),
})

/** The order for staff, with the money's whole story. */
export async function adminOrderView(db: Reader, order: Order): Promise<AdminOrderView> {
  const payments = await billing.listPayments(db, order.id)
  const attempts: AttemptView[] = []
  for (const { id, state, card, amountCents, createdAt } of payments)
    attempts.push({
      ...{ id, state, card, amountCents, createdAt: createdAt.toISOString() },
      reason: await billing.lastReason(db, id),
    })
  const refunds = await billing.listRefunds(db, order.id)
  const aside = await unmatchedMoney.openOfOrder(db, order.id)
  const written = await notes.list(db, order.id)
  const events = await orders.listOrderEvents(db, order.id)
  const actors = events.flatMap(({ actorId }) => actorId ?? [])
  const names = await people.namesOf(db, [...actors, ...written.map(({ authorId }) => authorId)])
  const actorOf = new Map(
    events.map(({ id, actorId }): [string, string | null] => [id, actorId && (names.get(actorId) ?? null)]),
  )
  const shown = await orderView(db, order, 'staff')
  return {
    ...shown,
    userId: order.userId,
    timeline: shown.timeline.map((one) => ({ ...one, actorName: actorOf.get(one.id) ?? null })),
    notes: written.map(({ id, authorId, body, at }) => ({
      ...{ id, authorName: names.get(authorId) ?? '', body, at: at.toISOString() },
    })),
    attempts,
    moneyAside: aside.map(({ key, amountCents, currency }) => ({ id: key, amountCents, currency })),
    refunds: refunds.map(({ id, state, intent, amountCents, restock, reason, createdAt, settledAt }) => ({
      ...{ id, state, intent, amountCents, restock, reason },
      createdAt: createdAt.toISOString(),
      settledAt: settledAt?.toISOString() ?? null,
    })),
  }
}
