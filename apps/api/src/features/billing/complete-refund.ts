import type { Writer } from '@comptoir/db'
import * as billing from '@comptoir/db/stores/billing'
import * as figures from '@comptoir/db/stores/figures'
import * as orders from '@comptoir/db/stores/orders'
import { readSettings } from '@comptoir/db/stores/settings'
import { dayIn, type Id, refuse } from '@comptoir/domain'
import { creditNoteOf, wholeRefund } from '@comptoir/domain/billing'
import { cancelOrder, type Order, refundOrder } from '@comptoir/domain/orders'
import { freshFor, writeAgain } from '../../change.ts'
import type { Services } from '../../context.ts'
import type { RefundResult } from '../../services/payments.ts'
import { moveStock } from '../order-steps/order-stock.ts'
import { type By, recordStep, saveStep } from '../order-steps/record-step.ts'
import { bookEvent, type Booking, mentionsOf } from './book-capture.ts'

type Asking = Pick<Services, 'db' | 'gateway' | 'clock' | 'random' | 'log'>

/** Asks the gateway to give the money back, by the refund's own key, and books what it says. A time-out leaves it pending. */
export async function completeRefund(services: Asking, refundId: Id<'refund'> | null): Promise<void> {
  const refund = refundId === null ? undefined : await billing.findRefund(services.db.read, refundId)
  if (refund === undefined || refund.state !== 'pending') return
  const { key } = await billing.getPayment(services.db.read, refund.paymentId)
  const { amountCents } = refund
  const result = await services.gateway
    .refund({ key: refund.id, chargeKey: key, amountCents })
    .catch((error: unknown) => {
      services.log.warn({ err: error, refundId: refund.id }, 'the gateway did not answer')
      return null
    })
  if (result === null) return
  const fresh = freshFor(services)
  await writeAgain(() =>
    services.db.write(async (tx) => {
      fresh.rewind()
      await settleRefund(tx, refund, result, fresh)
    }),
  )
}

/** Finishes refunds that a crash or a time-out left pending. */
export async function completeRefunds(services: Asking, before: Date): Promise<number> {
  const left = await billing.listPendingRefunds(services.db.read, before, 100)
  for (const refund of left)
    await completeRefund(services, refund.id).catch((err: unknown) =>
      services.log.warn({ err, refundId: refund.id }, 'a refund could not be completed; it is asked about again later'),
    )
  return left.length
}

/** Refuses: refund_failed, when the gateway said no for good. */
export async function checkRefund(db: Services['db']['read'], refundId: Id<'refund'> | null): Promise<void> {
  const refund = refundId === null ? undefined : await billing.findRefund(db, refundId)
  if (refund?.state === 'failed') refuse('refund_failed')
}

/** Books what the gateway said of a refund, once; one of nothing needs no gateway (INV-05) and is settled with its intent. */
export async function settleRefund(
  tx: Writer,
  refund: billing.RefundRow,
  result: RefundResult,
  fresh: Booking['fresh'],
): Promise<void> {
  const settings = await readSettings(tx)
  const order = await orders.takeOrder(tx, refund.orderId)
  const by: By = { actor: refund.actor, actorId: refund.actorId, requestId: `refund ${refund.id}` }
  const at = { by, fresh, settings }
  const ok = result.outcome === 'succeeded'
  if (!(await billing.settleRefund(tx, refund.id, ok ? 'succeeded' : 'failed', fresh.now))) return
  if (!ok) {
    await recordStep(tx, { before: order, after: order, kind: 'refund_failed', data: { refundId: refund.id } }, by, at)
    return
  }
  const after = await moveOrder(tx, order, refund, at)
  await issueCreditNote(tx, order, after, refund, at)
}

/** The order's own step, once the money has gone back: cancelled or refunded, with its stock. */
async function moveOrder(tx: Writer, order: Order, refund: billing.RefundRow, at: Booking): Promise<Order> {
  const cancels = refund.intent === 'cancel'
  const reason = refund.actor === 'staff' ? 'staff' : 'customer'
  const now = at.fresh.now
  const after = cancels ? cancelOrder(order, reason, now) : refundOrder(order, now)
  const data = { refundId: refund.id, amountCents: refund.amountCents, reason: refund.reason }
  await moveStock(tx, refund.intent, order, { ...at, restock: refund.restock })
  await saveStep(tx, { before: order, after, kind: cancels ? 'cancelled' : 'refunded', data }, at.by, at)
  return after
}

async function issueCreditNote(tx: Writer, order: Order, after: Order, refund: billing.RefundRow, at: Booking) {
  const { fresh, settings } = at
  const invoice = await billing.findInvoice(tx, order.id)
  if (invoice === undefined) throw new Error(`the paid order ${order.id} has no invoice`)
  const { parts, groups, grossCents } = wholeRefund(order)
  const { currency } = order
  const day = dayIn(settings.timeZone, fresh.now)
  await figures.countMoney(tx, day, { refundedCents: refund.amountCents })
  await bookEvent(
    tx,
    { kind: 'refund', currency, amountCents: refund.amountCents },
    { eventId: refund.id, order: after, fresh },
  )
  const id = fresh.id('credit')
  await bookEvent(
    tx,
    { kind: 'credit', currency, refund: { parts, groups, grossCents } },
    { eventId: id, order, fresh },
  )
  const year = Number(day.slice(0, 4))
  const issue = await billing.nextIssue(tx, 'credit', year, fresh.now)
  const seller = mentionsOf(settings.seller)
  await billing.insertCreditNote(tx, creditNoteOf(after, invoice, parts, { id, refundId: refund.id, seller, ...issue }))
}
