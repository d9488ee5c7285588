import type { OrderAxes } from './order.ts'

/** The seed's statuses, by their identifiers (CREE, VALIDEE, PAYEE, EXPEDIEE, LIVREE, ANNULEE, REMBOURSEE). */
export const orderStatuses = ['created', 'validated', 'paid', 'shipped', 'delivered', 'cancelled', 'refunded'] as const
export type OrderStatus = (typeof orderStatuses)[number]

/** One status from three axes; the first match wins. RULES 4.6. */
export function statusOf(axes: OrderAxes): OrderStatus {
  if (axes.placement === 'cancelled') return 'cancelled'
  if (axes.payment === 'refunded') return 'refunded'
  if (axes.delivery === 'delivered') return 'delivered'
  if (axes.delivery === 'shipped') return 'shipped'
  if (axes.payment === 'paid') return 'paid'
  return axes.placement === 'validated' ? 'validated' : 'created'
}

type From = { [A in keyof OrderAxes]: readonly OrderAxes[A][] }
interface Move {
  by: 'customer' | 'staff' | 'either' | 'system'
  from: From
  to: Partial<OrderAxes>
}

/** The life of an order, as data: guards, allowed actions and buttons derive from this one table. RULES 4.6. */
export const orderActions = {
  validate: {
    by: 'staff',
    from: { placement: ['created'], payment: ['unpaid'], delivery: ['none'] },
    to: { placement: 'validated' },
  },
  pay: {
    by: 'customer',
    from: { placement: ['created', 'validated'], payment: ['unpaid'], delivery: ['none'] },
    to: { payment: 'paid' },
  },
  ship: {
    by: 'staff',
    from: { placement: ['created', 'validated'], payment: ['paid'], delivery: ['none'] },
    to: { delivery: 'shipped' },
  },
  deliver: {
    by: 'staff',
    from: { placement: ['created', 'validated'], payment: ['paid'], delivery: ['shipped'] },
    to: { delivery: 'delivered' },
  },
  cancel: {
    by: 'either',
    from: { placement: ['created', 'validated'], payment: ['unpaid', 'paid'], delivery: ['none'] },
    to: { placement: 'cancelled' },
  },
  refund: {
    by: 'staff',
    from: { placement: ['created', 'validated'], payment: ['paid'], delivery: ['none', 'shipped', 'delivered'] },
    to: { payment: 'refunded' },
  },
  expire: {
    by: 'system',
    from: { placement: ['created', 'validated'], payment: ['unpaid'], delivery: ['none'] },
    to: { placement: 'cancelled' },
  },
} as const satisfies Record<string, Move>

export type OrderAction = keyof typeof orderActions
type Actions = typeof orderActions

/** Axes from which an action is possible: where the state is known, an illegal step does not compile. */
export type Before<A extends OrderAction> = { [X in keyof OrderAxes]: Actions[A]['from'][X][number] }
/** Axes after an action. */
export type After<A extends OrderAction> = Omit<Before<A>, keyof Actions[A]['to']> & Actions[A]['to']

/** Whether the table allows an action from these axes. */
export function isAllowed<A extends OrderAction>(action: A, axes: OrderAxes): axes is Before<A> {
  const from: From = orderActions[action].from
  return (
    from.placement.includes(axes.placement) &&
    from.payment.includes(axes.payment) &&
    from.delivery.includes(axes.delivery)
  )
}

/** The actions that someone may take now, from the table alone. */
export function allowedActions(axes: OrderAxes, by: 'customer' | 'staff'): OrderAction[] {
  return (Object.keys(orderActions) as OrderAction[]).filter((action) => {
    const who = orderActions[action].by
    return (who === by || who === 'either') && isAllowed(action, axes)
  })
}
