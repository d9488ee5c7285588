import type { Id } from '../id.ts'
import type { Cents, Currency } from '../money.ts'
import type { Locale } from '../problem.ts'
import type { TaxBasis, TaxGroup, Vat } from '../cart/quote-types.ts'
import type { OrderStatus } from './status.ts'

export const placements = ['created', 'validated', 'cancelled'] as const
export type Placement = (typeof placements)[number]
export const paymentAxis = ['unpaid', 'paid', 'refunded'] as const
export type PaymentAxis = (typeof paymentAxis)[number]
export const deliveryAxis = ['none', 'shipped', 'delivered'] as const
export type DeliveryAxis = (typeof deliveryAxis)[number]
export const cancelReasons = ['customer', 'staff', 'expired'] as const
export type CancelReason = (typeof cancelReasons)[number]

/** The three stored axes of an order. RULES 4.6. */
export interface OrderAxes {
  placement: Placement
  payment: PaymentAxis
  delivery: DeliveryAxis
}

/** Where an order goes: a copy of its own, never a link to an address book. RULES 4.12. */
export interface Address {
  name: string
  line1: string
  line2: string
  postcode: string
  city: string
  country: string
  phone: string
}

/** A line with everything frozen at placement: words, price, rate, shares. RULES 4.12. */
export interface OrderLine {
  id: Id<'line'>
  productId: Id<'product'>
  variantId: Id<'variant'>
  position: number
  sku: string | null
  name: string
  optionWords: string
  imagePath: string | null
  unitCents: Cents
  compareAtCents: Cents | null
  quantity: number
  vat: Vat
  fullCents: Cents
  discountCents: Cents
  amountCents: Cents
  netCents: Cents
  taxCents: Cents
  grossCents: Cents
}

/** The delivery charge of an order, frozen like a line. */
export interface OrderDeliveryLine {
  code: string
  name: string
  /** The same name in every language, as it was; orders placed before these were kept have none. */
  names?: Readonly<Record<Locale, string>>
  vat: Vat
  amountCents: Cents
  netCents: Cents
  taxCents: Cents
  grossCents: Cents
}

export interface Order extends OrderAxes {
  id: Id<'order'>
  reference: string
  cartId: Id<'cart'> | null
  userId: Id<'user'> | null
  email: string
  locale: Locale
  currency: Currency
  basis: TaxBasis
  status: OrderStatus
  cancelReason: CancelReason | null
  address: Address
  lines: OrderLine[]
  deliveryLine: OrderDeliveryLine | null
  groups: TaxGroup[]
  goodsCents: Cents
  discountCents: Cents
  deliveryCents: Cents
  netCents: Cents
  taxCents: Cents
  totalCents: Cents
  termsVersion: string
  placedAt: Date
  /** Unpaid past this instant, the order expires and gives its stock back. RULES 4.8. */
  payBefore: Date
  validatedAt: Date | null
  paidAt: Date | null
  shippedAt: Date | null
  deliveredAt: Date | null
  cancelledAt: Date | null
  refundedAt: Date | null
  carrier: string | null
  trackingNumber: string | null
  version: number
}
