import { expect, test } from 'vitest'
import { orderSteps } from './order-steps.ts'

const timeline = (...kinds: string[]) =>
  kinds.map((kind, i) => ({ id: String(i), kind, at: '2026-11-22T10:00:00.000Z' }))
const told = (...kinds: string[]) => orderSteps(timeline(...kinds)).map(({ title, state }) => `${title} ${state}`)

test('a new order shows what is still ahead of it', () => {
  expect(told('created')).toEqual(['step_created now', 'step_paid ahead', 'step_shipped ahead', 'step_delivered ahead'])
})
test('a declined card is told, the asking of the bank is not', () => {
  expect(told('created', 'payment_requested', 'payment_declined')).toContain('step_payment_declined now')
  expect(told('created', 'payment_requested', 'payment_declined')).toHaveLength(5)
})
test('a delivered order has nothing ahead', () => {
  expect(told('created', 'paid', 'shipped', 'delivered').at(-1)).toBe('step_delivered now')
})
test.for(['cancelled', 'expired', 'refunded'])('an order that is %s goes nowhere any more', (end) => {
  expect(told('created', end)).toHaveLength(2)
})
