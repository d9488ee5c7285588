import { type SQL, sql } from 'drizzle-orm'
import type { Reader } from '../database.ts'
import type { Breach } from './check.ts'

const calendar = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Paris',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})
/** The shop's calendar day of an instant, YYYY-MM-DD. */
export const shopDay = (at: Date): string => calendar.format(at)

const hourMs = 3_600_000
const dayMs = 24 * hourMs
const daysAtOnce = 60

/** Figures kept in the writes beside the same figures counted again; both give `subject`, `n` and `cents`. */
interface Figure {
  what: string
  kept: SQL
  /** The instant that the figure counts by, and the rows it counts; the shop's days begin on whole hours. */
  instant: SQL
  counted: SQL
  grouped: SQL
}

const figures: Figure[] = [
  {
    what: 'paid orders and revenue',
    kept: sql`select day, '' as subject, paid_orders as n, revenue_cents as cents from sales_days`,
    instant: sql`o.paid_at`,
    counted: sql`'' as subject, count(*) as n, sum(o.total_cents) as cents from orders o`,
    grouped: sql``,
  },
  {
    what: 'refunds',
    kept: sql`select day, '' as subject, 0 as n, refunded_cents as cents from sales_days`,
    instant: sql`r.settled_at`,
    counted: sql`'' as subject, 0 as n, sum(r.amount_cents) as cents from refunds r
      join invoices i on i.order_id = r.order_id and r.state = 'succeeded'`,
    grouped: sql``,
  },
  {
    what: 'orders',
    kept: sql`select day, status as subject, orders as n, 0 as cents from status_days`,
    instant: sql`o.placed_at`,
    counted: sql`o.status as subject, count(*) as n, 0 as cents from orders o`,
    grouped: sql`, o.status`,
  },
  {
    what: 'sold',
    kept: sql`select day, product_id as subject, quantity as n, gross_cents as cents from product_days`,
    instant: sql`o.paid_at`,
    counted: sql`l.product_id as subject, sum(l.quantity) as n, sum(l.gross_cents) as cents
      from order_lines l join orders o on o.id = l.order_id`,
    grouped: sql`, l.product_id`,
  },
]

interface Row {
  day: string | null
  hour: number | null
  subject: string
  n: number
  cents: number
}

/** The figures that the writes keep, against a recount, some days at a time. PRODUCT B15. */
export async function* figureBreaches(db: Reader): AsyncGenerator<Breach[]> {
  const { from, to } = await span(db)
  for (let start = from; start <= to; start += daysAtOnce * dayMs) {
    const end = Math.min(start + daysAtOnce * dayMs, to + dayMs)
    for (const figure of figures) yield compare(figure.what, await rowsOf(db, figure, start, end), start, end)
  }
}

const utcDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

/** First and last day with anything to compare, as UTC midnights. */
async function span(db: Reader): Promise<{ from: number; to: number }> {
  const days = sql.join(
    ['sales_days', 'status_days', 'product_days'].map(
      (table) => sql`select min(day) as first, max(day) as last from ${sql.identifier(table)}`,
    ),
    sql` union all `,
  )
  const [kept] = await db
    .select({ first: sql<string | null>`min(first)`, last: sql<string | null>`max(last)` })
    .from(sql`(${days}) as kept`)
  const [counted] = await db
    .select({ first: sql<number | string | null>`min(first)`, last: sql<number | string | null>`max(last)` })
    .from(
      sql`(select min(hour) as first, max(hour) as last from (
        select ${db.dialect.hourOf(sql`placed_at`)} as hour from orders
        union all select ${db.dialect.hourOf(sql`paid_at`)} from orders where paid_at is not null
        union all select ${db.dialect.hourOf(sql`settled_at`)} from refunds where settled_at is not null
      ) as hours) as counted`,
    )
  const instants = [kept?.first, kept?.last].flatMap((day) => (day ? [Date.parse(day)] : []))
  for (const hour of [counted?.first, counted?.last])
    if (hour !== null && hour !== undefined) instants.push(Date.parse(shopDay(new Date(Number(hour) * hourMs))))
  return { from: Math.min(...instants), to: Math.max(...instants) }
}

// One statement, so that both sides are of the same moment also while the shop sells.
const rowsOf = (
  db: Reader,
  { kept, instant, counted, grouped }: Figure,
  start: number,
  end: number,
): Promise<Row[]> => {
  const hour = db.dialect.hourOf(instant)
  return db
    .select({
      day: sql<string | null>`day`,
      hour: sql<number | null>`hour`.mapWith(Number),
      subject: sql<string>`subject`,
      n: sql<number>`n`.mapWith(Number),
      cents: sql<number>`cents`.mapWith(Number),
    })
    .from(
      sql`(select day, null as hour, subject, n, cents from (${kept}) as kept
        where day >= ${utcDay(start)} and day < ${utcDay(end)}
        union all
        select null as day, ${hour} as hour, ${counted}
        where ${hour} >= ${start / hourMs - 24} and ${hour} < ${end / hourMs + 24} group by ${hour}${grouped}) as both_sides`,
    )
}

function compare(what: string, rows: readonly Row[], start: number, end: number): Breach[] {
  const sums = { kept: new Map<string, [number, number]>(), counted: new Map<string, [number, number]>() }
  for (const { day, hour, subject, n, cents } of rows) {
    const on = day ?? shopDay(new Date((hour ?? 0) * hourMs))
    if (on < utcDay(start) || on >= utcDay(end)) continue
    const side = day === null ? sums.counted : sums.kept
    const [pieces, money] = side.get(`${on} ${subject}`) ?? [0, 0]
    side.set(`${on} ${subject}`, [pieces + n, money + cents])
  }
  const said = (side: Map<string, [number, number]>, key: string) => (side.get(key) ?? [0, 0]).join(' worth ')
  return [...new Set([...sums.kept.keys(), ...sums.counted.keys()])].toSorted().flatMap((key) => {
    const [kept, counted] = [said(sums.kept, key), said(sums.counted, key)]
    const words = `${what}: the kept figure is ${kept}, a recount gives ${counted}`
    return kept === counted ? [] : [{ invariant: 'B15', subject: key.trim(), words }]
  })
}
