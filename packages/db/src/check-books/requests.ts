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

/** Carts, calls, events and secrets: INV-40, 41, 50, 52, 63, 64. */
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
    says: '{found} events have positions, the last one is {wanted}: one is missing',
    find: sql`select 'outbox' as subject, count(position) as found, max(position) as wanted from outbox
      having count(position) <> coalesce(max(position), 0) or coalesce(min(position), 1) <> 1`,
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
  noHash('carts', 'id', 'token_hash'),
  noHash('orders', 'id', 'access_token_hash'),
]
