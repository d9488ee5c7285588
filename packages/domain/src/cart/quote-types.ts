import type { Cents, Currency } from '../money.ts'
import type { Vat } from '../vat.ts'

export * from '../vat.ts'

/** Whether prices carry their tax (French consumer shops) or not; one basis per order. RULES 4.2. */
export type TaxBasis = 'inclusive' | 'exclusive'

/** An amount off, or a percentage off in basis points; capped at what is left. RULES 4.4. */
export type Discount = { code: string; amountCents: Cents } | { code: string; percentBp: number }

export interface QuoteLine {
  id: string
  unitCents: Cents
  quantity: number
  vat: Vat
  discounts: readonly Discount[]
}

/** A flat delivery method: its price, its VAT, and the value of goods (after discounts) from which it is free. */
export interface DeliveryMethod {
  code: string
  amountCents: Cents
  vat: Vat
  freeFromCents: Cents | null
}

export interface QuoteRequest {
  currency: Currency
  basis: TaxBasis
  lines: readonly QuoteLine[]
  discounts: readonly Discount[]
  delivery: DeliveryMethod | null
}

/** A line with its frozen parts. `amountCents` = full − discount in the quote's basis; net + tax = gross. */
export interface QuotedLine {
  id: string
  unitCents: Cents
  quantity: number
  vat: Vat
  fullCents: Cents
  discountCents: Cents
  amountCents: Cents
  netCents: Cents
  taxCents: Cents
  grossCents: Cents
}

export interface TaxGroup {
  vat: Vat
  netCents: Cents
  taxCents: Cents
  grossCents: Cents
}

/** What the shopper pays, line by line; `delivery` is the last line of its group. RULES 4.3. */
export interface Quote {
  currency: Currency
  basis: TaxBasis
  lines: QuotedLine[]
  delivery: QuotedLine | null
  groups: TaxGroup[]
  goodsCents: Cents
  discountCents: Cents
  deliveryCents: Cents
  netCents: Cents
  taxCents: Cents
  totalCents: Cents
  freeDeliveryFromCents: Cents | null
  hash: string
}
