import { type SQL, sql } from 'drizzle-orm'
import type { Check } from './check.ts'

const seriesChecks = (table: SQL, what: string, counter: 'invoice' | 'credit'): Check[] => [
  {
    invariant: 'INV-21',
    says: `the ${what} series holds {found} numbers, the last one is {wanted}`,
    find: sql`select year as subject, count(*) as found, max(serial) as wanted from ${table}
      group by year having count(*) <> max(serial) or min(serial) <> 1 or count(distinct serial) <> count(*)`,
  },
  {
    invariant: 'INV-21',
    says: `the next ${what} would come after number {found}, the last one is {wanted}`,
    find: sql`select name as subject, sum(counted) as found, sum(last) as wanted from (
      select ${`${counter}:`} || year as name, max(serial) as last, 0 as counted from ${table} group by year
      union all select name, 0, value from counters where name like ${`${counter}:%`}) as both_sides
      group by name having sum(counted) <> sum(last)`,
  },
  {
    invariant: 'INV-21',
    says: `the ${what} was issued before the one that precedes it`,
    find: sql`select number as subject, null as found, null as wanted from (
      select number, issued_at, lag(issued_at) over (partition by year order by serial) as before from ${table}) as dated
      where before > issued_at`,
  },
]
const linesCheck = (table: SQL, lines: SQL, owner: SQL): Check => ({
  invariant: 'INV-23',
  says: 'the document says {found}, its lines come to {wanted}',
  find: sql`select d.number as subject, d.total_cents as found, coalesce(l.gross, 0) as wanted from ${table} d
    left join (select ${owner} as owner, sum(net_cents) as net, sum(tax_cents) as tax, sum(gross_cents) as gross
      from ${lines} group by ${owner}) l on l.owner = d.id
    where d.net_cents + d.tax_cents <> d.total_cents or coalesce(l.net, 0) <> d.net_cents
    or coalesce(l.tax, 0) <> d.tax_cents or coalesce(l.gross, 0) <> d.total_cents`,
})

const deliveryOf = (event: 'sale' | 'credit'): SQL =>
  sql`(select event_id, sum(amount_cents) as amount from ledger_entries where event = ${event} and account = 'delivery' group by event_id)`

// What is not delivery and not VAT is sales: an event comes to zero, and its VAT is its document's.
const deliveryChecks: Check[] = [
  {
    invariant: 'INV-04',
    says: 'the ledger holds {found} of delivery for the invoice, its order says {wanted}',
    find: sql`select number as subject, posted as found, wanted from (
      select i.number, coalesce(l.amount, 0) as posted, -coalesce(cast(o.delivery_line ->> 'netCents' as bigint), 0) as wanted
      from invoices i join orders o on o.id = i.order_id left join ${deliveryOf('sale')} l on l.event_id = i.id) as booked
      where posted <> wanted`,
  },
  {
    invariant: 'INV-04',
    says: 'the ledger holds {found} of delivery for the credit note, the invoice that it takes back had {wanted}',
    find: sql`select n.number as subject, coalesce(c.amount, 0) as found, coalesce(-s.amount, 0) as wanted from credit_notes n
      join invoices i on i.id = n.invoice_id left join ${deliveryOf('credit')} c on c.event_id = n.id
      left join ${deliveryOf('sale')} s on s.event_id = i.id
      where n.total_cents = i.total_cents and coalesce(c.amount, 0) <> coalesce(-s.amount, 0)`,
  },
]

/** Invoices and credit notes: INV-20, 21, 23, and what the ledger calls delivery (INV-04). */
export const documentChecks: Check[] = [
  {
    invariant: 'INV-20',
    says: 'the order is {found} and has no invoice',
    find: sql`select o.id as subject, o.payment as found, null as wanted from orders o
      where o.payment <> 'unpaid' and not exists (select 1 from invoices i where i.order_id = o.id)`,
  },
  {
    invariant: 'INV-20',
    says: 'invoice {found} belongs to no paid order',
    find: sql`select i.order_id as subject, i.number as found, null as wanted from invoices i
      left join orders o on o.id = i.order_id where o.id is null or o.payment = 'unpaid'`,
  },
  {
    invariant: 'INV-20',
    says: 'the order has {found} invoices',
    find: sql`select order_id as subject, count(*) as found, 1 as wanted from invoices group by order_id having count(*) > 1`,
  },
  {
    invariant: 'INV-20',
    says: 'a refund of {found} went out without a credit note',
    find: sql`select r.id as subject, r.amount_cents as found, null as wanted from refunds r
      join invoices i on i.order_id = r.order_id
      where r.state = 'succeeded' and not exists (select 1 from credit_notes n where n.refund_id = r.id)`,
  },
  {
    invariant: 'INV-20',
    says: 'credit note {found} belongs to no refund that went out',
    find: sql`select n.order_id as subject, n.number as found, null as wanted from credit_notes n
      left join refunds r on r.id = n.refund_id where r.id is null or r.state <> 'succeeded'`,
  },
  ...seriesChecks(sql`invoices`, 'invoice', 'invoice'),
  ...seriesChecks(sql`credit_notes`, 'credit note', 'credit'),
  {
    invariant: 'INV-23',
    says: 'the invoice says {found}, its order says {wanted}',
    find: sql`select i.number as subject, i.total_cents as found, o.total_cents as wanted from invoices i
      join orders o on o.id = i.order_id where i.total_cents <> o.total_cents or i.net_cents <> o.net_cents
      or i.tax_cents <> o.tax_cents or i.currency <> o.currency`,
  },
  {
    invariant: 'INV-23',
    says: 'the credit note says {found}, its refund says {wanted}',
    find: sql`select n.number as subject, n.total_cents as found, r.amount_cents as wanted from credit_notes n
      join refunds r on r.id = n.refund_id where n.total_cents <> r.amount_cents or n.currency <> r.currency`,
  },
  {
    invariant: 'INV-23',
    says: 'the credit note corrects invoice {found}, the money went back for order {wanted}',
    find: sql`select n.number as subject, n.invoice_number as found, r.order_id as wanted from credit_notes n
      join refunds r on r.id = n.refund_id where n.order_id <> r.order_id or not exists (select 1 from invoices i
        where i.id = n.invoice_id and i.order_id = r.order_id and i.number = n.invoice_number)`,
  },
  {
    invariant: 'INV-23',
    says: 'credit notes of the order come to {found}, more than its invoice of {wanted}',
    find: sql`select i.order_id as subject, n.total as found, i.total_cents as wanted from invoices i
      join (select order_id, sum(total_cents) as total from credit_notes group by order_id) n
        on n.order_id = i.order_id
      where n.total > i.total_cents`,
  },
  {
    invariant: 'INV-08',
    says: 'a line of the order ({found}) is not the one that its invoice {wanted} shows',
    find: sql`select l.id as subject, l.name as found, i.number as wanted from order_lines l
      join invoices i on i.order_id = l.order_id
      where not exists (select 1 from invoice_lines d where d.invoice_id = i.id and d.quantity = l.quantity
        and d.name = case when l.option_words = '' then l.name else l.name || ' · ' || l.option_words end
        and coalesce(d.sku, '') = coalesce(l.sku, '') and d.vat_category = l.vat_category and d.rate_bp = l.rate_bp and d.net_cents = l.net_cents
        and d.tax_cents = l.tax_cents and d.gross_cents = l.gross_cents)`,
  },
  linesCheck(sql`invoices`, sql`invoice_lines`, sql`invoice_id`),
  linesCheck(sql`credit_notes`, sql`credit_note_lines`, sql`credit_note_id`),
  ...deliveryChecks,
]
