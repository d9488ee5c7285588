import type { Reader } from '@comptoir/db'
import * as billing from '@comptoir/db/stores/billing'
import * as orders from '@comptoir/db/stores/orders'
import { type Vat, vatCategories } from '@comptoir/domain/cart'
import {
  type Address,
  allowedActions,
  cancelReasons,
  deliveryAxis,
  type Order,
  type OrderAction,
  orderActions,
  type OrderStatus,
  orderStatuses,
  paymentAxis,
  placements,
} from '@comptoir/domain/orders'
import * as z from 'zod'

export interface AddressView extends Address {}
export interface OrderLineView {
  id: string
  productId: string
  variantId: string
  sku: string | null
  name: string
  optionWords: string
  imagePath: string | null
  quantity: number
  unitCents: number
  compareAtCents: number | null
  discountCents: number
  amountCents: number
  netCents: number
  taxCents: number
  grossCents: number
  vat: Vat
}
export interface TaxGroupView {
  vat: Vat
  netCents: number
  taxCents: number
  grossCents: number
}
export interface DeliveryNamesView {
  fr: string
  en: string
}
export interface TimelineStepView {
  id: string
  kind: string
  status: OrderStatus
  actor: string
  at: string
}
/** An order as its buyer sees it; `actions` are the steps that the caller may take now. */
export interface OrderView {
  id: string
  reference: string
  status: OrderStatus
  placement: Order['placement']
  payment: Order['payment']
  delivery: Order['delivery']
  cancelReason: Order['cancelReason']
  actions: OrderAction[]
  email: string
  locale: Order['locale']
  currency: Order['currency']
  basis: Order['basis']
  address: AddressView
  lines: OrderLineView[]
  /** As its documents say it, in the order's language. */
  deliveryName: string | null
  /** The same in each language, for pages that are read in another; null where nothing was charged, or where only `deliveryName` was kept. */
  deliveryNames: DeliveryNamesView | null
  deliveryCents: number
  groups: TaxGroupView[]
  goodsCents: number
  discountCents: number
  netCents: number
  taxCents: number
  totalCents: number
  refundedCents: number
  refundPending: boolean
  paymentPending: boolean
  placedAt: string
  payBefore: string
  paidAt: string | null
  shippedAt: string | null
  deliveredAt: string | null
  cancelledAt: string | null
  refundedAt: string | null
  carrier: string | null
  trackingNumber: string | null
  invoiceNumber: string | null
  creditNoteNumbers: string[]
  timeline: TimelineStepView[]
}

const vat: z.ZodType<Vat, Vat> = z.object({ category: z.enum(vatCategories), rateBp: z.int() })
const instant = z.string()
export const addressView: z.ZodType<AddressView, AddressView> = z.object({
  ...{ name: z.string(), line1: z.string(), line2: z.string(), postcode: z.string(), city: z.string() },
  ...{ country: z.string(), phone: z.string() },
})
export const taxGroupView: z.ZodType<TaxGroupView, TaxGroupView> = z.object({
  vat,
  netCents: z.int(),
  taxCents: z.int(),
  grossCents: z.int(),
})
export const orderLineView: z.ZodType<OrderLineView, OrderLineView> = z.object({
  ...{ id: z.string(), productId: z.string(), variantId: z.string(), sku: z.string().nullable(), name: z.string() },
  ...{ optionWords: z.string(), imagePath: z.string().nullable(), quantity: z.int(), unitCents: z.int() },
  ...{ compareAtCents: z.int().nullable(), discountCents: z.int(), amountCents: z.int(), netCents: z.int() },
  ...{ taxCents: z.int(), grossCents: z.int(), vat },
})
const step: z.ZodType<TimelineStepView, TimelineStepView> = z.object({
  ...{ id: z.string(), kind: z.string(), status: z.enum(orderStatuses), actor: z.string(), at: instant },
})
export const deliveryNamesView: z.ZodType<DeliveryNamesView, DeliveryNamesView> = z.object({
  fr: z.string(),
  en: z.string(),
})
const actionNames = Object.keys(orderActions) as OrderAction[]
export const orderFields = {
  ...{ id: z.string(), reference: z.string(), status: z.enum(orderStatuses), placement: z.enum(placements) },
  ...{ payment: z.enum(paymentAxis), delivery: z.enum(deliveryAxis), cancelReason: z.enum(cancelReasons).nullable() },
  ...{ actions: z.array(z.enum(actionNames)), email: z.string(), locale: z.enum(['fr', 'en']) },
  ...{ currency: z.enum(['EUR', 'CHF', 'GBP', 'USD', 'JPY', 'KWD']), basis: z.enum(['inclusive', 'exclusive']) },
  ...{
    address: addressView,
    lines: z.array(orderLineView),
    deliveryName: z.string().nullable(),
    deliveryNames: deliveryNamesView.nullable(),
    deliveryCents: z.int(),
  },
  ...{ groups: z.array(taxGroupView), goodsCents: z.int(), discountCents: z.int(), netCents: z.int() },
  ...{ taxCents: z.int(), totalCents: z.int(), refundedCents: z.int(), refundPending: z.boolean() },
  ...{ paymentPending: z.boolean(), placedAt: instant, payBefore: instant, paidAt: instant.nullable() },
  ...{ shippedAt: instant.nullable(), deliveredAt: instant.nullable(), cancelledAt: instant.nullable() },
  ...{ refundedAt: instant.nullable(), carrier: z.string().nullable(), trackingNumber: z.string().nullable() },
  ...{ invoiceNumber: z.string().nullable(), creditNoteNumbers: z.array(z.string()), timeline: z.array(step) },
}
export const OrderView: z.ZodType<OrderView, OrderView> = z.object(orderFields)

const iso = (at: Date | null) => at?.toISOString() ?? null

/** The order as it is shown, with its history and documents, read in the same transaction or from the last commit. */
export async function orderView(db: Reader, order: Order, by: 'customer' | 'staff'): Promise<OrderView> {
  const events = await orders.listOrderEvents(db, order.id)
  const attempts = await billing.listPayments(db, order.id)
  // No money has come in: there is nothing to give back, and no document.
  const paid = order.paidAt !== null
  const refunds = paid ? await billing.listRefunds(db, order.id) : []
  const invoiceNumber = paid ? await billing.findInvoiceNumber(db, order.id) : undefined
  const notes = refunds.length > 0 ? await billing.listCreditNotes(db, order.id) : []
  const refundPending = refunds.some((refund) => refund.state === 'pending')
  const paymentPending = attempts.some(({ state }) => state === 'requested' || state === 'confirming')
  return {
    ...{ id: order.id, reference: order.reference, status: order.status, placement: order.placement },
    ...{ payment: order.payment, delivery: order.delivery, cancelReason: order.cancelReason },
    actions: refundPending || paymentPending ? [] : allowedActions(order, by),
    ...{ email: order.email, locale: order.locale, currency: order.currency, basis: order.basis },
    address: order.address,
    lines: order.lines.map(({ position: _, fullCents: __, ...line }) => line),
    deliveryName: order.deliveryLine?.name ?? null,
    deliveryNames: order.deliveryLine?.names ?? null,
    ...{ deliveryCents: order.deliveryCents, groups: order.groups, goodsCents: order.goodsCents },
    ...{ discountCents: order.discountCents, netCents: order.netCents, taxCents: order.taxCents },
    totalCents: order.totalCents,
    refundedCents: notes.reduce((sum, note) => sum + note.totalCents, 0),
    refundPending,
    paymentPending,
    placedAt: order.placedAt.toISOString(),
    payBefore: order.payBefore.toISOString(),
    ...{ paidAt: iso(order.paidAt), shippedAt: iso(order.shippedAt), deliveredAt: iso(order.deliveredAt) },
    ...{ cancelledAt: iso(order.cancelledAt), refundedAt: iso(order.refundedAt) },
    ...{ carrier: order.carrier, trackingNumber: order.trackingNumber },
    invoiceNumber: invoiceNumber ?? null,
    creditNoteNumbers: notes.map((note) => note.number),
    timeline: events.map(({ id, kind, toStatus, actor, at }) => ({
      ...{ id, kind, actor, status: toStatus, at: at.toISOString() },
    })),
  }
}
