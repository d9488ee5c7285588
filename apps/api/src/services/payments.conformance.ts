import { cents } from '@comptoir/domain'
import { describe, expect, test } from 'vitest'
import type { ChargeResult, PaymentGateway, RefundResult } from './payments.ts'

/** What a provider's sandbox offers to its tests: a card for each outcome, and what it really moved. */
export interface GatewayUnderTest extends AsyncDisposable {
  gateway: PaymentGateway
  cards: { good: string; declined: string; secondStep: string; timeout: string }
  codes: { right: string; wrong: string }
  /** The money under a key, by the provider's own ledger. */
  moved(key: string): Promise<{ capturedCents: number; refundedCents: number }>
}

const total = { amountCents: cents(1690), currency: 'EUR' } as const
let serial = 0
const aKey = () => `payment_conformance_${++serial}`
const outcomeOf = async (work: Promise<ChargeResult | RefundResult | undefined>) => (await work)?.outcome

/** What every payment adapter must do; an adapter's own test calls it with its sandbox. */
export function describeGateway(name: string, open: () => Promise<GatewayUnderTest>): void {
  describe(`the payment gateway ${name}`, () => {
    test('captures a good card for the amount asked, and says so with its reference', async () => {
      await using of = await open()
      const key = aKey()
      const result = await of.gateway.charge({ key, ...total, card: of.cards.good })
      expect(result).toMatchObject({ outcome: 'captured', ...total, reason: '' })
      expect(result.reference).not.toBe('')
      expect(await of.moved(key)).toEqual({ capturedCents: 1690, refundedCents: 0 })
    })

    test('declines with a reason, and moves nothing', async () => {
      await using of = await open()
      const key = aKey()
      const result = await of.gateway.charge({ key, ...total, card: of.cards.declined })
      expect(result.outcome).toBe('declined')
      expect(result.reason).not.toBe('')
      expect(await of.moved(key)).toEqual({ capturedCents: 0, refundedCents: 0 })
    })

    test('answers the same key with the same result, in turn and at once, and captures once', async () => {
      await using of = await open()
      const key = aKey()
      const charge = () => of.gateway.charge({ key, ...total, card: of.cards.good })
      const answers = [...(await Promise.all([charge(), charge(), charge()])), await charge()]
      expect(new Set(answers.map((one) => JSON.stringify(one))).size).toBe(1)
      expect(await of.moved(key)).toEqual({ capturedCents: 1690, refundedCents: 0 })
    })

    test('keeps its first word when another card comes under the same key', async () => {
      await using of = await open()
      const key = aKey()
      await of.gateway.charge({ key, ...total, card: of.cards.declined })
      expect(await outcomeOf(of.gateway.charge({ key, ...total, card: of.cards.good }))).toBe('declined')
      expect((await of.moved(key)).capturedCents).toBe(0)
    })

    test('asks for a second step, captures by the right code and only once', async () => {
      await using of = await open()
      const key = aKey()
      expect(await outcomeOf(of.gateway.charge({ key, ...total, card: of.cards.secondStep }))).toBe('action_required')
      expect((await of.moved(key)).capturedCents).toBe(0)
      const confirm = () => of.gateway.confirm({ key, confirmation: of.codes.right })
      expect(await Promise.all([outcomeOf(confirm()), outcomeOf(confirm())])).toEqual(['captured', 'captured'])
      expect((await of.moved(key)).capturedCents).toBe(1690)
    })

    test('declines a wrong code for good', async () => {
      await using of = await open()
      const key = aKey()
      await of.gateway.charge({ key, ...total, card: of.cards.secondStep })
      expect(await outcomeOf(of.gateway.confirm({ key, confirmation: of.codes.wrong }))).toBe('declined')
      expect(await outcomeOf(of.gateway.confirm({ key, confirmation: of.codes.right }))).toBe('declined')
      expect((await of.moved(key)).capturedCents).toBe(0)
    })

    test('knows afterwards what became of a charge that never got its answer', async () => {
      await using of = await open()
      const key = aKey()
      await expect(of.gateway.charge({ key, ...total, card: of.cards.timeout })).rejects.toThrow()
      expect(await of.gateway.find(key)).toMatchObject({ outcome: 'captured', ...total })
      expect(await of.gateway.find(aKey())).toBeUndefined()
    })

    test('refuses a charge that arrives after its key was closed, and closing leaves a capture alone', async () => {
      await using of = await open()
      const [late, waiting, done] = [aKey(), aKey(), aKey()]
      expect(await outcomeOf(of.gateway.close(late))).toBe('voided')
      expect(await outcomeOf(of.gateway.charge({ key: late, ...total, card: of.cards.good }))).toBe('voided')
      expect((await of.moved(late)).capturedCents).toBe(0)

      await of.gateway.charge({ key: waiting, ...total, card: of.cards.secondStep })
      expect(await outcomeOf(of.gateway.close(waiting))).toBe('voided')
      expect(await outcomeOf(of.gateway.confirm({ key: waiting, confirmation: of.codes.right }))).toBe('voided')
      expect((await of.moved(waiting)).capturedCents).toBe(0)

      await of.gateway.charge({ key: done, ...total, card: of.cards.good })
      expect(await outcomeOf(of.gateway.close(done))).toBe('captured')
      expect(await outcomeOf(of.gateway.close(done))).toBe('captured')
    })

    test('of a charge and a close at once, exactly one happens', async () => {
      await using of = await open()
      const key = aKey()
      const [charged, closed] = await Promise.all([
        outcomeOf(of.gateway.charge({ key, ...total, card: of.cards.good })),
        outcomeOf(of.gateway.close(key)),
      ])
      expect(charged).toBe(closed)
      expect((await of.moved(key)).capturedCents).toBe(charged === 'captured' ? 1690 : 0)
    })

    test('gives money back once per key, part by part, never more than was captured', async () => {
      await using of = await open()
      const chargeKey = aKey()
      await of.gateway.charge({ key: chargeKey, ...total, card: of.cards.good })
      const part = { key: aKey(), chargeKey, amountCents: cents(1000) }
      expect(await outcomeOf(of.gateway.refund(part))).toBe('succeeded')
      expect(await outcomeOf(of.gateway.refund(part))).toBe('succeeded')
      expect((await of.moved(chargeKey)).refundedCents).toBe(1000)
      const tooMuch = { key: aKey(), chargeKey, amountCents: cents(691) }
      expect(await outcomeOf(of.gateway.refund(tooMuch))).toBe('failed')
      expect(await outcomeOf(of.gateway.refund({ key: aKey(), chargeKey, amountCents: cents(690) }))).toBe('succeeded')
      expect(await of.moved(chargeKey)).toEqual({ capturedCents: 1690, refundedCents: 1690 })
    })

    test('gives nothing back of what was never captured', async () => {
      await using of = await open()
      const chargeKey = aKey()
      await of.gateway.charge({ key: chargeKey, ...total, card: of.cards.declined })
      const refund = { key: aKey(), amountCents: cents(1) }
      expect(await outcomeOf(of.gateway.refund({ ...refund, chargeKey }))).toBe('failed')
      expect(await outcomeOf(of.gateway.refund({ ...refund, key: aKey(), chargeKey: aKey() }))).toBe('failed')
    })
  })
}
