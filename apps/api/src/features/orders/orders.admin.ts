import type { Writer } from '@comptoir/db'
import * as audit from '@comptoir/db/stores/audit'
import { listOrders, sumOrders } from '@comptoir/db/stores/order-lists'
import * as orders from '@comptoir/db/stores/orders'
import { readSettings } from '@comptoir/db/stores/settings'
import {
  AddOrderNoteInput,
  AdminCancelInput,
  AdminOrderChangesInput,
  AdminOrderIdInput,
  AdminOrdersInput,
  OrderSumsInput,
  RefundOrderInput,
  ShipOrderInput,
} from '@comptoir/domain/orders/inputs'
import type { Order } from '@comptoir/domain/orders'
import { maskCards } from '@comptoir/domain/support'
import type { TRPCRouterRecord } from '@trpc/server'
import { change, changeAround, type Fresh } from '../../change.ts'
import type { Context, CurrentUser } from '../../context.ts'
import { staff } from '../../trpc.ts'
import type { Booking } from '../billing/book-capture.ts'
import { cancelOrder, type PendingRefund, refundOrder } from '../billing/refund-order.ts'
import { staffCall } from '../../staff-call.ts'
import { addOrderNote } from './add-order-note.ts'
import { AdminOrderView, adminOrderView } from './admin-order-view.ts'
import { deliverOrder, shipOrder, validateOrder } from './fulfil-order.ts'
import { aroundRefund } from './money-calls.ts'
import { allOrderChanges } from './order-changes.ts'
import { nextOrderCursor, orderCursor } from './order-cursor.ts'
import { orderFilter } from './order-filter.ts'
import { OrderSumsView } from './order-sums-view.ts'
import { OrderPageView, orderRowView } from './order-row-view.ts'
import type { By } from '../order-steps/record-step.ts'

type StaffContext = Context & { user: CurrentUser }
const byStaff = (ctx: StaffContext): By => ({ actor: 'staff', actorId: ctx.user.id, requestId: ctx.requestId })

/** Notes who did what to an order, in the transaction of the deed. INV-60. */
const note = (tx: Writer, ctx: StaffContext, fresh: Fresh, of: { action: string; id: Order['id']; after: unknown }) =>
  audit.add(tx, {
    ...{ id: fresh.id('audit'), actorId: ctx.user.id, action: of.action, subjectId: of.id, before: null },
    ...{ after: of.after, address: ctx.address, requestId: ctx.requestId, at: fresh.now },
  })

/** A step of an order by staff: one write with its history and audit rows; answers the order as it is then. */
const step = (
  ctx: StaffContext,
  action: string,
  input: { id: Order['id'] },
  take: (tx: Writer, at: Booking) => Promise<Order>,
): Promise<AdminOrderView> =>
  change(ctx, action, input, async (tx, fresh) => {
    const order = await take(tx, { by: byStaff(ctx), fresh, settings: await readSettings(tx) })
    await note(tx, ctx, fresh, { action, id: input.id, after: { status: order.status } })
    return adminOrderView(tx, order)
  })

/** A step that gives money back, for a reason without card numbers (INV-65); answers the order as it is after the gateway's word. */
const moneyBack = (
  ctx: StaffContext,
  action: string,
  input: { id: Order['id']; reason: string },
  begin: (tx: Writer, at: Booking, reason: string) => Promise<PendingRefund>,
): Promise<AdminOrderView> =>
  changeAround(
    ctx,
    action,
    input,
    aroundRefund(ctx, byStaff(ctx), adminOrderView, async (tx, at) => {
      const reason = maskCards(input.reason)
      const pending = await begin(tx, at, reason)
      await note(tx, ctx, at.fresh, { action, id: input.id, after: { reason } })
      return pending
    }),
  )

export const ordersForAdmin = {
  list: staff
    .input(AdminOrdersInput)
    .output(OrderPageView)
    .query(async ({ ctx, input }) => {
      const { timeZone } = await readSettings(ctx.db.read)
      const { cursor, limit, ...choice } = input
      const filter = orderFilter(choice, timeZone)
      const { rows, more } = await listOrders(ctx.db.read, filter, { beforeId: orderCursor(cursor), limit })
      return { items: rows.map(orderRowView), nextCursor: nextOrderCursor(rows, more) }
    }),

  /** How many orders the same choice means, and what they come to: a figure and its list agree. T18. */
  sums: staff
    .input(OrderSumsInput)
    .output(OrderSumsView)
    .query(async ({ ctx, input }) => {
      const { timeZone, currency } = await readSettings(ctx.db.read)
      return { ...(await sumOrders(ctx.db.read, orderFilter(input, timeZone))), currency }
    }),

  get: staff
    .input(AdminOrderIdInput)
    .output(AdminOrderView)
    .query(async ({ ctx, input }) => adminOrderView(ctx.db.read, await orders.getOrder(ctx.db.read, input.id))),

  /** Refuses: order_not_found, order_step_refused. */
  validate: staff
    .input(AdminOrderIdInput)
    .output(AdminOrderView)
    .mutation(({ ctx, input }) => step(ctx, 'orders.validate', input, (tx, at) => validateOrder(tx, input.id, at))),

  /** Refuses: order_not_found, order_not_paid, order_step_refused, refund_in_progress. */
  ship: staff
    .input(ShipOrderInput)
    .output(AdminOrderView)
    .mutation(({ ctx, input }) => step(ctx, 'orders.ship', input, (tx, at) => shipOrder(tx, input, at))),

  /** Refuses: order_not_found, order_step_refused, refund_in_progress. */
  deliver: staff
    .input(AdminOrderIdInput)
    .output(AdminOrderView)
    .mutation(({ ctx, input }) => step(ctx, 'orders.deliver', input, (tx, at) => deliverOrder(tx, input.id, at))),

  /** Refuses: order_not_found, order_already_shipped, order_step_refused, payment_in_progress, refund_in_progress, refund_failed. */
  cancel: staff
    .input(AdminCancelInput)
    .output(AdminOrderView)
    .mutation(({ ctx, input }) =>
      moneyBack(ctx, 'orders.cancel', input, (tx, at, reason) => cancelOrder(tx, undefined, { ...input, reason }, at)),
    ),

  /** Gives all captured money back, with a credit note. Refuses: order_not_found, order_step_refused, refund_in_progress, refund_failed. */
  refund: staff
    .input(RefundOrderInput)
    .output(AdminOrderView)
    .mutation(({ ctx, input }) =>
      moneyBack(ctx, 'orders.refund', input, (tx, at, reason) => refundOrder(tx, { ...input, reason }, at)),
    ),

  /** A note for colleagues; shoppers never see it. Refuses: order_not_found. */
  addNote: staff
    .input(AddOrderNoteInput)
    .output(AdminOrderView)
    .mutation(({ ctx, input }) =>
      change(ctx, 'orders.addNote', input, async (tx, fresh) =>
        adminOrderView(tx, await addOrderNote(tx, staffCall(ctx), input, fresh)),
      ),
    ),

  onChange: staff
    .input(AdminOrderChangesInput)
    .subscription(({ ctx, input, signal }) => allOrderChanges(ctx, input, signal)),
} satisfies TRPCRouterRecord
