import { dayIn } from '@comptoir/domain'
import { documentNumber } from '@comptoir/domain/billing'
import type { Database } from 'better-sqlite3'
import { base32, codeLetters, numberOf } from './copies.ts'

const timeZone = 'Europe/Paris'
const kinds = { delivered: 'alice@email.test', paid: 'bob@email.test' } as const

/**
 * Writes copies of the two orders on file, a delivered and a paid one, until there are `wanted`: spread over the days from theirs to
 * `until` and over the shelves, each with its cart, payment, invoice, ledger and history. The kept figures are counted anew.
 */
export function multiplyOrders(db: Database, wanted: number, until: Date): void {
  const originals = db
    .prepare<[], { id: string; email: string; placed_at: number; paid_at: number }>(
      'select id, email, placed_at, paid_at from orders order by placed_at',
    )
    .all()
  const begin = Math.max(...originals.map(({ paid_at }) => paid_at)) + 60_000
  const step = Math.floor((until.getTime() - begin) / wanted)
  const shelves = numberOf(db, 'select count(distinct substr(id, -5)) from products') - 1
  const codes = db.prepare<[], string>(`select code from temp.copies order by no`).pluck().all()
  db.exec(`create temp table order_copies (no integer primary key, original text not null, code text not null, time text not null,
    shift integer not null, shelf text not null, serial integer not null, number text not null, year integer not null)`)
  const copy = db.prepare('insert into order_copies values (?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const serials = new Map<number, number>()
  for (const { year, serial } of db
    .prepare<[], { year: number; serial: number }>('select year, max(serial) as serial from invoices group by year')
    .all())
    serials.set(year, serial)
  for (let no = 1; no <= wanted - originals.length; no++) {
    const original = originals.find(({ email }) => email === (no % 2 === 0 ? kinds.delivered : kinds.paid))
    if (original === undefined) throw new Error('the demo has a delivered order of Alice and a paid one of Bob')
    const at = begin + no * step
    const year = Number(dayIn(timeZone, new Date(at)).slice(0, 4))
    const serial = (serials.get(year) ?? 0) + 1
    serials.set(year, serial)
    const shelf = codes[no % Math.max(1, Math.min(shelves, codes.length))] ?? ''
    const shift = at - original.placed_at
    copy.run(
      no,
      original.id,
      codeLetters(no),
      base32(at, 10),
      shift,
      shelf,
      serial,
      documentNumber('F', year, serial),
      year,
    )
  }
  for (const table of tables) copyRows(db, table)
  settle(db, serials)
}

/** Tables with rows of an order, and how a row finds its order. */
const tables: { name: string; order: string }[] = [
  { name: 'carts', order: 'o.order_id' },
  { name: 'orders', order: 'o.id' },
  ...[
    'order_lines',
    'order_taxes',
    'order_events',
    'deliveries',
    'payments',
    'invoices',
    'ledger_entries',
    'stock_movements',
  ].map((name) => ({ name, order: 'o.order_id' })),
  { name: 'payment_events', order: '(select order_id from payments where id = o.payment_id)' },
  { name: 'invoice_lines', order: '(select order_id from invoices where id = o.invoice_id)' },
  { name: 'gateway_charges', order: '(select order_id from payments where key = o.key)' },
]
const instants = /_at$|^at$|^pay_before$/
const catalogue = new Set(['product_id', 'variant_id'])

function copyRows(db: Database, { name, order }: { name: string; order: string }): void {
  const columns = db
    .prepare<[string], { name: string; type: string }>('select name, type from pragma_table_info(?)')
    .all(name)
  const value = ({ name: column }: { name: string }) => {
    const own = `o.${column}`
    if (instants.test(column)) return `${own} + c.shift`
    if (column === 'user_id' || column === 'actor_id') return own
    if (column === 'number') return 'c.number'
    if (column === 'serial') return 'c.serial'
    if (column === 'year') return 'c.year'
    if (column === 'sku') return own
    if (['reference', 'order_reference', 'tracking_number', 'gateway_reference'].includes(column))
      return `case when ${own} is null then null else substr(${own}, 1, 3) || upper(substr(c.time, 6)) || upper(c.code) end`
    if (['token_hash', 'access_token_hash', 'owner_key'].includes(column)) return 'null'
    if (catalogue.has(column)) return `substr(${own}, 1, length(${own}) - 5) || c.shelf`
    // An id: its kind, the time of the copy, the letters of the copy.
    return `case when typeof(${own}) = 'text' and ${own} glob '[a-z]*_[0-9a-z]*' and length(${own}) - instr(${own}, '_') = 26
      then substr(${own}, 1, instr(${own}, '_')) || c.time || substr(${own}, instr(${own}, '_') + 11, 11) || c.code else ${own} end`
  }
  const names = columns.map((column) => column.name).join(', ')
  db.exec(
    `create temp table of_orders as select o.*, ${order} as of_order from ${name} o where ${order} in (select original from order_copies)`,
  )
  db.exec(
    `insert into ${name} (${names}) select ${columns.map(value).join(', ')} from of_orders o join order_copies c on c.original = o.of_order`,
  )
  db.exec('drop table of_orders')
}

/** Brings stock, counters and figures in line with the orders. */
function settle(db: Database, serials: ReadonlyMap<number, number>): void {
  db.function('day_of', { deterministic: true }, (ms) => dayIn(timeZone, new Date(Number(ms))))
  db.exec(`create temp table held as select variant_id, sum(quantity) as pieces from order_lines l join orders o on o.id = l.order_id
    where o.delivery = 'none' and o.placement <> 'cancelled' and o.payment <> 'refunded' group by variant_id`)
  db.exec('create index temp.held_of on held (variant_id)')
  db.exec(`update variants set on_hand = coalesce((select sum(quantity) from stock_movements m where m.variant_id = variants.id), 0),
    allocated = coalesce((select pieces from held where variant_id = variants.id), 0)
    where id in (select variant_id from order_lines)`)
  db.exec(
    `update products set in_stock = exists (select 1 from variants v where v.product_id = products.id and not v.archived and v.on_hand > v.allocated)
    where id in (select product_id from order_lines)`,
  )
  db.exec('delete from sales_days; delete from status_days; delete from product_days')
  db.exec(`insert into sales_days (day, paid_orders, revenue_cents, refunded_cents)
    select day_of(paid_at), count(*), sum(total_cents), 0 from orders where paid_at is not null group by 1`)
  db.exec(
    `insert into status_days (day, status, orders) select day_of(placed_at), status, count(*) from orders group by 1, 2`,
  )
  db.exec(`insert into product_days (day, product_id, quantity, gross_cents)
    select day_of(o.paid_at), l.product_id, sum(l.quantity), sum(l.gross_cents)
    from order_lines l join orders o on o.id = l.order_id where o.paid_at is not null group by 1, 2`)
  const counter = db.prepare(
    'insert into counters (name, value) values (?, ?) on conflict (name) do update set value = excluded.value',
  )
  for (const [year, serial] of serials) counter.run(`invoice:${year}`, serial)
}
