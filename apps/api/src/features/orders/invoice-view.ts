import type { CreditNote, DocumentLine, Invoice } from '@comptoir/domain/billing'
import { type Vat, vatCategories } from '@comptoir/domain/cart'
import { type AddressView, addressView, type TaxGroupView, taxGroupView } from './order-view.ts'
import * as z from 'zod'

export interface DocumentLineView {
  position: number
  name: string
  sku: string | null
  quantity: number
  unitNetCents: number
  vat: Vat
  netCents: number
  taxCents: number
  grossCents: number
}
export interface DocumentView {
  id: string
  number: string
  /** The invoice that a credit note corrects; null on an invoice. */
  correctsNumber: string | null
  orderReference: string
  issuedAt: string
  paidAt: string | null
  currency: Invoice['currency']
  locale: Invoice['locale']
  seller: { name: string; address: string; siren: string; vatNumber: string; email: string }
  buyer: { name: string; email: string; address: AddressView }
  lines: DocumentLineView[]
  groups: TaxGroupView[]
  netCents: number
  taxCents: number
  totalCents: number
}
/** The invoice of an order with its credit notes. */
export interface InvoiceView {
  invoice: DocumentView
  creditNotes: DocumentView[]
}

const line: z.ZodType<DocumentLineView, DocumentLineView> = z.object({
  ...{ position: z.int(), name: z.string(), sku: z.string().nullable(), quantity: z.int(), unitNetCents: z.int() },
  ...{ vat: z.object({ category: z.enum(vatCategories), rateBp: z.int() }), netCents: z.int(), taxCents: z.int() },
  grossCents: z.int(),
})
const document: z.ZodType<DocumentView, DocumentView> = z.object({
  ...{ id: z.string(), number: z.string(), correctsNumber: z.string().nullable(), orderReference: z.string() },
  ...{ issuedAt: z.string(), paidAt: z.string().nullable(), locale: z.enum(['fr', 'en']) },
  currency: z.enum(['EUR', 'CHF', 'GBP', 'USD', 'JPY', 'KWD']),
  seller: z.object({
    ...{ name: z.string(), address: z.string(), siren: z.string(), vatNumber: z.string(), email: z.string() },
  }),
  buyer: z.object({ name: z.string(), email: z.string(), address: addressView }),
  ...{ lines: z.array(line), groups: z.array(taxGroupView), netCents: z.int(), taxCents: z.int(), totalCents: z.int() },
})
export const InvoiceView: z.ZodType<InvoiceView, InvoiceView> = z.object({
  invoice: document,
  creditNotes: z.array(document),
})

const lineView = ({
  position,
  name,
  sku,
  quantity,
  unitNetCents,
  vat,
  ...amounts
}: DocumentLine): DocumentLineView => ({
  ...{ position, name, sku, quantity, unitNetCents, vat },
  ...{ netCents: amounts.netCents, taxCents: amounts.taxCents, grossCents: amounts.grossCents },
})

function documentView(of: Invoice | CreditNote): DocumentView {
  return {
    ...{ id: of.id, number: of.number, orderReference: of.orderReference, issuedAt: of.issuedAt.toISOString() },
    correctsNumber: 'invoiceNumber' in of ? of.invoiceNumber : null,
    paidAt: 'paidAt' in of ? of.paidAt.toISOString() : null,
    ...{ currency: of.currency, locale: of.locale, seller: of.seller, buyer: of.buyer },
    lines: of.lines.map(lineView),
    ...{ groups: of.groups, netCents: of.netCents, taxCents: of.taxCents, totalCents: of.totalCents },
  }
}

export const invoiceView = (invoice: Invoice, notes: readonly CreditNote[]): InvoiceView => ({
  invoice: documentView(invoice),
  creditNotes: notes.map(documentView),
})
