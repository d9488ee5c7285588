import { type SQL, sql } from 'drizzle-orm'
import type { Check } from './check.ts'

// Both engines' trim takes the characters to strip as a second argument.
const isNoHash = (column: SQL): SQL => sql`(length(${column}) <> 64 or trim(${column}, '0123456789abcdef') <> '')`
const noHash = (table: string, key: string, column: string): Check => ({
  invariant: 'INV-64',
  says: `${table}.${column} is no SHA-256: a secret may lie in clear`,
  find: sql`select ${sql.identifier(key)} as subject, null as found, null as wanted from ${sql.identifier(table)}
    where ${sql.identifier(column)} is not null and ${isNoHash(sql`${sql.identifier(column)}`)}`,
})

const counter = (name: string): SQL => sql`coalesce((select value from counters where name = ${name}), 0)`
const given = counter('outbox_position')
const pruned = counter('outbox_pruned')

/** Carts, calls, events, deeds and secrets: INV-40, 41, 50, 52, 60 to 64. */
export const requestChecks: Check[] = [
  {
    invariant: 'INV-40',
    says: 'the order came of a cart that says {found}',
    find: sql`select o.id as subject, coalesce(c.state, 'nothing') as found, null as wanted from orders o
      left join carts c on c.id = o.cart_id
      where o.cart_id is not null and (c.id is null or c.state <> 'ordered' or coalesce(c.order_id, '') <> o.id)`,
  },
  {
    invariant: 'INV-40',
    says: 'the cart became an order ({found}) that does not know it',
    find: sql`select c.id as subject, c.order_id as found, null as wanted from carts c
      left join orders o on o.id = c.order_id
      where (c.state = 'ordered' or c.order_id is not null)
      and (o.id is null or c.state <> 'ordered' or coalesce(o.cart_id, '') <> c.id)`,
  },
  {
    invariant: 'INV-41',
    says: 'a cart that is {found} still counts as the open one of its owner',
    find: sql`select id as subject, state as found, null as wanted from carts
      where state <> 'open' and owner_key is not null`,
  },
  {
    invariant: 'INV-41',
    says: 'an open cart belongs to {wanted} but is held by {found}',
    find: sql`select id as subject, owner_key as found, user_id as wanted from carts
      where state = 'open' and coalesce(owner_key, '') <> coalesce(user_id, '')`,
  },
  {
    invariant: 'INV-41',
    says: 'a merged cart does not say where its lines went',
    find: sql`select c.id as subject, null as found, null as wanted from carts c
      left join carts m on m.id = c.merged_into_id where c.state = 'merged' and m.id is null`,
  },
  {
    invariant: 'INV-50',
    says: 'a remembered call is {found} and has no proper key',
    find: sql`select scope || ' ' || operation as subject, state as found, null as wanted from idempotency
      where state not in ('pending', 'done') or scope = '' or operation = ''
      or ${isNoHash(sql`key_hash`)} or ${isNoHash(sql`fingerprint`)}`,
  },
  {
    invariant: 'INV-52',
    says: '{found} events have positions, by the counters it should be {wanted}: one is missing, or two share a place',
    find: sql`select 'outbox' as subject, count(distinct position) as found, ${given} - ${pruned} as wanted from outbox
      having count(distinct position) <> ${given} - ${pruned} or count(position) <> count(distinct position)
      or coalesce(max(position), ${given}) <> ${given} or coalesce(min(position), ${pruned} + 1) <> ${pruned} + 1`,
  },
  {
    invariant: 'INV-52',
    says: 'work of the kind {found} counts as done and is held, or was never tried',
    find: sql`select id as subject, kind as found, null as wanted from jobs
      where kind = '' or attempts < 0 or (done_at is not null and (locked_until is not null or attempts = 0))`,
  },
  {
    invariant: 'INV-60',
    says: 'a colleague changed the order ({found}), the trail holds no deed of that call',
    find: sql`select e.order_id || ' #' || e.seq as subject, e.kind as found, null as wanted from order_events e
      where e.actor = 'staff' and e.request_id not like 'refund %'
      and not exists (select 1 from audit a where a.subject_id = e.order_id and a.request_id = e.request_id)`,
  },
  {
    invariant: 'INV-60',
    says: 'a colleague asked to give {found} back, the trail holds no deed of it',
    find: sql`select r.id as subject, r.amount_cents as found, null as wanted from refunds r where r.actor = 'staff'
      and not exists (select 1 from audit a where a.subject_id = r.order_id and a.actor_id = r.actor_id)`,
  },
  {
    invariant: 'INV-60',
    says: 'a colleague settled {found} that fits no order, the trail holds no deed of it',
    find: sql`select u.key as subject, u.amount_cents as found, null as wanted from unmatched_money u
      where u.settled_at is not null
      and not exists (select 1 from audit a where a.subject_id = u.key and a.actor_id = u.settled_by)`,
  },
  {
    invariant: 'INV-60',
    says: 'a colleague moved {found} pieces on the shelf, the trail holds no deed of that call',
    find: sql`select m.id as subject, m.quantity as found, null as wanted from stock_movements m
      where m.order_id is null and m.actor_id is not null
      and not exists (select 1 from audit a where a.request_id = m.request_id and a.actor_id = m.actor_id)`,
  },
  {
    invariant: 'INV-60',
    says: 'a deed of the trail ({found}) does not say who, what or in which call',
    find: sql`select a.id as subject, a.action as found, null as wanted from audit a
      where a.action = '' or a.subject_id = '' or a.request_id = '' or a.actor_id = ''`,
  },
  {
    invariant: 'INV-61',
    says: 'the guard that lets nobody change what was written is gone',
    find: (db) => db.dialect.faults.guards,
  },
  {
    invariant: 'INV-62',
    says: 'a session of the kind {found} outlives its own end',
    find: sql`select user_id as subject, kind as found, null as wanted from sessions
      where expires_at > ends_at or ends_at < created_at or kind not in ('cookie', 'token')`,
  },
  {
    invariant: 'INV-63',
    says: 'two accounts share one address once it is written in small letters',
    find: sql`select lower(trim(email)) as subject, count(*) as found, 1 as wanted from users
      group by lower(trim(email)) having count(*) > 1`,
  },
  {
    invariant: 'INV-63',
    says: 'the address of the account is not in its one spelling',
    find: sql`select id as subject, null as found, null as wanted from users
      where email <> lower(trim(email)) or email = ''`,
  },
  {
    invariant: 'INV-64',
    says: 'the password is not kept as an Argon2id hash',
    find: sql`select id as subject, null as found, null as wanted from users
      where password_hash not like '$argon2id$%'`,
  },
  noHash('sessions', 'user_id', 'id'),
  noHash('tokens', 'id', 'secret_hash'),
  {
    invariant: 'INV-62',
    says: 'a token is {found}, its holder is {wanted}',
    find: sql`select t.id as subject, t.kind as found, case when a.user_id is null then 'a person' else 'an app' end as wanted
      from tokens t left join apps a on a.user_id = t.user_id
      where (t.kind = 'app') <> (a.user_id is not null)`,
  },
  noHash('carts', 'id', 'token_hash'),
  noHash('orders', 'id', 'access_token_hash'),
  noHash('order_access', 'order_id', 'token_hash'),
  noHash('staff_links', 'user_id', 'token_hash'),
  noHash('product_previews', 'product_id', 'token_hash'),
]
