import type { Writer } from '@comptoir/db'
import * as billing from '@comptoir/db/stores/billing'
import * as figures from '@comptoir/db/stores/figures'
import type { Seller, ShopSettings } from '@comptoir/db/stores/settings'
import { dayIn } from '@comptoir/domain'
import { entriesFor, invoiceOf, type LedgerEvent, type SellerMentions } from '@comptoir/domain/billing'
import { markPaid, type Order } from '@comptoir/domain/orders'
import type { Fresh } from '../../change.ts'
import { type By, saveStep } from '../order-steps/record-step.ts'

export interface Booking {
  by: By
  fresh: Fresh
  settings: ShopSettings
}

export const mentionsOf = (seller: Seller): SellerMentions => ({
  name: `${seller.name}, ${seller.legalForm}`,
  address: [...seller.address, seller.country].join(', '),
  siren: seller.siren,
  vatNumber: seller.vatNumber,
  email: seller.email,
})

/** Books one event under fresh ids. INV-04. */
export async function bookEvent(
  tx: Writer,
  event: LedgerEvent,
  { eventId, order, fresh }: { eventId: string; order: Order; fresh: Fresh },
): Promise<void> {
  const entries = entriesFor(event).map((entry) => ({ ...entry, id: fresh.id('entry') }))
  await billing.book(tx, { kind: event.kind, eventId, orderId: order.id, at: fresh.now }, entries)
}

/**
 * Money has been captured: the order is paid, its invoice issued with the next number of the year, books and figures kept.
 * Answers the paid order; undefined when another answer settled the attempt first. RULES 4.6, 4.13, INV-05, INV-20.
 */
export async function bookCapture(
  tx: Writer,
  order: Order,
  payment: billing.Payment,
  reference: string,
  { by, fresh, settings }: Booking,
): Promise<Order | undefined> {
  const moved = await billing.movePayment(tx, payment, 'captured', {
    eventId: fresh.id('event'),
    ...{ at: fresh.now, reference, amountCents: payment.amountCents },
  })
  if (!moved) return undefined
  const paid = markPaid(order, payment.amountCents, fresh.now)
  const day = dayIn(settings.timeZone, fresh.now)
  await saveStep(tx, { before: order, after: paid, kind: 'paid', data: { paymentId: payment.id } }, by, {
    fresh,
    settings,
  })
  await figures.countMoney(tx, day, { paidOrders: 1, revenueCents: payment.amountCents })
  await figures.countSold(tx, day, paid)
  const { currency } = order
  await bookEvent(
    tx,
    { kind: 'capture', currency, amountCents: payment.amountCents },
    { eventId: payment.id, order, fresh },
  )
  const invoiceId = fresh.id('invoice')
  await bookEvent(tx, { kind: 'sale', order: paid }, { eventId: invoiceId, order, fresh })
  const year = Number(day.slice(0, 4))
  // The number comes last: whoever waits for it waits the least, and a rollback gives it back.
  const issue = await billing.nextIssue(tx, 'invoice', year, fresh.now)
  const invoice = invoiceOf(paid, { id: invoiceId, seller: mentionsOf(settings.seller), ...issue })
  await billing.insertInvoice(tx, invoice)
  return paid
}
