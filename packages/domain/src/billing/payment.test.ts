import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cents } from '../money.ts'
import { noon, refusal, refusalOf } from '../testing.ts'
import {
  afterEvent,
  capturedOf,
  isLive,
  isUnknown,
  mayFollow,
  type PaymentEventKind,
  paymentEventKinds,
  paymentMoves,
  type PaymentState,
  stateOf,
} from './payment.ts'

const history = (...kinds: PaymentEventKind[]) => kinds.map((kind) => ({ kind }))
const final: PaymentState[] = ['captured', 'declined', 'failed', 'voided']

describe('a payment attempt', () => {
  test.each<[PaymentState, PaymentEventKind[]]>([
    ['captured', ['requested', 'captured']],
    ['declined', ['requested', 'declined']],
    ['failed', ['requested', 'failed']],
    ['captured', ['requested', 'action_required', 'confirming', 'captured']],
    ['declined', ['requested', 'action_required', 'confirming', 'declined']],
    ['voided', ['requested', 'action_required', 'voided']],
  ])('is %s after %j', (state, kinds) => {
    expect(stateOf(history(...kinds))).toBe(state)
  })

  test('begins with a request and follows no other path', () => {
    expect(() => stateOf([])).toThrow(RangeError)
    expect(() => stateOf(history('captured'))).toThrow(RangeError)
    expect(() => stateOf(history('requested', 'confirming'))).toThrow(RangeError)
    expect(() => stateOf(history('requested', 'action_required', 'captured'))).toThrow(RangeError)
    expect(afterEvent(null, 'requested')).toBe('requested')
    expect(refusalOf(() => afterEvent('declined', 'captured'))).toEqual(refusal('payment_not_found'))
  })

  test('never leaves a final state, whatever path led there', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...paymentEventKinds), { maxLength: 12 }), (attempted) => {
        let state: PaymentState | null = null
        const happened: PaymentEventKind[] = []
        for (const kind of attempted) {
          const stuck: boolean = state !== null && final.includes(state)
          if (stuck) expect(mayFollow(state, kind)).toBe(false)
          if (!mayFollow(state, kind)) continue
          state = afterEvent(state, kind)
          happened.push(kind)
        }
        if (state !== null) expect(stateOf(history(...happened))).toBe(state)
        expect(new Set(happened).size).toBe(happened.length)
      }),
      { numRuns: 1000 },
    )
  })

  test('is live until it is final, and unknown while only the gateway can tell', () => {
    expect(paymentEventKinds.filter((kind) => !isLive(kind))).toEqual(final)
    expect(paymentEventKinds.filter(isUnknown)).toEqual(['requested', 'confirming'])
    expect(Object.keys(paymentMoves)).toEqual([...paymentEventKinds])
  })

  test('counts as money only what was captured', () => {
    const event = (kind: PaymentEventKind, amount: number) => ({ kind, amountCents: cents(amount), at: noon })
    expect(capturedOf([event('requested', 500), event('declined', 500)])).toBe(0)
    expect(capturedOf([event('requested', 500), event('captured', 500)])).toBe(500)
  })
})
