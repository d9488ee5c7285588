import { type OrderAxes, type OrderStatus, orderActions, orderStatuses, statusOf } from '@comptoir/domain/orders'
import { deliveryAxis, paymentAxis, placements } from '@comptoir/domain/orders'
import { type SQL, sql } from 'drizzle-orm'
import type { Check } from './check.ts'

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
const without = (fact: string, missing: SQL, says: string): Check => ({
  invariant: 'INV-32',
  says,
  find: sql`select id as subject, status as found, ${fact} as wanted from orders where ${missing}`,
})

/** The life of orders: INV-30 to INV-32. */
export const stateChecks: Check[] = [
  {
    invariant: 'INV-30',
    says: 'the history goes on from {found} where it had come to {wanted}, or a row of it is missing',
    find: sql`select order_id || ' #' || seq as subject, from_status as found, before as wanted from (
      select order_id, seq, from_status, lag(to_status) over (partition by order_id order by seq) as before,
        row_number() over (partition by order_id order by seq) as place from order_events) as chain
      where seq <> place or coalesce(from_status, '') <> coalesce(before, '')`,
  },
  {
    invariant: 'INV-30',
    says: 'the status is {found}, the history ends at {wanted}',
    find: sql`select o.id as subject, o.status as found, e.to_status as wanted from orders o
      left join (select order_id, max(seq) as seq from order_events group by order_id) last on last.order_id = o.id
      left join order_events e on e.order_id = o.id and e.seq = last.seq
      where e.to_status is null or e.to_status <> o.status`,
  },
  {
    invariant: 'INV-30',
    says: 'the history holds a step that does not exist: {found} to {wanted}',
    find: sql`select order_id || ' #' || seq as subject, from_status as found, to_status as wanted from order_events
      where (from_status is null and to_status <> 'created')
      or (from_status <> to_status and from_status || '>' || to_status not in (${list(edges)}))
      or to_status not in (${list(orderStatuses)})`,
  },
  {
    invariant: 'INV-31',
    says: 'an order that was {found} went on to {wanted}',
    find: sql`select order_id || ' #' || seq as subject, from_status as found, to_status as wanted from order_events
      where (from_status = 'delivered' and to_status not in ('delivered', 'refunded'))
      or (from_status in ('cancelled', 'refunded') and to_status <> from_status)`,
  },
  {
    invariant: 'INV-30',
    says: 'a row of the history, by {found}, does not say who or in which call',
    find: sql`select order_id || ' #' || seq as subject, actor as found, null as wanted from order_events
      where request_id = '' or actor not in ('customer', 'guest', 'staff', 'system')
      or (actor in ('customer', 'staff') and actor_id is null)`,
  },
  {
    invariant: 'INV-32',
    says: 'the status is {found}, the three axes say {wanted}',
    find: sql`select subject, found, wanted from (select id as subject, status as found, ${statusCase} as wanted
      from orders) as derived where wanted is null or found <> wanted`,
  },
  {
    invariant: 'INV-30',
    says: 'no step leads to an order that is {found}',
    find: sql`select id as subject, placement || ' ' || payment || ' ' || delivery as found, null as wanted from orders
      where placement || ' ' || payment || ' ' || delivery not in (${list(reachable().map(key))})`,
  },
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
  without('paid_at', sql`payment <> 'unpaid' and paid_at is null`, 'the order is {found} without {wanted}'),
  without('shipped_at', sql`delivery <> 'none' and shipped_at is null`, 'the order is {found} without {wanted}'),
  without(
    'delivered_at',
    sql`delivery = 'delivered' and delivered_at is null`,
    'the order is {found} without {wanted}',
  ),
  without(
    'cancelled_at and a reason',
    sql`placement = 'cancelled' and (cancelled_at is null or cancel_reason is null)`,
    'the order is {found} without {wanted}',
  ),
]
