import { describe, expect, test } from 'vitest'
import { anOrder, minutesAfter, noon, refusalOf } from '../testing.ts'
import { deliveryAxis, type Order, type OrderAxes, paymentAxis, placements } from './order.ts'
import { allowedActions, isAllowed, type OrderAction, orderActions, orderStatuses, statusOf } from './status.ts'
import { cancelOrder, deliverOrder, expireOrder, markPaid, refundOrder, shipOrder, validateOrder } from './steps.ts'

const everyState: OrderAxes[] = placements.flatMap((placement) =>
  paymentAxis.flatMap((payment) => deliveryAxis.map((delivery) => ({ placement, payment, delivery }))),
)
const late = minutesAfter(noon, 60)
const orderIn = (axes: OrderAxes): Order =>
  anOrder({ ...axes, status: statusOf(axes), cancelReason: axes.placement === 'cancelled' ? 'customer' : null })

const perform: Record<OrderAction, (order: Order) => Order> = {
  validate: (order) => validateOrder(order, noon),
  pay: (order) => markPaid(order, order.totalCents, noon),
  ship: (order) => shipOrder(order, { carrier: 'Colis', trackingNumber: 'CT1' }, noon),
  deliver: (order) => deliverOrder(order, noon),
  cancel: (order) => cancelOrder(order, 'customer', noon),
  refund: (order) => refundOrder(order, noon),
  expire: (order) => expireOrder(order, late),
}
const actions = Object.keys(orderActions) as OrderAction[]
const spell = ({ placement, payment, delivery }: OrderAxes) => `${placement} ${payment} ${delivery}`

// Rules 4.6 written out by hand: each order that can exist, what may be done to it, and what it then is.
const rules: Record<string, { status: Order['status']; may: Partial<Record<OrderAction, string>> }> = {
  'created unpaid none': {
    status: 'created',
    may: {
      validate: 'validated unpaid none',
      pay: 'created paid none',
      cancel: 'cancelled unpaid none',
      expire: 'cancelled unpaid none',
    },
  },
  'validated unpaid none': {
    status: 'validated',
    may: { pay: 'validated paid none', cancel: 'cancelled unpaid none', expire: 'cancelled unpaid none' },
  },
  'created paid none': {
    status: 'paid',
    may: { ship: 'created paid shipped', cancel: 'cancelled refunded none', refund: 'created refunded none' },
  },
  'validated paid none': {
    status: 'paid',
    may: { ship: 'validated paid shipped', cancel: 'cancelled refunded none', refund: 'validated refunded none' },
  },
  'created paid shipped': {
    status: 'shipped',
    may: { deliver: 'created paid delivered', refund: 'created refunded shipped' },
  },
  'validated paid shipped': {
    status: 'shipped',
    may: { deliver: 'validated paid delivered', refund: 'validated refunded shipped' },
  },
  'created paid delivered': { status: 'delivered', may: { refund: 'created refunded delivered' } },
  'validated paid delivered': { status: 'delivered', may: { refund: 'validated refunded delivered' } },
  'created refunded none': { status: 'refunded', may: {} },
  'validated refunded none': { status: 'refunded', may: {} },
  'created refunded shipped': { status: 'refunded', may: {} },
  'validated refunded shipped': { status: 'refunded', may: {} },
  'created refunded delivered': { status: 'refunded', may: {} },
  'validated refunded delivered': { status: 'refunded', may: {} },
  'cancelled unpaid none': { status: 'cancelled', may: {} },
  'cancelled refunded none': { status: 'cancelled', may: {} },
}

describe('the life of an order', () => {
  const pairs = everyState.flatMap((axes) => actions.map((action) => ({ axes, action })))

  test.each(pairs)('$axes.placement $axes.payment $axes.delivery: $action as the rules say', ({ axes, action }) => {
    const next = rules[spell(axes)]?.may[action]
    expect(isAllowed(action, axes)).toBe(next !== undefined)
    const before = orderIn(axes)
    if (next === undefined) {
      const { code } = refusalOf(() => perform[action](before))
      expect(['order_step_refused', 'order_not_paid', 'order_already_shipped']).toContain(code)
    } else {
      const after = perform[action](before)
      expect(spell(after)).toBe(next)
      expect(after.status).toBe(rules[next]?.status)
      expect(after.version).toBe(before.version)
    }
  })

  test('reaches, from a new order, exactly the states that the rules name', () => {
    const reached = new Set(['created unpaid none'])
    for (const state of reached) for (const next of Object.values(rules[state]?.may ?? {})) reached.add(next)
    expect([...reached].toSorted()).toEqual(Object.keys(rules).toSorted())
  })

  test('never leaves cancelled or refunded', () => {
    for (const axes of everyState.filter((one) => one.placement === 'cancelled' || one.payment === 'refunded'))
      for (const action of actions) expect(isAllowed(action, axes)).toBe(false)
  })

  test('shows the first status that matches, of the seed’s seven', () => {
    for (const axes of everyState) expect(orderStatuses).toContain(statusOf(axes))
    for (const [state, { status }] of Object.entries(rules))
      expect(statusOf(everyState.find((axes) => spell(axes) === state)!)).toBe(status)
  })

  test('offers the customer payment and cancelling, and the staff the rest', () => {
    const created = { placement: 'created', payment: 'unpaid', delivery: 'none' } as const
    expect(allowedActions(created, 'customer')).toEqual(['pay', 'cancel'])
    expect(allowedActions(created, 'staff')).toEqual(['validate', 'cancel'])
    expect(allowedActions({ ...created, payment: 'paid' }, 'staff')).toEqual(['ship', 'cancel', 'refund'])
    expect(allowedActions({ ...created, payment: 'paid', delivery: 'shipped' }, 'customer')).toEqual([])
  })
})
