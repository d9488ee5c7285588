import { type Cents, type Currency, type Id, refuse } from '@comptoir/domain'
import {
  afterEvent,
  type CreditNote,
  type DocumentLine,
  type Invoice,
  type Issue,
  isUnknown,
  type LedgerEntry,
  type PaymentEventKind,
} from '@comptoir/domain/billing'
import { and, asc, eq, inArray, lte, sql } from 'drizzle-orm'
import type { Reader, Writer } from '../database.ts'
import type { RefundState } from '../tables/billing.ts'

export type Payment = Reader['tables']['payments']['$inferSelect']
export type RefundRow = Reader['tables']['refunds']['$inferSelect']

/** Attempts of an order, the first one first. */
export async function listPayments(db: Reader, orderId: Id<'order'>): Promise<Payment[]> {
  const { payments } = db.tables
  return db.select().from(payments).where(eq(payments.orderId, orderId)).orderBy(asc(payments.id)).limit(200)
}

/** Refuses: payment_not_found. */
export async function getPayment(db: Reader, id: Id<'payment'>): Promise<Payment> {
  const { payments } = db.tables
  const [payment] = await db.select().from(payments).where(eq(payments.id, id))
  return payment ?? refuse('payment_not_found')
}

/** Begins an attempt: the row and its first event. */
export async function insertPayment(
  tx: Writer,
  payment: Omit<Payment, 'state' | 'gatewayReference' | 'updatedAt'>,
  eventId: Id<'event'>,
): Promise<void> {
  const { payments, paymentEvents } = tx.tables
  const at = payment.createdAt
  await tx.insert(payments).values({ ...payment, state: 'requested', gatewayReference: null, updatedAt: at })
  await tx.insert(paymentEvents).values({
    ...{ id: eventId, paymentId: payment.id, kind: 'requested', reason: '', amountCents: payment.amountCents, at },
  })
}

/**
 * Moves an attempt by compare-and-set and adds its event; answers false when another answer came first.
 * Refuses: payment_not_found, when the life of an attempt has no such step.
 */
export async function movePayment(
  tx: Writer,
  payment: Payment,
  kind: PaymentEventKind,
  facts: { eventId: Id<'event'>; at: Date; reason?: string; reference?: string; amountCents?: Cents },
): Promise<boolean> {
  const { payments, paymentEvents } = tx.tables
  afterEvent(payment.state, kind)
  const [moved] = await tx
    .update(payments)
    .set({ state: kind, updatedAt: facts.at, gatewayReference: facts.reference ?? payment.gatewayReference })
    .where(and(eq(payments.id, payment.id), eq(payments.state, payment.state)))
    .returning({ id: payments.id })
  if (moved === undefined) return false
  await tx.insert(paymentEvents).values({
    ...{ id: facts.eventId, paymentId: payment.id, kind, reason: facts.reason ?? '', at: facts.at },
    amountCents: facts.amountCents ?? payment.amountCents,
  })
  return true
}

/** Attempts whose outcome only the gateway knows, untouched since `before`. */
export async function listUnknownPayments(db: Reader, before: Date, most: number): Promise<Payment[]> {
  const { payments } = db.tables
  return db
    .select()
    .from(payments)
    .where(and(inArray(payments.state, unknownStates), lte(payments.updatedAt, before)))
    .orderBy(asc(payments.updatedAt))
    .limit(most)
}
const unknownStates = (['requested', 'confirming'] as const).filter(isUnknown)

/** Puts money that fits no order on the list that a person works through. INV-06. */
export async function keepUnmatched(
  tx: Writer,
  payment: Payment,
  money: { amountCents: Cents; currency: string; reference: string; at: Date },
): Promise<void> {
  const { unmatchedMoney } = tx.tables
  await tx
    .insert(unmatchedMoney)
    .values({ key: payment.key, orderId: payment.orderId, ...money })
    .onConflictDoNothing()
}

/** Sends an attempt that is still unknown to the back of the queue. */
export async function touchPayment(tx: Writer, id: Id<'payment'>, at: Date): Promise<void> {
  const { payments } = tx.tables
  await tx.update(payments).set({ updatedAt: at }).where(eq(payments.id, id))
}

/** Refunds of an order, the first one first. */
export async function listRefunds(db: Reader, orderId: Id<'order'>): Promise<RefundRow[]> {
  const { refunds } = db.tables
  return db.select().from(refunds).where(eq(refunds.orderId, orderId)).orderBy(asc(refunds.id)).limit(200)
}
export async function findRefund(db: Reader, id: Id<'refund'>): Promise<RefundRow | undefined> {
  const { refunds } = db.tables
  const [refund] = await db.select().from(refunds).where(eq(refunds.id, id))
  return refund
}
/** The row reserves the money: a second refund sees it under the order's lock. RULES 4.5. */
export async function insertRefund(tx: Writer, refund: Omit<RefundRow, 'state' | 'settledAt'>): Promise<void> {
  await tx.insert(tx.tables.refunds).values({ ...refund, state: 'pending', settledAt: null })
}
/** Settles a pending refund; answers false when that was done before. */
export async function settleRefund(tx: Writer, id: Id<'refund'>, state: RefundState, at: Date): Promise<boolean> {
  const { refunds } = tx.tables
  const [settled] = await tx
    .update(refunds)
    .set({ state, settledAt: at })
    .where(and(eq(refunds.id, id), eq(refunds.state, 'pending')))
    .returning({ id: refunds.id })
  return settled !== undefined
}
export async function listPendingRefunds(db: Reader, before: Date, most: number): Promise<RefundRow[]> {
  const { refunds } = db.tables
  return db
    .select()
    .from(refunds)
    .where(and(eq(refunds.state, 'pending'), lte(refunds.createdAt, before)))
    .orderBy(asc(refunds.createdAt))
    .limit(most)
}

/**
 * The next number of a yearly series; drawn last in the issuing transaction, so that none is lost. The counter's row is locked from
 * here on, so the date can be kept from going backwards along the numbers. RULES 4.13, INV-21.
 */
export async function nextIssue(tx: Writer, series: 'invoice' | 'credit', year: number, now: Date): Promise<Issue> {
  const { counters, invoices, creditNotes } = tx.tables
  const [row] = await tx
    .insert(counters)
    .values({ name: `${series}:${year}`, value: 1 })
    .onConflictDoUpdate({ target: counters.name, set: { value: sql`${counters.value} + 1` } })
    .returning({ value: counters.value })
  if (row === undefined) throw new Error(`the series ${series} of ${year} gave no number`)
  const table = series === 'invoice' ? invoices : creditNotes
  const [last] = await tx
    .select({ issuedAt: table.issuedAt })
    .from(table)
    .where(and(eq(table.year, year), eq(table.serial, row.value - 1)))
  return { year, serial: row.value, issuedAt: last !== undefined && last.issuedAt > now ? last.issuedAt : now }
}

const lineRow = ({ vat, ...line }: DocumentLine) => ({ ...line, vatCategory: vat.category, rateBp: vat.rateBp })

export async function insertInvoice(tx: Writer, { lines, ...invoice }: Invoice): Promise<void> {
  const { invoices, invoiceLines } = tx.tables
  await tx.insert(invoices).values(invoice)
  await tx.insert(invoiceLines).values(lines.map((line) => ({ ...lineRow(line), invoiceId: invoice.id })))
}
export async function insertCreditNote(tx: Writer, { lines, ...note }: CreditNote): Promise<void> {
  const { creditNotes, creditNoteLines } = tx.tables
  await tx.insert(creditNotes).values(note)
  await tx.insert(creditNoteLines).values(lines.map((line) => ({ ...lineRow(line), creditNoteId: note.id })))
}

type LineRow = ReturnType<typeof lineRow>
const lineOf = ({ vatCategory, rateBp, ...line }: LineRow): DocumentLine => ({
  ...line,
  vat: { category: vatCategory, rateBp },
})

export async function findInvoice(db: Reader, orderId: Id<'order'>): Promise<Invoice | undefined> {
  const { invoices, invoiceLines } = db.tables
  const [invoice] = await db.select().from(invoices).where(eq(invoices.orderId, orderId))
  if (invoice === undefined) return undefined
  const rows = await db
    .select()
    .from(invoiceLines)
    .where(eq(invoiceLines.invoiceId, invoice.id))
    .orderBy(asc(invoiceLines.position))
  return { ...invoice, lines: rows.map(({ invoiceId: _, ...row }) => lineOf(row)) }
}
export async function listCreditNotes(db: Reader, orderId: Id<'order'>): Promise<CreditNote[]> {
  const { creditNotes, creditNoteLines } = db.tables
  const notes = await db.select().from(creditNotes).where(eq(creditNotes.orderId, orderId)).orderBy(asc(creditNotes.id))
  const ids = notes.map((note) => note.id)
  const rows =
    ids.length === 0
      ? []
      : await db
          .select()
          .from(creditNoteLines)
          .where(inArray(creditNoteLines.creditNoteId, ids))
          .orderBy(asc(creditNoteLines.position))
  return notes.map((note) => ({
    ...note,
    lines: rows.filter((row) => row.creditNoteId === note.id).map(({ creditNoteId: _, ...row }) => lineOf(row)),
  }))
}

/** Books one event; its entries sum to zero. */
export async function book(
  tx: Writer,
  event: { kind: 'sale' | 'capture' | 'credit' | 'refund'; eventId: string; orderId: Id<'order'>; at: Date },
  entries: readonly (LedgerEntry & { id: Id<'entry'>; currency: Currency })[],
): Promise<void> {
  if (entries.length === 0) return
  const { kind, eventId, orderId, at } = event
  await tx
    .insert(tx.tables.ledgerEntries)
    .values(entries.map((entry) => ({ ...entry, event: kind, eventId, orderId, at })))
}

/** Why an attempt ended, in the gateway's code; empty when it gave none. */
export async function lastReason(db: Reader, paymentId: Id<'payment'>): Promise<string> {
  const { paymentEvents } = db.tables
  const events = await db
    .select({ kind: paymentEvents.kind, reason: paymentEvents.reason })
    .from(paymentEvents)
    .where(eq(paymentEvents.paymentId, paymentId))
  return events.find((event) => event.reason !== '')?.reason ?? ''
}
