import * as billing from '@comptoir/db/stores/billing'
import { listOrders } from '@comptoir/db/stores/order-lists'
import { readSettings } from '@comptoir/db/stores/settings'
import { type Id, refuse } from '@comptoir/domain'
import {
  CheckoutInput,
  LookUpOrderInput,
  OrderChangesInput,
  OrderGetInput,
  OrdersListInput,
  PayOrderInput,
  PlaceOrderInput,
} from '@comptoir/domain/orders/inputs'
import type { TRPCRouterRecord } from '@trpc/server'
import { atOnce } from '../../at-once.ts'
import { change, changeAround, changeWithSecret } from '../../change.ts'
import { limitCalls, sourceOf } from '../../services/limits.ts'
import { anyone, signedIn } from '../../trpc.ts'
import { payOrder } from '../billing/pay-order.ts'
import { cancelOrder } from '../billing/refund-order.ts'
import { checkout } from './checkout.ts'
import { InvoiceView, invoiceView } from './invoice-view.ts'
import { lookUpOrder, lookUpToken } from './look-up-order.ts'
import { nextOrderCursor, orderCursor } from './order-cursor.ts'
import { orderChanges } from './order-changes.ts'
import { OrderPageView, orderRowView } from './order-row-view.ts'
import { OrderView, orderView } from './order-view.ts'
import { CheckoutView, PaymentView, PlacedOrderView } from './payment-view.ts'
import { aroundPayment, aroundRefund } from './money-calls.ts'
import { readingName, readOrder, showOrder } from './read-order.ts'
import { placeAndPay } from './place-and-pay.ts'
import { byShopper, cartAccess, handOutAccess, accessTokenOfKey, ownerOfOrder } from './shopper.ts'

const order = anyone.input(atOnce(OrderGetInput))

export const ordersForShop = {
  /** Refuses: cart_empty, cart_not_orderable, quote_changed, terms_changed, email_needed, out_of_stock. */
  checkout: anyone
    .input(atOnce(CheckoutInput))
    .output(atOnce(CheckoutView))
    .mutation(async ({ ctx, input }) => {
      let repeated = true
      const placed = await change(ctx, 'orders.checkout', input, async (tx, fresh) => {
        repeated = false
        const at = { by: byShopper(ctx), fresh, settings: await readSettings(tx) }
        return orderView(tx, await checkout(tx, ctx, input, at), 'customer')
      })
      const token = await cartAccess(ctx, placed.id as Id<'order'>, repeated)
      return { order: placed, accessToken: handOutAccess(ctx, placed.id, token) }
    }),

  /** An order in one request, paid at once. Refuses what checkout does; a declined card leaves the order unpaid. */
  place: anyone
    .input(atOnce(PlaceOrderInput))
    .output(atOnce(PlacedOrderView))
    .mutation(async ({ ctx, input }) => {
      const token =
        ctx.user !== null ? null : accessTokenOfKey(ctx.key ?? Buffer.from(ctx.random(32)).toString('base64url'))
      const paid = await changeAround(
        ctx,
        'orders.place',
        input,
        aroundPayment(ctx, (tx, at) => placeAndPay(tx, ctx, input, { ...at, token })),
      )
      return { ...paid, accessToken: handOutAccess(ctx, paid.order.id, token) }
    }),

  /** Refuses: order_not_found, order_expired, order_step_refused, payment_not_found. A declined card is an answer, not an error. */
  pay: anyone
    .input(atOnce(PayOrderInput))
    .output(atOnce(PaymentView))
    .mutation(async ({ ctx, input }) => {
      const owner = ownerOfOrder(ctx, input)
      return changeAround(
        ctx,
        'orders.pay',
        input,
        aroundPayment(ctx, (tx, at) => payOrder(tx, owner, input, at)),
      )
    }),

  /** Refuses: order_not_found, order_already_shipped, order_step_refused, payment_in_progress, refund_in_progress, refund_failed. */
  cancel: order.output(atOnce(OrderView)).mutation(async ({ ctx, input }) => {
    const owner = ownerOfOrder(ctx, input)
    return changeAround(
      ctx,
      'orders.cancel',
      input,
      aroundRefund(
        ctx,
        byShopper(ctx),
        (db, order) => orderView(db, order, 'customer'),
        (tx, at) => cancelOrder(tx, owner, { id: input.id, reason: '' }, at),
      ),
    )
  }),

  /**
   * Opens an order by its number and e-mail, both, for reading, for two hours. Every kind of miss answers the same.
   * Refuses: order_look_up_missed, too_many_requests.
   */
  lookUp: anyone
    .input(atOnce(LookUpOrderInput))
    .output(atOnce(CheckoutView))
    .mutation(async ({ ctx, input }) => {
      await limitCalls(ctx, `look-up:${sourceOf(ctx.address)}`, 20, 15 * 60_000)
      const seed = ctx.key ?? Buffer.from(ctx.random(32)).toString('base64url')
      // What it answers opens an order: a repeat looks again, and its key holds from then on.
      const found = await changeWithSecret(ctx, async (tx, fresh) => ({
        ...(await orderView(tx, await lookUpOrder(tx, input, seed, fresh), 'customer')),
        actions: [],
      }))
      const id = found.id as Id<'order'>
      return { order: found, accessToken: handOutAccess(ctx, readingName(id), lookUpToken(seed, id)) }
    }),

  list: signedIn
    .input(atOnce(OrdersListInput))
    .output(atOnce(OrderPageView))
    .query(async ({ ctx, input }) => {
      const page = { beforeId: orderCursor(input.cursor), limit: input.limit }
      const { rows, more } = await listOrders(ctx.db.read, { userId: ctx.user.id }, page)
      return { items: rows.map(orderRowView), nextCursor: nextOrderCursor(rows, more) }
    }),

  get: order.output(atOnce(OrderView)).query(({ ctx, input }) => showOrder(ctx, input)),

  /** The invoice of a paid order with its credit notes. Refuses: order_not_found, invoice_not_found. */
  invoice: order.output(atOnce(InvoiceView)).query(async ({ ctx, input }) => {
    const { id } = (await readOrder(ctx, input)).order
    const invoice = (await billing.findInvoice(ctx.db.read, id)) ?? refuse('invoice_not_found')
    return invoiceView(invoice, await billing.listCreditNotes(ctx.db.read, id))
  }),

  onChange: anyone.input(OrderChangesInput).subscription(({ ctx, input, signal }) => orderChanges(ctx, input, signal)),
} satisfies TRPCRouterRecord
