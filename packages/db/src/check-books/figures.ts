import { dayIn } from '@comptoir/domain'
import { type SQL, sql } from 'drizzle-orm'
import type { Reader } from '../database.ts'
import { readSettings } from '../stores/settings.ts'
import type { Breach, Walk } from './check.ts'

const quarterMs = 900_000
const dayMs = 24 * 4 * quarterMs
const daysAtOnce = 60

/** Figures kept in the writes beside the same figures counted again; both give `subject`, `n` and `cents`. */
interface Figure {
  what: string
  kept: SQL
  /** The instant that the figure counts by, and the rows it counts. */
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
  quarter: number | null
  subject: string
  n: number
  cents: number
}

async function* figureBreaches(db: Reader): AsyncGenerator<Breach[]> {
  const { timeZone } = await readSettings(db)
  const dayOf = (quarter: number | string) => dayIn(timeZone, new Date(Number(quarter) * quarterMs))
  const { from, to } = await span(db, dayOf)
  for (let start = from; start <= to; start += daysAtOnce * dayMs) {
    const end = Math.min(start + daysAtOnce * dayMs, to + dayMs)
    for (const figure of figures)
      yield compare(figure.what, await rowsOf(db, figure, start, end), { start, end, dayOf })
  }
}

const utcDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

type DayOf = (quarter: number | string) => string

/** First and last day with anything to compare, as UTC midnights. */
async function span(db: Reader, dayOf: DayOf): Promise<{ from: number; to: number }> {
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
      sql`(select min(quarter) as first, max(quarter) as last from (
        select ${db.dialect.quarterOf(sql`placed_at`)} as quarter from orders
        union all select ${db.dialect.quarterOf(sql`paid_at`)} from orders where paid_at is not null
        union all select ${db.dialect.quarterOf(sql`settled_at`)} from refunds where settled_at is not null
      ) as quarters) as counted`,
    )
  const instants = [kept?.first, kept?.last].flatMap((day) => (day ? [Date.parse(day)] : []))
  for (const quarter of [counted?.first, counted?.last])
    if (quarter !== null && quarter !== undefined) instants.push(Date.parse(dayOf(quarter)))
  return { from: Math.min(...instants), to: Math.max(...instants) }
}

// One statement, so that both sides are of the same moment also while the shop sells.
const rowsOf = (
  db: Reader,
  { kept, instant, counted, grouped }: Figure,
  start: number,
  end: number,
): Promise<Row[]> => {
  const quarter = db.dialect.quarterOf(instant)
  return db
    .select({
      day: sql<string | null>`day`,
      quarter: sql<number | null>`quarter`.mapWith(Number),
      subject: sql<string>`subject`,
      n: sql<number>`n`.mapWith(Number),
      cents: sql<number>`cents`.mapWith(Number),
    })
    .from(
      sql`(select day, null as quarter, subject, n, cents from (${kept}) as kept
        where day >= ${utcDay(start)} and day < ${utcDay(end)}
        union all
        select null as day, ${quarter} as quarter, ${counted}
        where ${quarter} >= ${start / quarterMs - 96} and ${quarter} < ${end / quarterMs + 96} group by ${quarter}${grouped}) as both_sides`,
    )
}

function compare(
  what: string,
  rows: readonly Row[],
  { start, end, dayOf }: { start: number; end: number; dayOf: DayOf },
): Breach[] {
  const sums = { kept: new Map<string, [number, number]>(), counted: new Map<string, [number, number]>() }
  for (const { day, quarter, subject, n, cents } of rows) {
    const on = day ?? dayOf(quarter ?? 0)
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

/** The figures that the writes keep, against a recount, some days at a time. PRODUCT B15. */
export const figureWalk: Walk = {
  covers: [{ invariant: 'B15', says: 'figures of a day (revenue, refunds, orders, sold) equal a recount' }],
  walk: figureBreaches,
}
