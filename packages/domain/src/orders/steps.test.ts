import { describe, expect, test } from 'vitest'
import { cents } from '../money.ts'
import { anOrder, line, minutesAfter, noon, refusal, refusalOf, variant } from '../testing.ts'
import type { Order } from './order.ts'
import { orderReference, trackingNumber } from './reference.ts'
import { stockEffects } from './stock-effects.ts'
import {
  cancelOrder,
  checkPayable,
  deliverOrder,
  expireOrder,
  markPaid,
  refundOrder,
  shipOrder,
  validateOrder,
} from './steps.ts'
import { withEffect } from '../catalog/stock.ts'

const paid = (facts: Partial<Order> = {}) => anOrder({ payment: 'paid', status: 'paid', paidAt: noon, ...facts })
const shipped = (facts: Partial<Order> = {}) => paid({ delivery: 'shipped', status: 'shipped', ...facts })
const parcel = { carrier: 'Colis', trackingNumber: 'CT1' }
const later = minutesAfter(noon, 5)
const deadline = minutesAfter(noon, 60)

describe('each step', () => {
  test('writes its instant and facts, and touches nothing else', () => {
    const order = anOrder()
    expect(validateOrder(order, later)).toEqual({
      ...order,
      placement: 'validated',
      status: 'validated',
      validatedAt: later,
    })
    expect(markPaid(order, order.totalCents, later)).toEqual({
      ...order,
      payment: 'paid',
      status: 'paid',
      paidAt: later,
    })
    expect(shipOrder(paid(), parcel, later)).toEqual({ ...shipped(), ...parcel, shippedAt: later })
    expect(deliverOrder(shipped(), later)).toMatchObject({ status: 'delivered', deliveredAt: later })
    expect(refundOrder(shipped(), later)).toMatchObject({ status: 'refunded', delivery: 'shipped', refundedAt: later })
  })

  test('refuses to ship an unpaid order', () => {
    expect(refusalOf(() => shipOrder(anOrder(), parcel, noon))).toEqual(refusal('order_not_paid'))
  })

  test('refuses to cancel what has left', () => {
    expect(refusalOf(() => cancelOrder(shipped(), 'customer', noon))).toEqual(refusal('order_already_shipped'))
    expect(refusalOf(() => cancelOrder(shipped({ delivery: 'delivered' }), 'staff', noon)).code).toBe(
      'order_already_shipped',
    )
  })

  test('names the step and the state when it refuses', () => {
    expect(refusalOf(() => validateOrder(paid(), noon))).toEqual(
      refusal('order_step_refused', { action: 'validate', status: 'paid' }),
    )
  })

  test('cancelling gives back what was paid, and says who called it off', () => {
    expect(cancelOrder(paid(), 'staff', later)).toMatchObject({
      status: 'cancelled',
      payment: 'refunded',
      cancelReason: 'staff',
      cancelledAt: later,
      refundedAt: later,
    })
    expect(cancelOrder(anOrder(), 'customer', later)).toMatchObject({ payment: 'unpaid', refundedAt: null })
  })
})

describe('paying', () => {
  test('may begin until the deadline, and not from that instant on', () => {
    expect(() => checkPayable(anOrder(), minutesAfter(deadline, -0.001))).not.toThrow()
    expect(refusalOf(() => checkPayable(anOrder(), deadline))).toEqual(refusal('order_expired'))
    expect(refusalOf(() => checkPayable(expireOrder(anOrder(), deadline), noon))).toEqual(refusal('order_expired'))
  })

  test('may not begin for an order that is paid or cancelled', () => {
    expect(refusalOf(() => checkPayable(paid(), deadline)).code).toBe('order_step_refused')
    expect(refusalOf(() => checkPayable(cancelOrder(anOrder(), 'customer', noon), deadline)).code).toBe(
      'order_step_refused',
    )
  })

  test('counts money captured just past the deadline, while the order stands', () => {
    const order = anOrder()
    expect(markPaid(order, order.totalCents, minutesAfter(deadline, 1)).status).toBe('paid')
    const expired: Order = expireOrder(order, deadline)
    expect(refusalOf(() => markPaid(expired, order.totalCents, deadline))).toEqual(refusal('order_expired'))
  })

  test('takes the exact total and nothing else', () => {
    const order = anOrder()
    expect(refusalOf(() => markPaid(order, cents(order.totalCents - 1), noon))).toEqual(
      refusal('captured_amount_differs', { totalCents: order.totalCents, capturedCents: order.totalCents - 1 }),
    )
  })
})

describe('an unpaid order', () => {
  test('expires exactly at its deadline, not a millisecond before', () => {
    expect(refusalOf(() => expireOrder(anOrder(), new Date(deadline.getTime() - 1))).code).toBe('order_step_refused')
    expect(expireOrder(anOrder(), deadline)).toMatchObject({
      status: 'cancelled',
      cancelReason: 'expired',
      cancelledAt: deadline,
    })
  })

  test('does not expire once it is paid', () => {
    expect(refusalOf(() => expireOrder(paid(), deadline)).code).toBe('order_step_refused')
  })
})

describe('the stock of an order', () => {
  const base = anOrder()
  const [first] = base.lines
  const order = anOrder({
    lines: [
      { ...first!, id: line(1), variantId: variant('tea'), quantity: 2 },
      { ...first!, id: line(2), variantId: variant('soap'), quantity: 3 },
      { ...first!, id: line(3), variantId: variant('tea'), quantity: 1 },
    ],
  })
  const each = (effects: ReturnType<typeof stockEffects>) =>
    effects.map((one) => [one.variantId, one.onHand, one.allocated, one.movement])

  test('is held at placement, summed per variant and in id order', () => {
    expect(each(stockEffects('place', order))).toEqual([
      ['variant_soap', 0, 3, null],
      ['variant_tea', 0, 3, null],
    ])
  })

  test('is released by cancelling and expiry, and leaves with the parcel', () => {
    for (const action of ['cancel', 'expire'] as const)
      expect(each(stockEffects(action, order))[0]).toEqual(['variant_soap', 0, -3, null])
    expect(each(stockEffects('ship', order))[0]).toEqual(['variant_soap', -3, -3, 'sale'])
    for (const action of ['validate', 'pay', 'deliver'] as const) expect(stockEffects(action, order)).toEqual([])
  })

  test('goes back to the shelf with a refund, unless staff say no', () => {
    expect(each(stockEffects('refund', order))[0]).toEqual(['variant_soap', 0, -3, null])
    expect(each(stockEffects('refund', order, { restock: false }))[0]).toEqual(['variant_soap', -3, -3, 'adjustment'])
    for (const delivery of ['shipped', 'delivered'] as const) {
      expect(each(stockEffects('refund', { ...order, delivery }))[0]).toEqual(['variant_soap', 3, 0, 'return'])
      expect(stockEffects('refund', { ...order, delivery }, { restock: false })).toEqual([])
    }
  })

  test('holds nothing once the order is over, whichever way it went', () => {
    const ways: [('place' | 'ship' | 'cancel' | 'refund' | 'expire')[], number][] = [
      [['place', 'cancel'], 10],
      [['place', 'expire'], 10],
      [['place', 'refund'], 10],
      [['place', 'ship'], 7],
      [['place', 'ship', 'refund'], 10],
    ]
    for (const [way, onHand] of ways) {
      let level = { onHand: 10, allocated: 0 }
      let delivery: Order['delivery'] = 'none'
      for (const action of way) {
        level = withEffect(level, stockEffects(action, { ...order, delivery })[0]!)
        if (action === 'ship') delivery = 'shipped'
      }
      expect(level).toEqual({ onHand, allocated: 0 })
    }
    expect(() => withEffect({ onHand: 2, allocated: 0 }, stockEffects('place', order)[0]!)).toThrow(RangeError)
  })
})

describe('numbers for the customer', () => {
  test('are short, random and easy to read aloud', () => {
    const bytes = Uint8Array.from({ length: 12 }, (_, i) => i * 21)
    expect(orderReference(bytes)).toMatch(/^C[2-9A-HJ-NP-Z]{8}$/)
    expect(trackingNumber(bytes)).toMatch(/^CT[2-9A-HJ-NP-Z]{12}$/)
    expect(orderReference(bytes)).not.toBe(orderReference(bytes.toReversed()))
    expect(() => orderReference(new Uint8Array(7))).toThrow(RangeError)
  })
})
