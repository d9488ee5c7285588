import { type OrderStatus, orderStatuses } from '@comptoir/domain/orders'
import * as z from 'zod'

export interface StatsView {
  from: string
  to: string
  currency: 'EUR' | 'CHF' | 'GBP' | 'USD' | 'JPY' | 'KWD'
  revenueCents: number
  refundedCents: number
  paidOrders: number
  averageBasketCents: number
  days: { day: string; revenueCents: number; refundedCents: number; paidOrders: number }[]
  ordersByStatus: { status: OrderStatus; orders: number }[]
  topProducts: { productId: string; name: string; quantity: number; grossCents: number }[]
  lowStock: { variantId: string; productId: string; name: string; optionWords: string; available: number }[]
}

export const StatsView: z.ZodType<StatsView, StatsView> = z.object({
  ...{ from: z.string(), to: z.string(), revenueCents: z.int(), refundedCents: z.int(), paidOrders: z.int() },
  ...{ averageBasketCents: z.int(), currency: z.enum(['EUR', 'CHF', 'GBP', 'USD', 'JPY', 'KWD']) },
  days: z.array(z.object({ day: z.string(), revenueCents: z.int(), refundedCents: z.int(), paidOrders: z.int() })),
  ordersByStatus: z.array(z.object({ status: z.enum(orderStatuses), orders: z.int() })),
  topProducts: z.array(z.object({ productId: z.string(), name: z.string(), quantity: z.int(), grossCents: z.int() })),
  lowStock: z.array(
    z.object({
      ...{ variantId: z.string(), productId: z.string(), name: z.string(), optionWords: z.string() },
      available: z.int(),
    }),
  ),
})
