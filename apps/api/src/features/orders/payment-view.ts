import * as z from 'zod'
import { OrderView } from './order-view.ts'

export type PaymentOutcome = 'paid' | 'declined' | 'action_required' | 'pending'

/**
 * What came of a payment, as data: `declined` may be tried again, `action_required` waits for the second step of `paymentId`,
 * `pending` is being asked at the provider and resolves by itself.
 */
export interface PaymentView {
  outcome: PaymentOutcome
  paymentId: string | null
  /** Why it was declined, in the provider's code; empty otherwise. */
  reason: string
  order: OrderView
}
export interface PlacedOrderView extends PaymentView {
  /** Opens the order to a guest who keeps its own tokens; null for accounts and for browsers, which got a cookie. */
  accessToken: string | null
}
export interface CheckoutView {
  order: OrderView
  accessToken: string | null
}

const fields = {
  outcome: z.enum(['paid', 'declined', 'action_required', 'pending']),
  paymentId: z.string().nullable(),
  reason: z.string(),
  order: OrderView,
}
export const PaymentView: z.ZodType<PaymentView, PaymentView> = z.object(fields)
export const PlacedOrderView: z.ZodType<PlacedOrderView, PlacedOrderView> = z.object({
  ...fields,
  accessToken: z.string().nullable(),
})
export const CheckoutView: z.ZodType<CheckoutView, CheckoutView> = z.object({
  order: OrderView,
  accessToken: z.string().nullable(),
})
