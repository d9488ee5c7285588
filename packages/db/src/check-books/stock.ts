import { sql } from 'drizzle-orm'
import type { Check } from './check.ts'

const moved = sql`(select order_id, variant_id,
  sum(case when kind = 'sale' then -quantity else 0 end) as sold,
  sum(case when kind = 'return' then quantity else 0 end) as returned
  from stock_movements where order_id is not null group by order_id, variant_id)`
const ordered = sql`(select l.order_id, l.variant_id, sum(l.quantity) as pieces, o.delivery
  from order_lines l join orders o on o.id = l.order_id group by l.order_id, l.variant_id, o.delivery)`

/** Shelves and promises: INV-10 to INV-14. */
export const stockChecks: Check[] = [
  {
    invariant: 'INV-10',
    says: '{wanted} are promised of {found} on hand',
    find: sql`select id as subject, on_hand as found, allocated as wanted from variants
      where on_hand < 0 or allocated < 0 or allocated > on_hand`,
  },
  {
    invariant: 'INV-11',
    says: '{found} are on hand, the movements sum to {wanted}',
    find: sql`select v.id as subject, v.on_hand as found, coalesce(m.total, 0) as wanted from variants v
      left join (select variant_id, sum(quantity) as total from stock_movements group by variant_id) m
        on m.variant_id = v.id
      where v.on_hand <> coalesce(m.total, 0)`,
  },
  {
    invariant: 'INV-11',
    says: 'a movement of {found} does not say which call made it',
    find: sql`select id as subject, quantity as found, null as wanted from stock_movements where request_id = ''`,
  },
  {
    invariant: 'INV-11',
    says: 'a movement of the kind {found} does not say why: no order, or no reason',
    find: sql`select m.id as subject, m.kind as found, null as wanted from stock_movements m
      where m.kind not in ('received', 'adjustment', 'sale', 'return') or m.reason = ''
      or (m.kind in ('sale', 'return') and m.order_id is null)
      or (m.order_id is not null and not exists (select 1 from orders o where o.id = m.order_id))`,
  },
  {
    invariant: 'INV-12',
    says: '{found} are promised, orders hold {wanted}',
    find: sql`select v.id as subject, v.allocated as found, coalesce(h.pieces, 0) as wanted from variants v
      left join (select l.variant_id, sum(l.quantity) as pieces from order_lines l join orders o on o.id = l.order_id
        where o.placement <> 'cancelled' and o.payment <> 'refunded' and o.delivery = 'none' group by l.variant_id) h
        on h.variant_id = v.id
      where v.allocated <> coalesce(h.pieces, 0)`,
  },
  {
    invariant: 'INV-13',
    says: '{found} pieces came back of {wanted} that left',
    find: sql`select order_id || ' ' || variant_id as subject, returned as found, sold as wanted from ${moved} m
      where returned > sold`,
  },
  {
    invariant: 'INV-13',
    says: '{found} pieces left for this order, it should be {wanted}',
    find: sql`select l.order_id || ' ' || l.variant_id as subject, coalesce(m.sold, 0) as found,
        case when l.delivery = 'none' then 0 else l.pieces end as wanted
      from ${ordered} l left join ${moved} m on m.order_id = l.order_id and m.variant_id = l.variant_id
      where coalesce(m.sold, 0) <> case when l.delivery = 'none' then 0 else l.pieces end`,
  },
  {
    invariant: 'INV-13',
    says: '{found} pieces came back of an order that was not refunded with its goods',
    find: sql`select order_id || ' ' || variant_id as subject, returned as found, 0 as wanted from ${moved} m
      where returned > 0 and not exists (select 1 from refunds r
        where r.order_id = m.order_id and r.state = 'succeeded' and r.restock = true)`,
  },
  {
    invariant: 'INV-14',
    says: '{found} pieces sold and not returned, only {wanted} ever came in',
    find: sql`select variant_id as subject,
        sum(case when kind in ('sale', 'return') then -quantity else 0 end) as found,
        sum(case when kind in ('sale', 'return') then 0 else quantity end) as wanted
      from stock_movements group by variant_id having sum(quantity) < 0`,
  },
  {
    invariant: 'INV-16',
    says: 'the address {found} of the product leads to {wanted}',
    find: sql`select p.id as subject, p.slug as found, s.product_id as wanted from products p
      left join product_slugs s on s.slug = p.slug where s.product_id is null or s.product_id <> p.id`,
  },
  {
    invariant: 'INV-71',
    says: 'the product is {found} and nobody wrote down when it first was',
    find: sql`select id as subject, state as found, null as wanted from products
      where state = 'published' and shown_at is null`,
  },
  {
    invariant: 'B15',
    says: 'the product shows prices from {found}, its variants say {wanted}',
    find: sql`select p.id as subject, p.min_price_cents || ' to ' || p.max_price_cents as found,
        v.lowest || ' to ' || v.highest as wanted
      from products p join (select product_id, min(price_cents) as lowest, max(price_cents) as highest
        from variants where archived = false group by product_id) v on v.product_id = p.id
      where p.min_price_cents <> v.lowest or p.max_price_cents <> v.highest`,
  },
  {
    invariant: 'B15',
    says: 'the product is {found}, its variants are {wanted}',
    find: sql`select p.id as subject, case when p.in_stock = true then 'in stock' else 'out of stock' end as found,
        case when p.in_stock = true then 'out of stock' else 'in stock' end as wanted
      from products p where p.in_stock <> exists (select 1 from variants v
        where v.product_id = p.id and v.archived = false and v.on_hand > v.allocated)`,
  },
]
