import type { Reader } from '@comptoir/db'
import * as billing from '@comptoir/db/stores/billing'
import { paymentEventKinds, type PaymentState, type RefundState, refundStates } from '@comptoir/domain/billing'
import type { Order } from '@comptoir/domain/orders'
import * as z from 'zod'
import { orderFields, type OrderView, orderView } from './order-view.ts'

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
/** An order as staff see it: with its buyer's account, every payment attempt and every refund. */
export interface AdminOrderView extends OrderView {
  userId: string | null
  attempts: AttemptView[]
  refunds: RefundView[]
}

const attempt: z.ZodType<AttemptView, AttemptView> = z.object({
  ...{ id: z.string(), state: z.enum(paymentEventKinds), card: z.string(), amountCents: z.int(), reason: z.string() },
  createdAt: z.string(),
})
const refund: z.ZodType<RefundView, RefundView> = z.object({
  ...{ id: z.string(), state: z.enum(refundStates), intent: z.enum(['cancel', 'refund']), amountCents: z.int() },
  ...{ restock: z.boolean(), reason: z.string(), createdAt: z.string(), settledAt: z.string().nullable() },
})
export const AdminOrderView: z.ZodType<AdminOrderView, AdminOrderView> = z.object({
  ...orderFields,
  userId: z.string().nullable(),
  attempts: z.array(attempt),
  refunds: z.array(refund),
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
  return {
    ...(await orderView(db, order, 'staff')),
    userId: order.userId,
    attempts,
    refunds: refunds.map(({ id, state, intent, amountCents, restock, reason, createdAt, settledAt }) => ({
      ...{ id, state, intent, amountCents, restock, reason },
      createdAt: createdAt.toISOString(),
      settledAt: settledAt?.toISOString() ?? null,
    })),
  }
}
