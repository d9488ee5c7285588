import type { Vat, TaxGroup } from '../cart/quote-types.ts'
import type { Id } from '../id.ts'
import { type Cents, type Currency, ratioOf } from '../money.ts'
import type { Address, Order } from '../orders/order.ts'
import type { Locale } from '../problem.ts'
import type { RefundPart } from './refund.ts'
import { refundOfParts } from './refund.ts'

/** Invoices (factures) and credit notes (avoirs) are two series. RULES 4.13. */
export type Series = 'F' | 'A'

/** The number of a document in its gapless yearly series: F2026-000001. */
export const documentNumber = (series: Series, year: number, serial: number): string =>
  `${series}${year}-${String(serial).padStart(6, '0')}`

/** The seller's mentions as they were at issue. SAFETY 8. */
export interface SellerMentions {
  name: string
  address: string
  siren: string
  vatNumber: string
  email: string
}

/** The buyer's mentions as they were at issue: copies, never links. */
export interface BuyerMentions {
  name: string
  email: string
  address: Address
}

/** A line of a document; `unitNetCents` is the net of one piece after discounts, half up, for reading only. */
export interface DocumentLine {
  position: number
  name: string
  sku: string | null
  quantity: number
  unitNetCents: Cents
  vat: Vat
  netCents: Cents
  taxCents: Cents
  grossCents: Cents
}

interface IssuedDocument {
  number: string
  year: number
  serial: number
  orderId: Id<'order'>
  orderReference: string
  issuedAt: Date
  locale: Locale
  currency: Currency
  seller: SellerMentions
  buyer: BuyerMentions
  lines: DocumentLine[]
  groups: TaxGroup[]
  netCents: Cents
  taxCents: Cents
  totalCents: Cents
}

export interface Invoice extends IssuedDocument {
  id: Id<'invoice'>
  paidAt: Date
}

/** Corrects an invoice by naming it. Its amounts are what is given back, written without a minus sign. */
export interface CreditNote extends IssuedDocument {
  id: Id<'credit'>
  refundId: Id<'refund'>
  invoiceId: Id<'invoice'>
  invoiceNumber: string
}

/** Drawn last, inside the issuing transaction: the place in the year's series. RULES 4.13. */
export interface Issue {
  year: number
  serial: number
  issuedAt: Date
}

type Amounts = Pick<DocumentLine, 'vat' | 'netCents' | 'taxCents' | 'grossCents'>

const nameOf = (line: { name: string; optionWords?: string }): string =>
  line.optionWords ? `${line.name} · ${line.optionWords}` : line.name

const documentLine = (
  { vat, netCents, taxCents, grossCents }: Amounts,
  { position, name, sku, quantity }: Pick<DocumentLine, 'position' | 'name' | 'sku' | 'quantity'>,
): DocumentLine => ({
  position,
  name,
  sku,
  quantity,
  unitNetCents: ratioOf(netCents, 1, quantity),
  vat: { ...vat },
  netCents,
  taxCents,
  grossCents,
})

/** The invoice of a paid order, from the order alone: lines, then delivery, VAT per rate, mentions. SAFETY 8, RULES 4.12. */
export function invoiceOf(
  order: Order,
  { id, seller, ...issue }: Issue & { id: Id<'invoice'>; seller: SellerMentions },
): Invoice {
  if (order.paidAt === null) throw new RangeError('an invoice belongs to a paid order')
  const goods = order.lines.map((line, position) =>
    documentLine(line, { position, name: nameOf(line), sku: line.sku, quantity: line.quantity }),
  )
  const charge = order.deliveryLine
  const delivery = charge
    ? [documentLine(charge, { position: goods.length, name: charge.name, sku: null, quantity: 1 })]
    : []
  return {
    id,
    number: documentNumber('F', issue.year, issue.serial),
    ...issue,
    orderId: order.id,
    orderReference: order.reference,
    locale: order.locale,
    currency: order.currency,
    paidAt: order.paidAt,
    seller: { ...seller },
    buyer: { name: order.address.name, email: order.email, address: { ...order.address } },
    lines: [...goods, ...delivery],
    groups: order.groups.map((group) => ({ ...group, vat: { ...group.vat } })),
    netCents: order.netCents,
    taxCents: order.taxCents,
    totalCents: order.totalCents,
  }
}

/**
 * The credit note of a refund: its frozen parts with the order's words, and the invoice's mentions as they were. An
 * amount without pieces counts as one. Give `seller` when the seller's mentions have changed since. RULES 4.5.
 */
export function creditNoteOf(
  order: Order,
  invoice: Invoice,
  parts: RefundPart[],
  {
    id,
    refundId,
    seller = invoice.seller,
    ...issue
  }: Issue & { id: Id<'credit'>; refundId: Id<'refund'>; seller?: SellerMentions },
): CreditNote {
  const { groups, netCents, taxCents, grossCents } = refundOfParts(parts)
  return {
    id,
    number: documentNumber('A', issue.year, issue.serial),
    ...issue,
    refundId,
    invoiceId: invoice.id,
    invoiceNumber: invoice.number,
    orderId: order.id,
    orderReference: order.reference,
    locale: order.locale,
    currency: order.currency,
    seller: { ...seller },
    buyer: invoice.buyer,
    lines: parts.map((part, position) => {
      const line = order.lines.find((one) => one.id === part.lineId)
      const words = line ?? order.deliveryLine
      if (!words) throw new RangeError('a refunded part belongs to no line of the order')
      return documentLine(part, {
        position,
        name: nameOf(words),
        sku: line?.sku ?? null,
        quantity: Math.max(1, part.quantity),
      })
    }),
    groups,
    netCents,
    taxCents,
    totalCents: grossCents,
  }
}

/** The mandatory mentions that are missing: one of them blocks issuing, never paying. INV-24. */
export function missingMentions({
  seller,
  buyer,
  lines,
}: Pick<IssuedDocument, 'seller' | 'buyer' | 'lines'>): string[] {
  const mentions = {
    'seller.name': seller.name,
    'seller.address': seller.address,
    'seller.siren': seller.siren,
    'seller.vatNumber': seller.vatNumber,
    'buyer.name': buyer.name,
    'buyer.address': buyer.address.line1 && buyer.address.city,
    lines: lines.length > 0 && lines.every((line) => line.name !== '') ? 'named' : '',
  }
  return Object.entries(mentions).flatMap(([mention, value]) => (value.trim() === '' ? [mention] : []))
}
