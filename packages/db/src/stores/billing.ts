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
import { insertRows, prepared, rowHoles, rowValues } from '../prepared.ts'
import type { RefundState } from '../tables/billing.ts'

export type Payment = Reader['tables']['payments']['$inferSelect']
export type RefundRow = Reader['tables']['refunds']['$inferSelect']

const paymentsOf = prepared(({ tables: { payments: p }, ...db }: Reader, hole) =>
  db
    .select()
    .from(p)
    .where(eq(p.orderId, hole('orderId', p.orderId)))
    .orderBy(asc(p.id))
    .limit(200),
)

/** Attempts of an order, the first one first. */
export const listPayments = (db: Reader, orderId: Id<'order'>): Promise<Payment[]> => paymentsOf(db, { orderId })

const paymentById = prepared(({ tables: { payments: p }, ...db }: Reader, hole) =>
  db
    .select()
    .from(p)
    .where(eq(p.id, hole('id', p.id))),
)

/** Refuses: payment_not_found. */
export async function getPayment(db: Reader, id: Id<'payment'>): Promise<Payment> {
  const [payment] = await paymentById(db, { id })
  return payment ?? refuse('payment_not_found')
}

/** Begins an attempt: the row, which it answers, and its first event. */
export async function insertPayment(
  tx: Writer,
  payment: Omit<Payment, 'state' | 'gatewayReference' | 'updatedAt'>,
  eventId: Id<'event'>,
): Promise<Payment> {
  const { payments, paymentEvents } = tx.tables
  const at = payment.createdAt
  const row: Payment = { ...payment, state: 'requested', gatewayReference: null, updatedAt: at }
  await insertRows(tx, payments, [row])
  await insertRows(tx, paymentEvents, [
    { id: eventId, paymentId: payment.id, kind: 'requested', reason: '', amountCents: payment.amountCents, at },
  ])
  return row
}

const compareAndSet = prepared(({ tables: { payments: p }, ...tx }: Writer, hole) =>
  tx
    .update(p)
    .set({
      state: hole('kind', p.state),
      updatedAt: hole('at', p.updatedAt),
      gatewayReference: hole('reference', p.gatewayReference),
    })
    .where(and(eq(p.id, hole('id', p.id)), eq(p.state, hole('state', p.state))))
    .returning({ id: p.id }),
)

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
  afterEvent(payment.state, kind)
  const { id, state } = payment
  const reference = facts.reference ?? payment.gatewayReference
  const [moved] = await compareAndSet(tx, { id, state, kind, at: facts.at, reference })
  if (moved === undefined) return false
  const amountCents = facts.amountCents ?? payment.amountCents
  await insertRows(tx, tx.tables.paymentEvents, [
    { id: facts.eventId, paymentId: id, kind, reason: facts.reason ?? '', at: facts.at, amountCents },
  ])
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

/** Sends an attempt that is still unknown to the back of the queue. */
export async function touchPayment(tx: Writer, id: Id<'payment'>, at: Date): Promise<void> {
  const { payments } = tx.tables
  await tx.update(payments).set({ updatedAt: at }).where(eq(payments.id, id))
}

const refundsOf = prepared(({ tables: { refunds: r }, ...db }: Reader, hole) =>
  db
    .select()
    .from(r)
    .where(eq(r.orderId, hole('orderId', r.orderId)))
    .orderBy(asc(r.id))
    .limit(200),
)

/** Refunds of an order, the first one first. */
export const listRefunds = (db: Reader, orderId: Id<'order'>): Promise<RefundRow[]> => refundsOf(db, { orderId })

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

const countUp = prepared(({ tables: { counters: c }, ...tx }: Writer, hole) =>
  tx
    .insert(c)
    .values(rowHoles(c, hole, 1))
    .onConflictDoUpdate({ target: c.name, set: { value: sql`${c.value} + 1` } })
    .returning({ value: c.value }),
)
const issuing = (series: 'invoices' | 'creditNotes') =>
  prepared(({ tables, ...db }: Reader, hole) => {
    const t = tables[series]
    const { year, serial } = { year: hole('year', t.year), serial: hole('serial', t.serial) }
    return db
      .select({ issuedAt: t.issuedAt })
      .from(t)
      .where(and(eq(t.year, year), eq(t.serial, serial)))
  })
const issueOf = { invoice: issuing('invoices'), credit: issuing('creditNotes') }

/**
 * The next number of a yearly series; drawn last in the issuing transaction, so that none is lost. The counter's row is locked from
 * here on, so the date can be kept from going backwards along the numbers. RULES 4.13, INV-21.
 */
export async function nextIssue(tx: Writer, series: 'invoice' | 'credit', year: number, now: Date): Promise<Issue> {
  const [row] = await countUp(tx, rowValues(tx.tables.counters, [{ name: `${series}:${year}`, value: 1 }]))
  if (row === undefined) throw new Error(`the series ${series} of ${year} gave no number`)
  const [last] = await issueOf[series](tx, { year, serial: row.value - 1 })
  return { year, serial: row.value, issuedAt: last !== undefined && last.issuedAt > now ? last.issuedAt : now }
}

const lineRow = ({ vat, ...line }: DocumentLine) => ({ ...line, vatCategory: vat.category, rateBp: vat.rateBp })

export async function insertInvoice(tx: Writer, { lines, ...invoice }: Invoice): Promise<void> {
  const { invoices, invoiceLines } = tx.tables
  await insertRows(tx, invoices, [invoice])
  await insertRows(
    tx,
    invoiceLines,
    lines.map((line) => ({ ...lineRow(line), invoiceId: invoice.id })),
  )
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

const invoiceOfOrder = prepared(({ tables: { invoices: i }, ...db }: Reader, hole) =>
  db
    .select()
    .from(i)
    .where(eq(i.orderId, hole('orderId', i.orderId))),
)
const linesOfInvoice = prepared(({ tables: { invoiceLines: l }, ...db }: Reader, hole) =>
  db
    .select()
    .from(l)
    .where(eq(l.invoiceId, hole('id', l.invoiceId)))
    .orderBy(asc(l.position)),
)
const numberOfOrder = prepared(({ tables: { invoices: i }, ...db }: Reader, hole) =>
  db
    .select({ number: i.number })
    .from(i)
    .where(eq(i.orderId, hole('orderId', i.orderId))),
)

/** The number of an order's invoice, when it has one. */
export async function findInvoiceNumber(db: Reader, orderId: Id<'order'>): Promise<string | undefined> {
  return (await numberOfOrder(db, { orderId }))[0]?.number
}

export async function findInvoice(db: Reader, orderId: Id<'order'>): Promise<Invoice | undefined> {
  const [invoice] = await invoiceOfOrder(db, { orderId })
  if (invoice === undefined) return undefined
  const rows = await linesOfInvoice(db, { id: invoice.id })
  return { ...invoice, lines: rows.map(({ invoiceId: _, ...row }) => lineOf(row)) }
}
const notesOf = prepared(({ tables: { creditNotes: n }, ...db }: Reader, hole) =>
  db
    .select()
    .from(n)
    .where(eq(n.orderId, hole('orderId', n.orderId)))
    .orderBy(asc(n.id)),
)

export async function listCreditNotes(db: Reader, orderId: Id<'order'>): Promise<CreditNote[]> {
  const { creditNoteLines } = db.tables
  const notes = await notesOf(db, { orderId })
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
  await insertRows(
    tx,
    tx.tables.ledgerEntries,
    entries.map((entry) => ({ ...entry, event: kind, eventId, orderId, at })),
  )
}

const reasonsOf = prepared(({ tables: { paymentEvents: e }, ...db }: Reader, hole) =>
  db
    .select({ reason: e.reason })
    .from(e)
    .where(eq(e.paymentId, hole('paymentId', e.paymentId))),
)

/** Why an attempt ended, in the gateway's code; empty when it gave none. */
export async function lastReason(db: Reader, paymentId: Id<'payment'>): Promise<string> {
  const events = await reasonsOf(db, { paymentId })
  return events.find((event) => event.reason !== '')?.reason ?? ''
}
