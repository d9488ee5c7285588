import { lt, sql } from 'drizzle-orm'
import type { Check } from './check.ts'

const nothing = sql`null as found, null as wanted`

// Columns that name a row of another table where no foreign key could (see tables/): [table, key, column, target].
const pointers = [
  ['orders', 'id', 'user_id', 'users'],
  ['order_lines', 'id', 'product_id', 'products'],
  ['order_lines', 'id', 'variant_id', 'variants'],
  ['payments', 'id', 'order_id', 'orders'],
  ['refunds', 'id', 'order_id', 'orders'],
  ['ledger_entries', 'id', 'order_id', 'orders'],
  ['carts', 'id', 'user_id', 'users'],
  ['cart_lines', 'id', 'variant_id', 'variants'],
  ['threads', 'id', 'user_id', 'users'],
  ['threads', 'id', 'order_id', 'orders'],
  ['messages', 'id', 'author_id', 'users'],
  ['product_previews', 'product_id', 'product_id', 'products'],
] as const
// Many rows name the same one here, and an index holds the names: each name is looked up once.
const manyToOne: readonly string[] = ['order_lines.variant_id', 'ledger_entries.order_id']
const strays: Check[] = pointers.map(([table, key, name, target]) => {
  const [rows, column] = [sql.identifier(table), sql.identifier(name)]
  const stray = sql`s.${column} is not null and not exists (
    select 1 from ${sql.identifier(target)} t where t.id = s.${column})`
  const names = sql`s.${column} in (select s.${column} from (select distinct ${column} from ${rows}) s where ${stray})`
  return {
    invariant: 'INV-71',
    says: `${table}.${name} names {found}, which is not among the ${target}`,
    find: sql`select s.${sql.identifier(key)} as subject, s.${column} as found, null as wanted
      from ${rows} s where ${manyToOne.includes(`${table}.${name}`) ? names : stray}`,
  }
})

/** What is said of a file that the engine itself finds damaged. */
export const faultOfFile = 'the engine finds fault with the file: {found}'

/** The file itself, and rows that only a stray hand can leave as they are: INV-71. */
export const soundnessChecks: Check[] = [
  { invariant: 'INV-71', says: faultOfFile, find: (db) => db.dialect.faults.pages },
  {
    invariant: 'INV-71',
    says: 'a row points to one of {found} that is not there',
    find: (db) => db.dialect.faults.references,
  },
  ...strays,
  {
    invariant: 'INV-71',
    says: 'an entry of the address book has no place in it, is another person’s default, or lacks a part',
    find: sql`select id as subject, ${nothing} from addresses where place not between 1 and 20
      or coalesce(default_of, user_id) <> user_id or '' in (name, line1, postcode, city, country)`,
  },
  {
    invariant: 'INV-71',
    says: 'a link of a colleague ends before it begins, or was used after its end',
    find: sql`select user_id as subject, ${nothing} from staff_links
      where expires_at <= created_at or coalesce(used_at, created_at) < created_at or coalesce(used_at, created_at) > expires_at`,
  },
  {
    invariant: 'INV-71',
    says: 'a preview link ends before it begins',
    find: sql`select product_id as subject, ${nothing} from product_previews where expires_at <= created_at`,
  },
  {
    invariant: 'INV-71',
    says: 'the import is {found}, its counts or instants say otherwise',
    find: sql`select id as subject, state as found, null as wanted from import_jobs
      where state not in ('uploaded', 'checked', 'running', 'done', 'failed')
      or done < 0 or done > products or created + changed + unchanged > products or error_count < 0
      or (state in ('done', 'failed')) <> (finished_at is not null)
      or not exists (select 1 from import_files f where f.import_id = import_jobs.id)`,
  },
  {
    invariant: 'INV-71',
    says: 'a picture has no size or no name',
    find: sql`select path as subject, ${nothing} from pictures where width <= 0 or height <= 0 or path = ''`,
  },
  {
    invariant: 'INV-71',
    says: 'a limit counted {found}',
    find: sql`select key as subject, count as found, null as wanted from limits where count < 0 or key = ''`,
  },
  {
    invariant: 'INV-71',
    says: 'the speed of pages was counted {found} times',
    find: sql`select day || ' ' || kind || ' ' || measure as subject, count as found, null as wanted from page_speeds
      where count <= 0 or up_to < 0 or length(day) <> 10`,
  },
  {
    invariant: 'B15',
    says: '{found} messages count as unread, the thread holds {wanted} from the other side',
    find: sql`select subject, found, wanted from (
      select t.id as subject, t.unread_by_staff as found,
        (select count(*) from messages m where m.thread_id = t.id and m.author = 'customer') as wanted from threads t
      union all select t.id, t.unread_by_customer,
        (select count(*) from messages m where m.thread_id = t.id and m.author <> 'customer') from threads t) as unread
      where found < 0 or found > wanted`,
  },
  {
    invariant: 'B15',
    says: 'the thread is sorted by another instant than its newest message',
    find: sql`select t.id as subject, ${nothing} from threads t
      where t.last_message_at <> (select max(m.at) from messages m where m.thread_id = t.id)
      or not exists (select 1 from messages m where m.thread_id = t.id)`,
  },
]

/** A minute is what the shop gives itself; the sweeps run each ten seconds. */
const patienceMs = 60_000

/** What only a shop that has been open for a while can break: work that should have been done by `now`. */
export const liveChecks = (now: Date): Check[] => [
  {
    invariant: 'INV-15',
    says: 'the unpaid order {found} holds its stock past its deadline',
    find: ({
      tables: { orders: o },
    }) => sql`select ${o.id} as subject, ${o.reference} as found, null as wanted from ${o}
      where ${o.status} in ('created', 'validated') and ${lt(o.payBefore, new Date(now.getTime() - patienceMs))}
      and not exists (select 1 from payments p where p.order_id = ${o.id} and p.state in ('requested', 'confirming'))`,
  },
  {
    invariant: 'INV-52',
    says: 'the event {found} waits for its position',
    find: ({ tables: { outbox: e } }) => sql`select ${e.id} as subject, ${e.topic} as found, null as wanted from ${e}
      where ${e.position} is null and ${lt(e.at, new Date(now.getTime() - patienceMs))}`,
  },
]
