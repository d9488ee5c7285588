import type { Currency, Id, Locale } from '@comptoir/domain'
import type { TaxBasis, VatCategory } from '@comptoir/domain/cart'
import type {
  Address,
  CancelReason,
  DeliveryAxis,
  OrderDeliveryLine,
  OrderStatus,
  PaymentAxis,
  Placement,
} from '@comptoir/domain/orders'
import { sql } from 'drizzle-orm'
import type { Columns } from '../columns.ts'

export type OrderEventKind =
  | 'created'
  | 'validated'
  | 'payment_requested'
  | 'payment_declined'
  | 'payment_second_step'
  | 'paid'
  | 'shipped'
  | 'delivered'
  | 'cancelled'
  | 'expired'
  | 'refund_requested'
  | 'refund_failed'
  | 'refunded'
export type Actor = 'customer' | 'guest' | 'staff' | 'system'

export const orderTables = (c: Columns) => {
  const orders = c.table(
    'orders',
    {
      id: c.text().$type<Id<'order'>>().primaryKey(),
      reference: c.text().notNull().unique(),
      cartId: c.text().$type<Id<'cart'>>().unique(),
      userId: c.text().$type<Id<'user'>>(),
      email: c.text().notNull(),
      accessTokenHash: c.text().unique(),
      locale: c.text().$type<Locale>().notNull(),
      currency: c.text().$type<Currency>().notNull(),
      basis: c.text().$type<TaxBasis>().notNull(),
      placement: c.text().$type<Placement>().notNull(),
      payment: c.text().$type<PaymentAxis>().notNull(),
      delivery: c.text().$type<DeliveryAxis>().notNull(),
      status: c.text().$type<OrderStatus>().notNull(),
      cancelReason: c.text().$type<CancelReason>(),
      address: c.json<Address>().notNull(),
      deliveryLine: c.json<OrderDeliveryLine | null>(),
      goodsCents: c.cents().notNull(),
      discountCents: c.cents().notNull(),
      deliveryCents: c.cents().notNull(),
      netCents: c.cents().notNull(),
      taxCents: c.cents().notNull(),
      totalCents: c.cents().notNull(),
      termsVersion: c.text().notNull(),
      placedAt: c.instant().notNull(),
      payBefore: c.instant().notNull(),
      validatedAt: c.instant(),
      paidAt: c.instant(),
      shippedAt: c.instant(),
      deliveredAt: c.instant(),
      cancelledAt: c.instant(),
      refundedAt: c.instant(),
      version: c.int().notNull(),
    },
    (t) => [
      c.index('orders_of_user').on(t.userId, t.id),
      c.index('orders_by_status').on(t.status, t.id),
      c.index('orders_by_placement').on(t.placement, t.id),
      c.index('orders_by_payment').on(t.payment, t.id),
      c.index('orders_by_delivery').on(t.delivery, t.id),
      c.index('orders_by_email').on(t.email, t.id),
      c.index('orders_to_expire').on(t.status, t.payBefore),
      c.check('orders_amounts', sql`${t.totalCents} >= 0 and ${t.netCents} + ${t.taxCents} = ${t.totalCents}`),
    ],
  )
  const orderLines = c.table(
    'order_lines',
    {
      id: c.text().$type<Id<'line'>>().primaryKey(),
      orderId: c
        .text()
        .$type<Id<'order'>>()
        .notNull()
        .references(() => orders.id),
      position: c.int().notNull(),
      productId: c.text().$type<Id<'product'>>().notNull(),
      variantId: c.text().$type<Id<'variant'>>().notNull(),
      sku: c.text(),
      name: c.text().notNull(),
      optionWords: c.text().notNull(),
      imagePath: c.text(),
      unitCents: c.cents().notNull(),
      compareAtCents: c.cents(),
      quantity: c.int().notNull(),
      vatCategory: c.text().$type<VatCategory>().notNull(),
      rateBp: c.int().notNull(),
      fullCents: c.cents().notNull(),
      discountCents: c.cents().notNull(),
      amountCents: c.cents().notNull(),
      netCents: c.cents().notNull(),
      taxCents: c.cents().notNull(),
      grossCents: c.cents().notNull(),
    },
    (t) => [
      c.uniqueIndex('order_lines_once').on(t.orderId, t.position),
      c.index('order_lines_of_variant').on(t.variantId),
      c.check('order_lines_amounts', sql`${t.quantity} > 0 and ${t.netCents} + ${t.taxCents} = ${t.grossCents}`),
      c.check(
        'order_lines_discount',
        sql`${t.discountCents} >= 0 and ${t.amountCents} = ${t.fullCents} - ${t.discountCents}`,
      ),
    ],
  )
  const orderTaxes = c.table(
    'order_taxes',
    {
      orderId: c
        .text()
        .$type<Id<'order'>>()
        .notNull()
        .references(() => orders.id),
      vatCategory: c.text().$type<VatCategory>().notNull(),
      rateBp: c.int().notNull(),
      netCents: c.cents().notNull(),
      taxCents: c.cents().notNull(),
      grossCents: c.cents().notNull(),
    },
    (t) => [c.primaryKey({ columns: [t.orderId, t.vatCategory, t.rateBp] })],
  )
  // The order's history, append-only: timeline and audit read it; the last row's `toStatus` is the order's status (INV-30).
  const orderEvents = c.table(
    'order_events',
    {
      id: c.text().$type<Id<'event'>>().primaryKey(),
      orderId: c
        .text()
        .$type<Id<'order'>>()
        .notNull()
        .references(() => orders.id),
      seq: c.int().notNull(),
      kind: c.text().$type<OrderEventKind>().notNull(),
      fromStatus: c.text().$type<OrderStatus>(),
      toStatus: c.text().$type<OrderStatus>().notNull(),
      actor: c.text().$type<Actor>().notNull(),
      actorId: c.text().$type<Id<'user'>>(),
      data: c.json<Record<string, string | number | boolean | null>>().notNull(),
      requestId: c.text().notNull(),
      at: c.instant().notNull(),
    },
    (t) => [c.uniqueIndex('order_events_once').on(t.orderId, t.seq)],
  )
  const deliveries = c.table('deliveries', {
    id: c.text().$type<Id<'delivery'>>().primaryKey(),
    orderId: c
      .text()
      .$type<Id<'order'>>()
      .notNull()
      .unique()
      .references(() => orders.id),
    carrier: c.text().notNull(),
    trackingNumber: c.text().notNull().unique(),
    shippedAt: c.instant().notNull(),
    deliveredAt: c.instant(),
  })
  // What colleagues tell each other about an order; shoppers never see it.
  const orderNotes = c.table(
    'order_notes',
    {
      id: c.text().$type<Id<'note'>>().primaryKey(),
      orderId: c
        .text()
        .$type<Id<'order'>>()
        .notNull()
        .references(() => orders.id),
      authorId: c.text().$type<Id<'user'>>().notNull(),
      body: c.text().notNull(),
      at: c.instant().notNull(),
    },
    (t) => [c.index('order_notes_of_order').on(t.orderId, t.id)],
  )
  // Opens an order for reading, for a while, to whoever gave its number and e-mail; the buyer's own token stays as it is.
  const orderAccess = c.table(
    'order_access',
    {
      tokenHash: c.text().primaryKey(),
      orderId: c
        .text()
        .$type<Id<'order'>>()
        .notNull()
        .references(() => orders.id),
      expiresAt: c.instant().notNull(),
    },
    (t) => [c.index('order_access_by_end').on(t.expiresAt)],
  )
  return { orders, orderLines, orderTaxes, orderEvents, deliveries, orderNotes, orderAccess }
}
