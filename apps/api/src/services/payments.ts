import type { Cents, Currency } from '@comptoir/domain'

/** What the gateway says of a charge; the amount and currency are compared with ours before anything is booked. */
export interface ChargeResult {
  outcome: 'captured' | 'declined' | 'action_required' | 'voided'
  reference: string
  amountCents: Cents
  currency: Currency
  /** Why not, for a declined charge; empty otherwise. */
  reason: string
}
export interface RefundResult {
  outcome: 'succeeded' | 'failed'
}

/**
 * The port to a payment provider. Every call is idempotent by its key (a row id of ours); it is never made inside a transaction.
 * A call that throws has an unknown outcome: ask `find`, or `close` the key for good.
 */
export interface PaymentGateway {
  charge(charge: { key: string; amountCents: Cents; currency: Currency; card: string }): Promise<ChargeResult>
  confirm(step: { key: string; confirmation: string }): Promise<ChargeResult>
  /** What is known under this key; undefined when nothing ever arrived. */
  find(key: string): Promise<ChargeResult | undefined>
  /** Closes the key: a charge not captured yet is voided, and one that arrives later is refused. Answers the final state. */
  close(key: string): Promise<ChargeResult>
  refund(refund: { key: string; chargeKey: string; amountCents: Cents }): Promise<RefundResult>
}
