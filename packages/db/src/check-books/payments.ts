import { sql } from 'drizzle-orm'
import { type Check, type Sheet, sheet } from './check.ts'

// What came in and what went back, per captured attempt: `back` is settled, `promised` also counts what is under way.
const captures = sql`(
  select p.id, p.key, p.order_id, p.currency, e.amount_cents as captured,
    coalesce(r.back, 0) as back, coalesce(r.promised, 0) as promised
  from payments p
  join payment_events e on e.payment_id = p.id and e.kind = 'captured'
  left join (
    select payment_id, sum(case when state = 'succeeded' then amount_cents else 0 end) as back,
      sum(case when state <> 'failed' then amount_cents else 0 end) as promised
    from refunds group by payment_id
  ) r on r.payment_id = p.id)`
// `kept` captures were not given back whole; a capture of zero has nothing to give back.
const perOrder = sql`
  select o.id, o.placement, o.payment, o.total_cents, coalesce(sum(c.captured), 0) as captured,
    coalesce(sum(c.promised), 0) as promised,
    coalesce(sum(case when c.captured = o.total_cents and c.currency = o.currency then 1 else 0 end), 0) as fitting,
    coalesce(sum(case when c.captured = 0 or c.back < c.captured then 1 else 0 end), 0) as kept,
    coalesce(sum(case when (c.captured = 0 or c.back < c.captured) and c.captured = o.total_cents
      and c.currency = o.currency then 1 else 0 end), 0) as kept_fitting
  from orders o left join ${captures} c on c.order_id = o.id
  group by o.id, o.placement, o.payment, o.total_cents`

/** Money in and out: INV-03 to INV-07. */
export const paymentChecks: Check[] = [
  {
    invariant: 'INV-03',
    says: 'a refund of {found} has no captured payment behind it',
    find: sql`select r.id as subject, r.amount_cents as found, 0 as wanted from refunds r where r.state <> 'failed'
      and not exists (select 1 from payment_events e where e.payment_id = r.payment_id and e.kind = 'captured')`,
  },
  {
    invariant: 'INV-05',
    says: 'the payment is {found}, its events say otherwise',
    find: sql`select p.id as subject, p.state as found, null as wanted from payments p
      where not exists (select 1 from payment_events e where e.payment_id = p.id and e.kind = p.state)
      or (p.state <> 'captured'
        and exists (select 1 from payment_events e where e.payment_id = p.id and e.kind = 'captured'))
      or exists (select 1 from payment_events e where e.payment_id = p.id and e.amount_cents <> p.amount_cents)`,
  },
  {
    invariant: 'INV-51',
    says: 'the payment was {found} more than once',
    find: sql`select payment_id as subject, kind as found, count(*) as wanted from payment_events
      group by payment_id, kind having count(*) > 1`,
  },
  {
    invariant: 'INV-06',
    says: 'the gateway captured {found} that no payment of ours knows or waits for',
    find: sql`select g.key as subject, g.amount_cents as found, null as wanted from gateway_charges g
      where g.state = 'captured' and not exists (select 1 from payments p where g.key = p.key
        and p.state not in ('declined', 'failed', 'voided'))
        and not exists (select 1 from unmatched_money u where u.key = g.key and u.amount_cents = g.amount_cents)`,
  },
  {
    invariant: 'INV-06',
    says: 'the gateway gave back {found} that no refund of ours asked for',
    find: sql`select f.key as subject, f.amount_cents as found, null as wanted from gateway_refunds f
      where f.state = 'succeeded' and not exists (select 1 from refunds r join payments p on p.id = r.payment_id
        where r.id = f.key and p.key = f.charge_key and r.amount_cents = f.amount_cents)`,
  },
]

/** Each capture and each order with its money: INV-03, INV-05 to INV-07. */
export const paymentSheets: readonly Sheet[] = [
  sheet(
    sql`select c.*, g.key as known, coalesce(f.given, 0) as given from ${captures} c
      left join gateway_charges g on g.key = c.key and g.state = 'captured' and g.amount_cents = c.captured
        and g.currency = c.currency
      left join (select charge_key, sum(amount_cents) as given from gateway_refunds
        where state = 'succeeded' group by charge_key) f on f.charge_key = c.key`,
    [
      {
        ...{ invariant: 'INV-03', says: 'more was given back ({found}) than was captured ({wanted})' },
        when: sql`promised > captured`,
        ...{ subject: sql`id`, found: sql`promised`, wanted: sql`captured` },
      },
      {
        ...{ invariant: 'INV-06', says: 'we count {found} as captured, the gateway knows no such charge' },
        when: sql`captured > 0 and known is null`,
        ...{ subject: sql`id`, found: sql`captured` },
      },
      {
        ...{ invariant: 'INV-06', says: 'the gateway gave back {found}, we count {wanted}' },
        when: sql`given < back or given > promised`,
        ...{ subject: sql`id`, found: sql`given`, wanted: sql`back` },
      },
    ],
  ),
  sheet(perOrder, [
    {
      ...{ invariant: 'INV-03', says: 'captured and not given back is {found}, more than the order total {wanted}' },
      when: sql`captured - promised > total_cents or captured < 0`,
      ...{ subject: sql`id`, found: sql`captured - promised`, wanted: sql`total_cents` },
    },
    {
      ...{ invariant: 'INV-05', says: 'a paid order has {found} captured payments of its total, not one' },
      when: sql`payment = 'paid' and (kept <> 1 or kept_fitting <> 1)`,
      ...{ subject: sql`id`, found: sql`kept_fitting` },
    },
    {
      invariant: 'INV-05',
      says: 'a refunded order has {found} captured payments of its total, or did not get all of it back',
      when: sql`payment = 'refunded'
        and (fitting = 0 or (placement <> 'cancelled' and kept > 0 and total_cents > 0))`,
      ...{ subject: sql`id`, found: sql`fitting` },
    },
    {
      ...{ invariant: 'INV-05', says: 'an unpaid order keeps {found} of captured money' },
      when: sql`payment = 'unpaid' and captured <> promised`,
      ...{ subject: sql`id`, found: sql`captured - promised` },
    },
    {
      ...{ invariant: 'INV-07', says: 'a cancelled order keeps {found} of its customer' },
      when: sql`placement = 'cancelled' and captured <> promised`,
      ...{ subject: sql`id`, found: sql`captured - promised` },
    },
  ]),
]
