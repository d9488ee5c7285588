import type { Currency } from '@comptoir/domain'
import * as z from 'zod'

/** What the orders of a list come to together. */
export interface OrderSumsView {
  orders: number
  totalCents: number
  currency: Currency
}
export const OrderSumsView: z.ZodType<OrderSumsView, OrderSumsView> = z.object({
  orders: z.int(),
  totalCents: z.int(),
  currency: z.enum(['EUR', 'CHF', 'GBP', 'USD', 'JPY', 'KWD']),
})
