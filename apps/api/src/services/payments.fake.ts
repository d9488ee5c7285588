import type { Database } from '@comptoir/db'
import { findCharge, type GatewayCharge, insertCharge } from '@comptoir/db/stores/gateway-charges'
import { cents } from '@comptoir/domain'
import { eq } from 'drizzle-orm'
import type { ChargeResult, PaymentGateway } from './payments.ts'

/** A fault switch for tests and rigs: runs before or after the stand-in has written to its ledger. */
export type GatewayFault = (at: 'before' | 'after', call: keyof PaymentGateway, key: string) => Promise<void> | void

type Row = {
  reference: string
  amountCents: number
  currency: ChargeResult['currency']
  state: ChargeResult['outcome']
  reason: string
}

const resultOf = (row: Row): ChargeResult => ({
  outcome: row.state,
  reference: row.reference,
  amountCents: cents(row.amountCents),
  currency: row.currency,
  reason: row.reason,
})
const timedOut = (key: string) => new Error(`the gateway timed out on ${key}`)

/**
 * The built-in test gateway. It keeps a ledger of its own (gateway_* tables), in commits of its own, and answers the same key with the
 * same result for ever, as a real provider does. `card_timeout` captures and then never answers the first time.
 */
export function testGateway(
  db: Database,
  { clock, fault = () => {} }: { clock: () => Date; fault?: GatewayFault },
): PaymentGateway {
  const { gatewayCharges: charges, gatewayRefunds: refunds } = db.read.tables
  const find = (key: string) => findCharge(db.read, key)
  const get = async (key: string) => {
    const row = await find(key)
    if (row === undefined) throw new Error(`the gateway knows no charge ${key}`)
    return row
  }
  /** Writes a first result; a rival call with the same key keeps its own. Answers whether it was ours. */
  const insert = (row: GatewayCharge) => db.write((tx) => insertCharge(tx, row))

  return {
    async charge({ key, amountCents, currency, card }) {
      await fault('before', 'charge', key)
      const state = stateFor(card)
      const reason = state === 'declined' ? (card === 'card_declined' ? 'insufficient_funds' : 'unknown_card') : ''
      const row = { ...{ key, card, amountCents, currency, state, reason }, reference: `tg_${key}`, at: clock() }
      const first = await insert(row)
      await fault('after', 'charge', key)
      if (first && card === 'card_timeout') throw timedOut(key)
      return resultOf(first ? row : await get(key))
    },
    async confirm({ key, confirmation }) {
      await fault('before', 'confirm', key)
      const wrong = /^0*$/.test(confirmation)
      await db.write(async (tx) => {
        const [row] = await tx.select().from(charges).where(eq(charges.key, key))
        if (row?.state !== 'action_required') return
        await tx
          .update(charges)
          .set(wrong ? { state: 'declined', reason: 'second_step_failed' } : { state: 'captured' })
          .where(eq(charges.key, key))
      })
      await fault('after', 'confirm', key)
      return resultOf(await get(key))
    },
    async find(key) {
      await fault('before', 'find', key)
      const row = await find(key)
      return row && resultOf(row)
    },
    async close(key) {
      await fault('before', 'close', key)
      await db.write(async (tx) => {
        const closed = {
          reference: `tg_${key}`,
          card: '',
          amountCents: cents(0),
          currency: 'EUR' as const,
          reason: 'closed',
        }
        await tx
          .insert(charges)
          .values({ key, ...closed, state: 'voided', at: clock() })
          .onConflictDoNothing()
        const [row] = await tx.select().from(charges).where(eq(charges.key, key))
        if (row?.state === 'action_required')
          await tx.update(charges).set({ state: 'voided', reason: 'closed' }).where(eq(charges.key, key))
      })
      await fault('after', 'close', key)
      return resultOf(await get(key))
    },
    async refund({ key, chargeKey, amountCents }) {
      await fault('before', 'refund', key)
      await db.write(async (tx) => {
        const [charge] = await tx.select().from(charges).where(eq(charges.key, chargeKey))
        const earlier = await tx.select().from(refunds).where(eq(refunds.chargeKey, chargeKey))
        const given = earlier
          .filter((one) => one.state === 'succeeded' && one.key !== key)
          .reduce((sum, one) => sum + one.amountCents, 0)
        const possible = charge?.state === 'captured' && given + amountCents <= charge.amountCents
        const state = possible ? 'succeeded' : 'failed'
        await tx.insert(refunds).values({ key, chargeKey, amountCents, state, at: clock() }).onConflictDoNothing()
      })
      await fault('after', 'refund', key)
      const [row] = await db.read.select().from(refunds).where(eq(refunds.key, key))
      return { outcome: row?.state ?? 'failed' }
    },
  }
}

function stateFor(card: string): ChargeResult['outcome'] {
  if (card === 'card_second_step') return 'action_required'
  return card === 'card_success' || card === 'card_timeout' ? 'captured' : 'declined'
}
