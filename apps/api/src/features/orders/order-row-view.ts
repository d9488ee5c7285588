import type { OrderRow } from '@comptoir/db/stores/order-lists'
import {
  type Order,
  type OrderStatus,
  orderStatuses,
  deliveryAxis,
  paymentAxis,
  placements,
} from '@comptoir/domain/orders'
import * as z from 'zod'

/** An order as lists show it. */
export interface OrderRowView {
  id: string
  reference: string
  status: OrderStatus
  placement: Order['placement']
  payment: Order['payment']
  delivery: Order['delivery']
  name: string
  email: string
  userId: string | null
  pieces: number
  totalCents: number
  currency: Order['currency']
  placedAt: string
}
export interface OrderPageView {
  items: OrderRowView[]
  nextCursor: string | null
}

export const OrderRowView: z.ZodType<OrderRowView, OrderRowView> = z.object({
  ...{ id: z.string(), reference: z.string(), status: z.enum(orderStatuses), placement: z.enum(placements) },
  ...{ payment: z.enum(paymentAxis), delivery: z.enum(deliveryAxis), name: z.string(), email: z.string() },
  ...{ userId: z.string().nullable(), pieces: z.int(), totalCents: z.int(), placedAt: z.string() },
  currency: z.enum(['EUR', 'CHF', 'GBP', 'USD', 'JPY', 'KWD']),
})
export const OrderPageView: z.ZodType<OrderPageView, OrderPageView> = z.object({
  items: z.array(OrderRowView),
  nextCursor: z.string().nullable(),
})

export const orderRowView = ({ address, placedAt, ...row }: OrderRow): OrderRowView => ({
  ...row,
  name: address.name,
  placedAt: placedAt.toISOString(),
})
