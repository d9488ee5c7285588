import type { Writer } from '@comptoir/db'
import * as unmatchedMoney from '@comptoir/db/stores/unmatched-money'
import { refuse } from '@comptoir/domain'
import type { SettleMoneyInput } from '@comptoir/domain/billing/inputs'
import { maskCards } from '@comptoir/domain/support'
import type { Fresh } from '../../change.ts'
import { noteDeed, type StaffCall } from '../../staff-call.ts'
import { tellMoney } from './money-changes.ts'

/**
 * Notes what a person did with money that fits no order; nothing is sent to the gateway, and card numbers are masked.
 * Refuses: unmatched_money_not_found, unmatched_money_settled. INV-06.
 */
export async function settleMoney(
  tx: Writer,
  by: StaffCall,
  { id, note: written }: SettleMoneyInput,
  fresh: Fresh,
): Promise<unmatchedMoney.UnmatchedMoneyOfOrder> {
  const money = await unmatchedMoney.find(tx, id)
  if (money === undefined) return refuse('unmatched_money_not_found')
  const settled = { settledAt: fresh.now, settledBy: by.actorId, note: maskCards(written) }
  if (!(await unmatchedMoney.settle(tx, id, settled))) refuse('unmatched_money_settled')
  // Not the note: it may name a person, and the trail forgets nobody (INV-66).
  const after = { amountCents: money.amountCents, currency: money.currency }
  if (money.orderStatus !== null)
    await tellMoney(tx, 'money_settled', { orderId: money.orderId, status: money.orderStatus }, fresh)
  await noteDeed(tx, by, { action: 'unmatchedMoney.settle', subjectId: id, after }, fresh)
  return { ...money, ...settled }
}
