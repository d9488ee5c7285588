import { currencies, type Currency } from '@comptoir/domain'
import { type Quote, type QuotedLine, type TaxBasis, vatCategories, type VatCategory } from '@comptoir/domain/cart'
import * as z from 'zod'

export const currencyShape = z.enum(Object.keys(currencies) as [Currency, ...Currency[]])
export const basisShape = z.enum(['inclusive', 'exclusive'] satisfies TaxBasis[])

export interface QuoteVatView {
  category: VatCategory
  rateBp: number
}
export const QuoteVatView: z.ZodType<QuoteVatView, QuoteVatView> = z.object({
  category: z.enum(vatCategories),
  rateBp: z.int(),
})

/** A line of the quote; its id is the variant's, or the delivery method's code. */
export interface QuotedLineView {
  id: string
  unitCents: number
  quantity: number
  vat: QuoteVatView
  fullCents: number
  discountCents: number
  amountCents: number
  netCents: number
  taxCents: number
  grossCents: number
}
export const QuotedLineView: z.ZodType<QuotedLineView, QuotedLineView> = z.object({
  id: z.string(),
  unitCents: z.int(),
  quantity: z.int(),
  vat: QuoteVatView,
  fullCents: z.int(),
  discountCents: z.int(),
  amountCents: z.int(),
  netCents: z.int(),
  taxCents: z.int(),
  grossCents: z.int(),
})

export interface TaxGroupView {
  vat: QuoteVatView
  netCents: number
  taxCents: number
  grossCents: number
}
export const TaxGroupView: z.ZodType<TaxGroupView, TaxGroupView> = z.object({
  vat: QuoteVatView,
  netCents: z.int(),
  taxCents: z.int(),
  grossCents: z.int(),
})

/** What the shopper pays, with the hash that `orders.checkout` compares. RULES 4.3, 4.10. */
export interface QuoteView {
  currency: Currency
  basis: TaxBasis
  lines: QuotedLineView[]
  delivery: QuotedLineView | null
  groups: TaxGroupView[]
  goodsCents: number
  discountCents: number
  deliveryCents: number
  netCents: number
  taxCents: number
  totalCents: number
  freeDeliveryFromCents: number | null
  hash: string
}
export const QuoteView: z.ZodType<QuoteView, QuoteView> = z.object({
  currency: currencyShape,
  basis: basisShape,
  lines: z.array(QuotedLineView),
  delivery: QuotedLineView.nullable(),
  groups: z.array(TaxGroupView),
  goodsCents: z.int(),
  discountCents: z.int(),
  deliveryCents: z.int(),
  netCents: z.int(),
  taxCents: z.int(),
  totalCents: z.int(),
  freeDeliveryFromCents: z.int().nullable(),
  hash: z.string(),
})

const lineView = ({ vat, ...line }: QuotedLine): QuotedLineView => ({
  id: line.id,
  unitCents: line.unitCents,
  quantity: line.quantity,
  vat: { category: vat.category, rateBp: vat.rateBp },
  fullCents: line.fullCents,
  discountCents: line.discountCents,
  amountCents: line.amountCents,
  netCents: line.netCents,
  taxCents: line.taxCents,
  grossCents: line.grossCents,
})

/** The quote whole, as the domain made it. */
export const quoteView = (quote: Quote): QuoteView => ({
  currency: quote.currency,
  basis: quote.basis,
  lines: quote.lines.map(lineView),
  delivery: quote.delivery && lineView(quote.delivery),
  groups: quote.groups.map(({ vat, netCents, taxCents, grossCents }) => ({
    vat: { category: vat.category, rateBp: vat.rateBp },
    netCents,
    taxCents,
    grossCents,
  })),
  goodsCents: quote.goodsCents,
  discountCents: quote.discountCents,
  deliveryCents: quote.deliveryCents,
  netCents: quote.netCents,
  taxCents: quote.taxCents,
  totalCents: quote.totalCents,
  freeDeliveryFromCents: quote.freeDeliveryFromCents,
  hash: quote.hash,
})
