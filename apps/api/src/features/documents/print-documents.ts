import { setImmediate } from 'node:timers/promises'
import * as billing from '@comptoir/db/stores/billing'
import * as files from '@comptoir/db/stores/document-files'
import * as orders from '@comptoir/db/stores/orders'
import { readSettings } from '@comptoir/db/stores/settings'
import { type Id, refuse } from '@comptoir/domain'
import type { CreditNote, Invoice } from '@comptoir/domain/billing'
import type { Order } from '@comptoir/domain/orders'
import type { Services } from '../../context.ts'
import { mentionsOf } from '../billing/book-capture.ts'
import { drawDocument } from './draw-document.ts'
import { drawPackingSlip } from './draw-packing-slip.ts'
import { onPaper } from './paper.ts'
import { wordsOnPaper } from './paper-words.ts'

type Needs = Pick<Services, 'db' | 'clock'>
type OrderId = Id<'order'>

const getInvoice = async ({ db }: Needs, id: OrderId): Promise<Invoice> =>
  (await billing.findInvoice(db.read, id)) ?? refuse('invoice_not_found')

/** The PDF of an issued document: drawn by the first who asks, outside any transaction; then the same bytes for ever. INV-22. */
export async function documentFile(services: Needs, document: Invoice | CreditNote): Promise<Buffer> {
  const { db } = services
  const kept = await files.find(db.read, document.number)
  if (kept !== undefined) return kept
  const { timeZone } = await readSettings(db.read)
  const { number, locale, issuedAt: at } = document
  const words = wordsOnPaper(locale, timeZone)
  const kind = 'invoiceNumber' in document ? words.say.creditNote : words.say.invoice
  const facts = { title: `${kind} ${number}`, author: document.seller.name, locale, at }
  const bytes = await onPaper(facts, (paper) => drawDocument(paper, document, words))
  return db.write((tx) => files.keep(tx, { number, bytes, keptAt: services.clock() }))
}

/** The invoice of a paid order as a file. Refuses: invoice_not_found. */
export async function invoiceFile(services: Needs, id: OrderId) {
  const invoice = await getInvoice(services, id)
  return { name: invoice.number, bytes: await documentFile(services, invoice) }
}

/** A credit note of an order as a file. Refuses: credit_note_not_found. */
export async function creditNoteFile(services: Needs, orderId: OrderId, number: string) {
  const notes = await billing.listCreditNotes(services.db.read, orderId)
  const note = notes.find((one) => one.number === number) ?? refuse('credit_note_not_found')
  return { name: note.number, bytes: await documentFile(services, note) }
}

/** Draws many papers, and lets the shop's other callers in between. */
async function oneByOne<T>(papers: readonly T[], draw: (paper: T) => void): Promise<void> {
  for (const paper of papers) {
    draw(paper)
    await setImmediate()
  }
}

/** Packing slips of orders in the order given, as one PDF; not kept. Refuses: order_not_found. T11. */
export async function packingSlips({ db, clock }: Needs, ids: readonly OrderId[]) {
  const { seller, timeZone } = await readSettings(db.read)
  const found: Order[] = []
  for (const id of ids) found.push(await orders.getOrder(db.read, id))
  const locale = found[0]?.locale ?? 'fr'
  const { say } = wordsOnPaper(locale, timeZone)
  const mentions = mentionsOf(seller)
  const name = found.length === 1 ? `${say.packingSlip} ${found[0]?.reference}` : say.packingSlips
  const bytes = await onPaper({ title: name, author: mentions.name, locale, at: clock() }, (paper) =>
    oneByOne(found, (one) => drawPackingSlip(paper, one, mentions, wordsOnPaper(one.locale, timeZone))),
  )
  return { name: name.toLowerCase().replaceAll(' ', '-'), bytes }
}

/** Invoices of orders in the order given, as one PDF to print: copies of the issued ones, not kept. Refuses: invoice_not_found. T11. */
export async function printedInvoices(services: Needs, ids: readonly OrderId[]) {
  const { timeZone } = await readSettings(services.db.read)
  const found: Invoice[] = []
  for (const id of ids) found.push(await getInvoice(services, id))
  const locale = found[0]?.locale ?? 'fr'
  const { say } = wordsOnPaper(locale, timeZone)
  const facts = { title: say.invoices, author: found[0]?.seller.name ?? '', locale, at: services.clock() }
  const bytes = await onPaper(facts, (paper) =>
    oneByOne(found, (one) => drawDocument(paper, one, wordsOnPaper(one.locale, timeZone))),
  )
  return { name: say.invoices.toLowerCase(), bytes }
}
