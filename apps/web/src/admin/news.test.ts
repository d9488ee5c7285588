import { expect, test } from 'vitest'
import { withOrder } from './news.ts'

const none: ReadonlySet<string> = new Set()

test('a new order is counted once, also when a mended line tells it again', () => {
  const once = withOrder(none, { orderId: 'order_1', kind: 'created' })
  expect(withOrder(once, { orderId: 'order_1', kind: 'created' })).toBe(once)
  expect([...withOrder(once, { orderId: 'order_2', kind: 'created' })]).toEqual(['order_1', 'order_2'])
})
test('a payment or a parcel is no new order', () => {
  expect(withOrder(none, { orderId: 'order_1', kind: 'paid' })).toBe(none)
})
