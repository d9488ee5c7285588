import type { Currency, Id, Locale } from '@comptoir/domain'
import type { TaxGroup, VatCategory } from '@comptoir/domain/cart'
import type { Address } from '@comptoir/domain/orders'
import { sql } from 'drizzle-orm'
import type { Columns } from '../columns.ts'

export type PaymentEventKind =
  | 'requested'
  | 'action_required'
  | 'confirming'
  | 'captured'
  | 'declined'
  | 'failed'
  | 'voided'
export type RefundState = 'pending' | 'succeeded' | 'failed'

/** The seller's and buyer's mentions as they were at issue (SAFETY 8). */
export interface SellerMentions {
  name: string
  address: string
  siren: string
  vatNumber: string
  email: string
}
export interface BuyerMentions {
  name: string
  email: string
  address: Address
}

const documentColumns = (c: Columns) => ({
  number: c.text().notNull().unique(),
  year: c.int().notNull(),
  serial: c.int().notNull(),
  orderId: c.text().$type<Id<'order'>>().notNull(),
  orderReference: c.text().notNull(),
  issuedAt: c.instant().notNull(),
  locale: c.text().$type<Locale>().notNull(),
  currency: c.text().$type<Currency>().notNull(),
  seller: c.json<SellerMentions>().notNull(),
  buyer: c.json<BuyerMentions>().notNull(),
  groups: c.json<TaxGroup[]>().notNull(),
  netCents: c.cents().notNull(),
  taxCents: c.cents().notNull(),
  totalCents: c.cents().notNull(),
})
const documentLineColumns = (c: Columns) => ({
  position: c.int().notNull(),
  name: c.text().notNull(),
  sku: c.text(),
  quantity: c.int().notNull(),
  unitNetCents: c.cents().notNull(),
  vatCategory: c.text().$type<VatCategory>().notNull(),
  rateBp: c.int().notNull(),
  netCents: c.cents().notNull(),
  taxCents: c.cents().notNull(),
  grossCents: c.cents().notNull(),
})

export const billingTables = (c: Columns) => {
  const payments = c.table(
    'payments',
    {
      id: c.text().$type<Id<'payment'>>().primaryKey(),
      orderId: c.text().$type<Id<'order'>>().notNull(),
      key: c.text().notNull().unique(),
      card: c.text().notNull(),
      amountCents: c.cents().notNull(),
      currency: c.text().$type<Currency>().notNull(),
      state: c.text().$type<PaymentEventKind>().notNull(),
      gatewayReference: c.text(),
      createdAt: c.instant().notNull(),
      updatedAt: c.instant().notNull(),
    },
    (t) => [
      c.index('payments_of_order').on(t.orderId, t.id),
      c.index('payments_by_state').on(t.state, t.updatedAt),
      c.check('payments_amount', sql`${t.amountCents} >= 0`),
    ],
  )
  const paymentEvents = c.table(
    'payment_events',
    {
      id: c.text().$type<Id<'event'>>().primaryKey(),
      paymentId: c
        .text()
        .$type<Id<'payment'>>()
        .notNull()
        .references(() => payments.id),
      kind: c.text().$type<PaymentEventKind>().notNull(),
      reason: c.text().notNull(),
      amountCents: c.cents().notNull(),
      at: c.instant().notNull(),
    },
    (t) => [c.uniqueIndex('payment_events_once').on(t.paymentId, t.kind)],
  )
  const refunds = c.table(
    'refunds',
    {
      id: c.text().$type<Id<'refund'>>().primaryKey(),
      orderId: c.text().$type<Id<'order'>>().notNull(),
      paymentId: c
        .text()
        .$type<Id<'payment'>>()
        .notNull()
        .references(() => payments.id),
      intent: c.text().$type<'cancel' | 'refund'>().notNull(),
      state: c.text().$type<RefundState>().notNull(),
      amountCents: c.cents().notNull(),
      currency: c.text().$type<Currency>().notNull(),
      restock: c.flag().notNull(),
      reason: c.text().notNull(),
      actor: c.text().$type<'customer' | 'guest' | 'staff' | 'system'>().notNull(),
      actorId: c.text().$type<Id<'user'>>(),
      createdAt: c.instant().notNull(),
      settledAt: c.instant(),
    },
    (t) => [
      c.index('refunds_of_order').on(t.orderId, t.id),
      c.index('refunds_by_state').on(t.state, t.createdAt),
      c.check('refunds_amount', sql`${t.amountCents} >= 0`),
    ],
  )

  // Issued documents never change: triggers refuse it on both engines (INV-22).
  const invoices = c.table(
    'invoices',
    { id: c.text().$type<Id<'invoice'>>().primaryKey(), ...documentColumns(c), paidAt: c.instant().notNull() },
    (t) => [c.uniqueIndex('invoices_series').on(t.year, t.serial), c.uniqueIndex('invoices_once').on(t.orderId)],
  )
  const invoiceLines = c.table(
    'invoice_lines',
    {
      invoiceId: c
        .text()
        .$type<Id<'invoice'>>()
        .notNull()
        .references(() => invoices.id),
      ...documentLineColumns(c),
    },
    (t) => [c.primaryKey({ columns: [t.invoiceId, t.position] })],
  )
  const creditNotes = c.table(
    'credit_notes',
    {
      id: c.text().$type<Id<'credit'>>().primaryKey(),
      ...documentColumns(c),
      invoiceId: c
        .text()
        .$type<Id<'invoice'>>()
        .notNull()
        .references(() => invoices.id),
      invoiceNumber: c.text().notNull(),
      refundId: c
        .text()
        .$type<Id<'refund'>>()
        .notNull()
        .unique()
        .references(() => refunds.id),
    },
    (t) => [c.uniqueIndex('credit_notes_series').on(t.year, t.serial), c.index('credit_notes_of_order').on(t.orderId)],
  )
  const creditNoteLines = c.table(
    'credit_note_lines',
    {
      creditNoteId: c
        .text()
        .$type<Id<'credit'>>()
        .notNull()
        .references(() => creditNotes.id),
      ...documentLineColumns(c),
    },
    (t) => [c.primaryKey({ columns: [t.creditNoteId, t.position] })],
  )

  // The PDF of a document as it was drawn once: the same bytes for ever (INV-22).
  const documentFiles = c.table(
    'document_files',
    {
      number: c.text().primaryKey(),
      bytes: c.bytes().notNull(),
      sha256: c.text().notNull(),
      keptAt: c.instant().notNull(),
    },
    (t) => [c.check('document_files_hash', sql`length(${t.sha256}) = 64`)],
  )

  const ledgerEntries = c.table(
    'ledger_entries',
    {
      id: c.text().$type<Id<'entry'>>().primaryKey(),
      event: c.text().$type<'sale' | 'capture' | 'credit' | 'refund'>().notNull(),
      eventId: c.text().notNull(),
      orderId: c.text().$type<Id<'order'>>().notNull(),
      account: c.text().notNull(),
      amountCents: c.cents().notNull(),
      currency: c.text().$type<Currency>().notNull(),
      at: c.instant().notNull(),
    },
    (t) => [c.uniqueIndex('ledger_once').on(t.eventId, t.event, t.account), c.index('ledger_of_order').on(t.orderId)],
  )
  const counters = c.table('counters', { name: c.text().primaryKey(), value: c.int().notNull() })

  // Money that a gateway took and that fits no order of ours: a person looks at each row and says what became of it (INV-06).
  const unmatchedMoney = c.table(
    'unmatched_money',
    {
      key: c.text().$type<Id<'payment'>>().primaryKey(),
      orderId: c.text().$type<Id<'order'>>().notNull(),
      amountCents: c.cents().notNull(),
      currency: c.text().notNull(),
      reference: c.text().notNull(),
      at: c.instant().notNull(),
      settledAt: c.instant(),
      settledBy: c.text().$type<Id<'user'>>(),
      note: c.text(),
    },
    (t) => [
      c.index('unmatched_money_open').on(t.settledAt, t.key),
      c.check(
        'unmatched_money_settled',
        sql`(${t.settledAt} is null) = (${t.settledBy} is null) and (${t.settledAt} is null) = (${t.note} is null)`,
      ),
    ],
  )

  // The stand-in gateway's own ledger: what it did, whatever we remember of it.
  const gatewayCharges = c.table('gateway_charges', {
    key: c.text().primaryKey(),
    reference: c.text().notNull(),
    card: c.text().notNull(),
    amountCents: c.cents().notNull(),
    currency: c.text().$type<Currency>().notNull(),
    state: c.text().$type<'captured' | 'declined' | 'action_required' | 'voided'>().notNull(),
    reason: c.text().notNull(),
    at: c.instant().notNull(),
  })
  const gatewayRefunds = c.table('gateway_refunds', {
    key: c.text().primaryKey(),
    chargeKey: c.text().notNull(),
    amountCents: c.cents().notNull(),
    state: c.text().$type<'succeeded' | 'failed'>().notNull(),
    at: c.instant().notNull(),
  })

  return {
    payments,
    paymentEvents,
    refunds,
    invoices,
    invoiceLines,
    creditNotes,
    creditNoteLines,
    documentFiles,
    ledgerEntries,
    counters,
    unmatchedMoney,
    gatewayCharges,
    gatewayRefunds,
  }
}
