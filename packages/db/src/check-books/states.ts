import { type OrderAxes, type OrderStatus, orderActions, orderStatuses, statusOf } from '@comptoir/domain/orders'
import { deliveryAxis, paymentAxis, placements } from '@comptoir/domain/orders'
import { type SQL, sql } from 'drizzle-orm'
import { type Check, type Sheet, sheet, type SheetRule } from './check.ts'

const everyAxes: OrderAxes[] = placements.flatMap((placement) =>
  paymentAxis.flatMap((payment) => deliveryAxis.map((delivery) => ({ placement, payment, delivery }))),
)
const key = (axes: OrderAxes): string => `${axes.placement} ${axes.payment} ${axes.delivery}`

/** Where the table leads from an order's axes; a paid order that is cancelled gets its money back. RULES 4.6. */
function nextOf(axes: OrderAxes): OrderAxes[] {
  const steps = Object.values(orderActions).flatMap(({ from, to }): OrderAxes[] =>
    [from.placement, from.payment, from.delivery].every((allowed, i) =>
      (allowed as readonly string[]).includes([axes.placement, axes.payment, axes.delivery][i] ?? ''),
    )
      ? [{ ...axes, ...to }]
      : [],
  )
  const givenBack = steps.filter((step) => step.placement === 'cancelled' && step.payment === 'paid')
  return [...steps, ...givenBack.map((step): OrderAxes => ({ ...step, payment: 'refunded' }))]
}

/** All axes an order can have, walked from its placement. */
function reachable(): OrderAxes[] {
  const found = new Map<string, OrderAxes>()
  const walk = (axes: OrderAxes): void => {
    if (found.has(key(axes))) return
    found.set(key(axes), axes)
    nextOf(axes).forEach(walk)
  }
  walk({ placement: 'created', payment: 'unpaid', delivery: 'none' })
  return [...found.values()]
}

const edges = new Set(reachable().flatMap((axes) => nextOf(axes).map((to) => `${statusOf(axes)}>${statusOf(to)}`)))
const list = (texts: Iterable<string>): SQL =>
  sql.join(
    [...texts].map((text) => sql`${text}`),
    sql`, `,
  )
const statusCase = sql`case placement || ' ' || payment || ' ' || delivery ${sql.join(
  everyAxes.map((axes) => sql`when ${key(axes)} then ${statusOf(axes)}`),
  sql` `,
)} end`

const shipped: readonly OrderStatus[] = ['shipped', 'delivered']
/** Orders beside their parcels and refunds: INV-32. */
export const stateChecks: Check[] = [
  {
    invariant: 'INV-32',
    says: 'the order is {found} without a parcel and its tracking number',
    find: sql`select o.id as subject, o.delivery as found, null as wanted from orders o
      left join deliveries d on d.order_id = o.id
      where o.delivery in (${list(shipped)}) and coalesce(d.tracking_number, '') = ''`,
  },
  {
    invariant: 'INV-32',
    says: 'a parcel ({found}) belongs to an order that was not shipped',
    find: sql`select o.id as subject, d.tracking_number as found, null as wanted from deliveries d
      join orders o on o.id = d.order_id where o.delivery = 'none'`,
  },
  {
    invariant: 'INV-32',
    says: 'the order counts as refunded, {found} was never given back',
    find: sql`select o.id as subject, o.total_cents as found, null as wanted from orders o
      where o.payment = 'refunded' and o.total_cents > 0
      and not exists (select 1 from refunds r where r.order_id = o.id and r.state = 'succeeded')`,
  },
  {
    invariant: 'INV-32',
    says: 'the order is {found}, its parcel says otherwise',
    find: sql`select o.id as subject, o.delivery as found, null as wanted from orders o
      join deliveries d on d.order_id = o.id
      where (o.delivery = 'delivered') <> (d.delivered_at is not null)`,
  },
]

const ofRow = { subject: sql`order_id || ' #' || seq` }
const eventSheet = sheet(
  sql`select e.order_id, e.seq, e.from_status, e.to_status, e.actor, e.actor_id, e.request_id, b.seq as before_seq,
      b.to_status as before from order_events e left join order_events b on b.order_id = e.order_id and b.seq = e.seq - 1`,
  [
    {
      ...{ invariant: 'INV-30', ...ofRow, found: sql`from_status`, wanted: sql`before` },
      says: 'the history goes on from {found} where it had come to {wanted}, or a row of it is missing',
      when: sql`(before_seq is null and seq <> 1) or coalesce(from_status, '') <> coalesce(before, '')`,
    },
    {
      ...{ invariant: 'INV-30', ...ofRow, found: sql`from_status`, wanted: sql`to_status` },
      says: 'the history holds a step that does not exist: {found} to {wanted}',
      when: sql`(from_status is null and to_status <> 'created')
        or (from_status <> to_status and from_status || '>' || to_status not in (${list(edges)}))
        or to_status not in (${list(orderStatuses)})`,
    },
    {
      ...{ invariant: 'INV-31', ...ofRow, found: sql`from_status`, wanted: sql`to_status` },
      says: 'an order that was {found} went on to {wanted}',
      when: sql`(from_status = 'delivered' and to_status not in ('delivered', 'refunded'))
        or (from_status in ('cancelled', 'refunded') and to_status <> from_status)`,
    },
    {
      ...{ invariant: 'INV-30', ...ofRow, found: sql`actor` },
      says: 'a row of the history, by {found}, does not say who or in which call',
      when: sql`request_id = '' or actor not in ('customer', 'guest', 'staff', 'system')
        or (actor in ('customer', 'staff') and actor_id is null)`,
    },
  ],
)

const ofOrder = { subject: sql`id`, found: sql`status` }
const without = (fact: string, when: SQL): SheetRule => ({
  ...{ invariant: 'INV-32', says: 'the order is {found} without {wanted}', when, ...ofOrder, wanted: sql`${fact}` },
})
const orderSheet = sheet(
  sql`select id, status, placement, payment, delivery, paid_at, shipped_at, delivered_at, cancelled_at, cancel_reason,
    ${statusCase} as derived, placement || ' ' || payment || ' ' || delivery as axes,
    (select to_status from order_events e where e.order_id = o.id order by seq desc limit 1) as ended from orders o`,
  [
    {
      ...{ invariant: 'INV-30', says: 'the status is {found}, the history ends at {wanted}' },
      ...{ when: sql`ended is null or ended <> status`, ...ofOrder, wanted: sql`ended` },
    },
    {
      ...{ invariant: 'INV-32', says: 'the status is {found}, the three axes say {wanted}' },
      ...{ when: sql`derived is null or status <> derived`, ...ofOrder, wanted: sql`derived` },
    },
    {
      ...{ invariant: 'INV-30', says: 'no step leads to an order that is {found}' },
      when: sql`axes not in (${list(reachable().map(key))})`,
      ...{ subject: sql`id`, found: sql`axes` },
    },
    without('paid_at', sql`payment <> 'unpaid' and paid_at is null`),
    without('shipped_at', sql`delivery <> 'none' and shipped_at is null`),
    without('delivered_at', sql`delivery = 'delivered' and delivered_at is null`),
    without(
      'cancelled_at and a reason',
      sql`placement = 'cancelled' and (cancelled_at is null or cancel_reason is null)`,
    ),
  ],
)

/** What one row of the history, or one order, tells: INV-30 to INV-32. */
export const stateSheets: readonly Sheet[] = [eventSheet, orderSheet]
