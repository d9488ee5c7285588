import type { ChargeResult, PaymentGateway, RefundResult } from '@comptoir/api/services/payments'
import { type Cents, cents } from '@comptoir/domain'
import type { Gate } from './scheduler.ts'

export interface Charge extends ChargeResult {
  card: string
}
export interface Refund extends RefundResult {
  chargeKey: string
  amountCents: Cents
}
/** What may go wrong on the line: the call never arrives, arrives after the caller gave up, or its answer is lost. */
export type LineFault = 'never arrives' | 'arrives late' | 'answer lost'
export const lineFaults = ['never arrives', 'arrives late', 'answer lost'] as const satisfies readonly LineFault[]

/** A provider that lives apart from the shop: its ledger survives the shop's restarts, and it does not know the shop's books. */
export interface Provider {
  charges: Map<string, Charge>
  refunds: Map<string, Refund>
  /** Every answer it would tell by callback, in the order in which it came about. */
  news: { key: string; result: ChargeResult; told: boolean }[]
  /** Calls that are still on the line, whoever made them. */
  late: (() => void)[]
  /** The port as one process of the shop sees it. */
  seenFrom(gate: Gate): PaymentGateway
}

export interface Weather {
  fault(call: keyof PaymentGateway): LineFault | null
  /** Whether the bank says no to a refund. */
  refundFails(): boolean
}

const timedOut = (key: string) => new Error(`the gateway timed out on ${key}`)

export function provider(weather: Weather): Provider {
  const charges = new Map<string, Charge>()
  const refunds = new Map<string, Refund>()
  const news: Provider['news'] = []
  const late: Provider['late'] = []

  const told = (key: string): ChargeResult => {
    const charge = charges.get(key)
    if (charge === undefined) throw new Error(`the gateway knows no charge ${key}`)
    const { card: _, ...result } = charge
    return result
  }
  /** Writes a charge and what it became; the first word under a key counts, until a waiting one moves. */
  function become(key: string, charge: Charge): ChargeResult {
    const known = charges.get(key)
    if (known === undefined || known.outcome === 'action_required') {
      charges.set(key, charge)
      news.push({ key, result: told(key), told: false })
    }
    return told(key)
  }

  const charge: Arrives<'charge'> = ({ key, amountCents, currency, card }) => {
    if (charges.has(key)) return told(key)
    const outcome = outcomes[card] ?? 'declined'
    const reason = outcome === 'declined' ? 'insufficient_funds' : ''
    return become(key, { outcome, reference: `ref ${key}`, amountCents, currency, reason, card })
  }
  const confirm: Arrives<'confirm'> = ({ key, confirmation }) => {
    const known = charges.get(key)
    if (known?.outcome !== 'action_required') return told(key)
    const right = !/^0*$/.test(confirmation)
    const reason = right ? '' : 'second_step_failed'
    return become(key, { ...known, outcome: right ? 'captured' : 'declined', reason })
  }
  const close: Arrives<'close'> = (key) => {
    const nothing = { reference: `ref ${key}`, amountCents: cents(0), currency: 'EUR', card: '' } as const
    return become(key, { ...nothing, ...charges.get(key), outcome: 'voided', reason: 'closed' })
  }
  const refund: Arrives<'refund'> = ({ key, chargeKey, amountCents }) => {
    const known = refunds.get(key)
    if (known !== undefined) return { outcome: known.outcome }
    const from = charges.get(chargeKey)
    let given = 0
    for (const one of refunds.values())
      if (one.chargeKey === chargeKey && one.outcome === 'succeeded') given += one.amountCents
    const possible = from?.outcome === 'captured' && given + amountCents <= from.amountCents
    const outcome = possible && !weather.refundFails() ? 'succeeded' : 'failed'
    refunds.set(key, { chargeKey, amountCents, outcome })
    return { outcome }
  }

  return {
    ...{ charges, refunds, news, late },
    seenFrom(gate) {
      async function send<T>(call: keyof PaymentGateway, key: string, arrive: () => T): Promise<T> {
        const fault = weather.fault(call)
        const arrivesLater = () => void late.push(arrive)
        // A request that was sent may arrive although its sender died.
        await gate.pass(`${call} on its way`, fault === 'never arrives' ? undefined : arrivesLater)
        if (fault === 'arrives late') arrivesLater()
        if (fault === 'arrives late' || fault === 'never arrives') throw timedOut(key)
        const answer = arrive()
        const unheard = call === 'charge' && charges.get(key)?.card === 'card_timeout'
        if (unheard || fault === 'answer lost') throw timedOut(key)
        await gate.pass(`${call} answered`)
        return answer
      }
      return {
        charge: (asked) => send('charge', asked.key, () => charge(asked)),
        confirm: (asked) => send('confirm', asked.key, () => confirm(asked)),
        find: (key) => send('find', key, () => (charges.has(key) ? told(key) : undefined)),
        close: (key) => send('close', key, () => close(key)),
        refund: (asked) => send('refund', asked.key, () => refund(asked)),
      }
    },
  }
}

type Arrives<C extends keyof PaymentGateway> = (
  asked: Parameters<PaymentGateway[C]>[0],
) => Exclude<Awaited<ReturnType<PaymentGateway[C]>>, undefined>
const outcomes: Record<string, ChargeResult['outcome']> = {
  ...{ card_success: 'captured', card_timeout: 'captured', card_second_step: 'action_required' },
}
