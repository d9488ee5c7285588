import { sql } from 'drizzle-orm'
import { type Check, type Sheet, sheet } from './check.ts'

/** What products show: INV-16, B15. */
export const stockChecks: Check[] = [
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

// What left and came back for an order beside what it ordered, piece by piece of each product.
const perOrderedVariant = sql`select order_id, variant_id, sum(pieces) as pieces, sum(sold) as sold, sum(returned) as returned
  from (
    select l.order_id, l.variant_id, case when o.delivery = 'none' then 0 else l.quantity end as pieces,
      0 as sold, 0 as returned from order_lines l join orders o on o.id = l.order_id
    union all select order_id, variant_id, 0, case when kind = 'sale' then -quantity else 0 end,
      case when kind = 'return' then quantity else 0 end from stock_movements where order_id is not null) as told
  group by order_id, variant_id`
const held = sql`(select l.variant_id, sum(l.quantity) as pieces from order_lines l join orders o on o.id = l.order_id
  where o.placement <> 'cancelled' and o.payment <> 'refunded' and o.delivery = 'none' group by l.variant_id)`
const moved = sql`(select variant_id, sum(quantity) as total,
    sum(case when kind in ('sale', 'return') then -quantity else 0 end) as left_us,
    sum(case when kind in ('sale', 'return') then 0 else quantity end) as came_in
  from stock_movements group by variant_id)`

/** Shelves, promises and movements: INV-10 to INV-14. */
export const stockSheets: readonly Sheet[] = [
  sheet(
    sql`select v.id, v.on_hand, v.allocated, coalesce(m.total, 0) as total, m.left_us, m.came_in, coalesce(h.pieces, 0) as held
      from variants v left join ${moved} m on m.variant_id = v.id left join ${held} h on h.variant_id = v.id`,
    [
      {
        ...{ invariant: 'INV-10', says: '{wanted} are promised of {found} on hand', subject: sql`id` },
        when: sql`on_hand < 0 or allocated < 0 or allocated > on_hand`,
        ...{ found: sql`on_hand`, wanted: sql`allocated` },
      },
      {
        ...{ invariant: 'INV-11', says: '{found} are on hand, the movements sum to {wanted}', subject: sql`id` },
        when: sql`on_hand <> total`,
        ...{ found: sql`on_hand`, wanted: sql`total` },
      },
      {
        ...{ invariant: 'INV-12', says: '{found} are promised, orders hold {wanted}', subject: sql`id` },
        when: sql`allocated <> held`,
        ...{ found: sql`allocated`, wanted: sql`held` },
      },
      {
        ...{ invariant: 'INV-14', says: '{found} pieces sold and not returned, only {wanted} ever came in' },
        when: sql`total < 0`,
        ...{ subject: sql`id`, found: sql`left_us`, wanted: sql`came_in` },
      },
    ],
  ),
  sheet(
    sql`select m.id, m.kind, m.quantity, m.order_id, m.reason, m.request_id, o.id as order_known from stock_movements m left join orders o on o.id = m.order_id`,
    [
      {
        ...{ invariant: 'INV-11', says: 'a movement of {found} does not say which call made it' },
        when: sql`request_id = ''`,
        ...{ subject: sql`id`, found: sql`quantity` },
      },
      {
        ...{ invariant: 'INV-11', says: 'a movement of the kind {found} does not say why: no order, or no reason' },
        when: sql`kind not in ('received', 'adjustment', 'sale', 'return') or reason = ''
          or (kind in ('sale', 'return') and order_id is null) or (order_id is not null and order_known is null)`,
        ...{ subject: sql`id`, found: sql`kind` },
      },
    ],
  ),
  sheet(perOrderedVariant, [
    {
      ...{ invariant: 'INV-13', says: '{found} pieces came back of {wanted} that left' },
      when: sql`returned > sold`,
      ...{ subject: sql`order_id || ' ' || variant_id`, found: sql`returned`, wanted: sql`sold` },
    },
    {
      ...{ invariant: 'INV-13', says: '{found} pieces left for this order, it should be {wanted}' },
      when: sql`sold <> pieces`,
      ...{ subject: sql`order_id || ' ' || variant_id`, found: sql`sold`, wanted: sql`pieces` },
    },
    {
      ...{ invariant: 'INV-13', says: '{found} pieces came back of an order that was not refunded with its goods' },
      when: sql`returned > 0 and not exists (select 1 from refunds r
        where r.order_id = seen.order_id and r.state = 'succeeded' and r.restock = true)`,
      ...{ subject: sql`order_id || ' ' || variant_id`, found: sql`returned` },
    },
  ]),
]
