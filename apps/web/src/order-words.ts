import type { OrderStatus } from '@comptoir/domain/orders'
import type { Tone } from './ui/states.tsx'

/** How urgent a status looks; its word says the rest. */
export const orderTone: Record<OrderStatus, Tone> = {
  created: 'hot',
  validated: 'hot',
  paid: 'few',
  shipped: 'good',
  delivered: 'good',
  cancelled: 'gone',
  refunded: 'gone',
}
