import { type SQL, sql } from 'drizzle-orm'
import type { Check } from './check.ts'

// What came in and what went back, per captured attempt: `back` is settled, `promised` also counts what is under way.
const captures = sql`(
  select p.id, p.order_id, p.currency, e.amount_cents as captured,
    coalesce(r.back, 0) as back, coalesce(r.promised, 0) as promised
  from payments p
  join payment_events e on e.payment_id = p.id and e.kind = 'captured'
  left join (
    select payment_id, sum(case when state = 'succeeded' then amount_cents else 0 end) as back,
      sum(case when state <> 'failed' then amount_cents else 0 end) as promised
    from refunds group by payment_id
  ) r on r.payment_id = p.id)`
// `kept` captures were not given back whole; a capture of zero has nothing to give back.
const perOrder = sql`(
  select o.id, o.placement, o.payment, o.total_cents, coalesce(sum(c.captured), 0) as captured,
    coalesce(sum(c.promised), 0) as promised,
    coalesce(sum(case when c.captured = o.total_cents and c.currency = o.currency then 1 else 0 end), 0) as fitting,
    coalesce(sum(case when c.captured = 0 or c.back < c.captured then 1 else 0 end), 0) as kept,
    coalesce(sum(case when (c.captured = 0 or c.back < c.captured) and c.captured = o.total_cents
      and c.currency = o.currency then 1 else 0 end), 0) as kept_fitting
  from orders o left join ${captures} c on c.order_id = o.id
  group by o.id, o.placement, o.payment, o.total_cents)`

// Each business event has its entries, and what the customer owes or the gateway holds moved by its very amount.
const posted = (what: string, event: string, account: string, happened: SQL): Check[] => [
  {
    invariant: 'INV-04',
    says: `the ${what} moved {wanted}, the ledger posted {found} for it`,
    find: sql`select h.id as subject, e.amount as found, h.amount as wanted from (${happened}) as h
      left join (select event_id, sum(amount_cents) as amount from ledger_entries
        where event = ${event} and account = ${account} group by event_id) e on e.event_id = h.id
      where coalesce(e.amount, 0) <> h.amount`,
  },
  {
    invariant: 'INV-04',
    says: `the ledger posted {found} for a ${what} that never happened`,
    find: sql`select e.id as subject, e.amount_cents as found, null as wanted from ledger_entries e
      where e.event = ${event} and e.event_id not in (select h.id from (${happened}) as h)`,
  },
]

/** Money in and out: INV-03 to INV-07. */
export const paymentChecks: Check[] = [
  {
    invariant: 'INV-03',
    says: 'more was given back ({found}) than was captured ({wanted})',
    find: sql`select id as subject, promised as found, captured as wanted from ${captures} c where promised > captured`,
  },
  {
    invariant: 'INV-03',
    says: 'a refund of {found} has no captured payment behind it',
    find: sql`select r.id as subject, r.amount_cents as found, 0 as wanted from refunds r where r.state <> 'failed'
      and not exists (select 1 from payment_events e where e.payment_id = r.payment_id and e.kind = 'captured')`,
  },
  {
    invariant: 'INV-03',
    says: 'captured and not given back is {found}, more than the order total {wanted}',
    find: sql`select id as subject, captured - promised as found, total_cents as wanted from ${perOrder} o
      where captured - promised > total_cents or captured < 0`,
  },
  {
    invariant: 'INV-04',
    says: 'the ledger entries of this event sum to {found}, not zero',
    find: sql`select event || ' ' || event_id || ' ' || currency as subject, sum(amount_cents) as found, 0 as wanted
      from ledger_entries group by event, event_id, currency having sum(amount_cents) <> 0`,
  },
  {
    invariant: 'INV-04',
    says: 'the whole ledger sums to {found}, not zero',
    find: sql`select currency as subject, sum(amount_cents) as found, 0 as wanted
      from ledger_entries group by currency having sum(amount_cents) <> 0`,
  },
  ...posted('invoice', 'sale', 'receivable', sql`select id, total_cents as amount from invoices`),
  ...posted('credit note', 'credit', 'receivable', sql`select id, -total_cents as amount from credit_notes`),
  ...posted(
    'captured payment',
    'capture',
    'gateway',
    sql`select payment_id as id, amount_cents as amount from payment_events where kind = 'captured'`,
  ),
  ...posted(
    'refund',
    'refund',
    'gateway',
    sql`select id, -amount_cents as amount from refunds where state = 'succeeded'`,
  ),
  {
    invariant: 'INV-05',
    says: 'a paid order has {found} captured payments of its total, not one',
    find: sql`select id as subject, kept_fitting as found, 1 as wanted from ${perOrder} o
      where payment = 'paid' and (kept <> 1 or kept_fitting <> 1)`,
  },
  {
    invariant: 'INV-05',
    says: 'a refunded order has {found} captured payments of its total, or did not get all of it back',
    find: sql`select id as subject, fitting as found, 1 as wanted from ${perOrder} o where payment = 'refunded'
      and (fitting = 0 or (placement <> 'cancelled' and kept > 0 and total_cents > 0))`,
  },
  {
    invariant: 'INV-05',
    says: 'an unpaid order keeps {found} of captured money',
    find: sql`select id as subject, captured - promised as found, 0 as wanted from ${perOrder} o
      where payment = 'unpaid' and captured <> promised`,
  },
  {
    invariant: 'INV-05',
    says: 'the payment is {found}, its events say otherwise',
    find: sql`select p.id as subject, p.state as found, null as wanted from payments p
      where not exists (select 1 from payment_events e where e.payment_id = p.id and e.kind = p.state)
      or (p.state <> 'captured'
        and exists (select 1 from payment_events e where e.payment_id = p.id and e.kind = 'captured'))`,
  },
  {
    invariant: 'INV-51',
    says: 'the payment was {found} more than once',
    find: sql`select payment_id as subject, kind as found, count(*) as wanted from payment_events
      group by payment_id, kind having count(*) > 1`,
  },
  {
    invariant: 'INV-06',
    says: 'we count {found} as captured, the gateway knows no such charge',
    find: sql`select p.id as subject, e.amount_cents as found, null as wanted from payments p
      join payment_events e on e.payment_id = p.id and e.kind = 'captured'
      where e.amount_cents > 0 and not exists (select 1 from gateway_charges g where g.key = p.key
        and g.state = 'captured' and g.amount_cents = e.amount_cents and g.currency = p.currency)`,
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
    says: 'the gateway gave back {found}, we count {wanted}',
    find: sql`select c.id as subject, coalesce(g.given, 0) as found, c.back as wanted from ${captures} c
      left join (select p.id, sum(f.amount_cents) as given from gateway_refunds f join payments p on p.key = f.charge_key
        where f.state = 'succeeded' group by p.id) g on g.id = c.id
      where coalesce(g.given, 0) < c.back or coalesce(g.given, 0) > c.promised`,
  },
  {
    invariant: 'INV-07',
    says: 'a cancelled order keeps {found} of its customer',
    find: sql`select id as subject, captured - promised as found, 0 as wanted from ${perOrder} o
      where placement = 'cancelled' and captured <> promised`,
  },
]
