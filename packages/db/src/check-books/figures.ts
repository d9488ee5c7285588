import { dayIn, dayPlus, startOfDay } from '@comptoir/domain'
import { max, min, type SQL, sql } from 'drizzle-orm'
import type { Reader } from '../database.ts'
import { readSettings } from '../stores/settings.ts'
import type { Breach, Walk } from './check.ts'

const quarterMs = 900_000
const quartersADay = 24 * 4
const dayMs = quartersADay * quarterMs
/** Differences of one figure that are read: more of them say nothing new. */
const mostRead = 10_000

/** Figures kept in the writes beside the same figures counted again; both give `subject`, `n` and `cents`, row by row. */
interface Figure {
  what: string
  kept: SQL
  /** The instant that the figure counts by, and the rows it counts. */
  instant: SQL
  counted: SQL
}

const figures: Figure[] = [
  {
    what: 'paid orders and revenue',
    kept: sql`select day, '' as subject, paid_orders as n, revenue_cents as cents from sales_days`,
    instant: sql`o.paid_at`,
    counted: sql`'' as subject, 1 as n, o.total_cents as cents from orders o`,
  },
  {
    what: 'refunds',
    kept: sql`select day, '' as subject, 0 as n, refunded_cents as cents from sales_days`,
    instant: sql`r.settled_at`,
    counted: sql`'' as subject, 0 as n, r.amount_cents as cents from refunds r
      join invoices i on i.order_id = r.order_id and r.state = 'succeeded'`,
  },
  {
    what: 'orders',
    kept: sql`select day, status as subject, orders as n, 0 as cents from status_days`,
    instant: sql`o.placed_at`,
    counted: sql`o.status as subject, 1 as n, 0 as cents from orders o`,
  },
  {
    what: 'sold',
    kept: sql`select day, product_id as subject, quantity as n, gross_cents as cents from product_days`,
    instant: sql`o.paid_at`,
    counted: sql`l.product_id as subject, l.quantity as n, l.gross_cents as cents
      from order_lines l join orders o on o.id = l.order_id`,
  },
]

interface Row {
  on: string
  subject: string
  kept: string
  counted: string
}

async function* figureBreaches(db: Reader): AsyncGenerator<Breach[]> {
  const { timeZone } = await readSettings(db)
  const day = dayOfQuarter(timeZone, await span(db))
  for (const figure of figures) {
    const rows = await differing(db, figure, day)
    yield rows.map(({ on, subject, kept, counted }) => ({
      ...{ invariant: 'B15', subject: `${on} ${subject}`.trim() },
      words: `${figure.what}: the kept figure is ${kept}, a recount gives ${counted}`,
    }))
  }
}

/** The quarters of an hour of the first and the last thing that is counted. */
async function span(db: Reader): Promise<{ first: number; last: number }> {
  const { orders: o, refunds: r } = db.tables
  const rows = [
    ...(await db.select({ first: min(o.placedAt), last: max(o.placedAt) }).from(o)),
    ...(await db.select({ first: min(o.paidAt), last: max(o.paidAt) }).from(o)),
    ...(await db.select({ first: min(r.settledAt), last: max(r.settledAt) }).from(r)),
  ]
  const instants = rows.flatMap(({ first, last }) => (first && last ? [first.getTime(), last.getTime()] : []))
  const sorted = instants.toSorted((a, b) => a - b)
  const quarter = (ms = 0) => Math.floor(ms / quarterMs)
  return { first: quarter(sorted[0]), last: quarter(sorted.at(-1)) }
}

/**
 * The day of a quarter, as a number, in the shop's time zone, for SQL that knows no time zones: days of 24 hours follow from their
 * distance to UTC, and each day on which the clocks change stands for itself.
 */
export function dayOfQuarter(
  timeZone: string,
  { first, last }: { first: number; last: number },
): (quarter: SQL) => SQL {
  const pieces: { from: number; aheadBy: number | null; no: number }[] = []
  const begins = (day: string) => startOfDay(timeZone, day).getTime() / quarterMs
  for (let day = dayIn(timeZone, new Date(first * quarterMs)); begins(day) <= last; day = dayPlus(day, 1)) {
    const [from, no] = [begins(day), Date.parse(day) / dayMs]
    const aheadBy = begins(dayPlus(day, 1)) - from === quartersADay ? no * quartersADay - from : null
    if (aheadBy === null || aheadBy !== pieces.at(-1)?.aheadBy) pieces.push({ from, aheadBy, no })
  }
  return (quarter) => {
    const whens = pieces.toReversed().map(({ from, aheadBy, no }) => {
      const is = aheadBy === null ? sql`${whole(no)}` : sql`(${quarter} + ${whole(aheadBy)}) / ${whole(quartersADay)}`
      return sql`when ${quarter} >= ${whole(from)} then ${is}`
    })
    return sql`case ${sql.join(whens, sql` `)} end`
  }
}
const whole = (number: number): SQL => sql`cast(${number} as integer)`

/** Where a figure and its recount differ. One statement, so that both sides are of the same moment also while the shop sells. */
const differing = (db: Reader, { kept, instant, counted }: Figure, day: (quarter: SQL) => SQL): Promise<Row[]> => {
  const both = sql`(select day, subject, n as kept_n, cents as kept_cents, 0 as n, 0 as cents from (${kept}) as kept
    union all
    select ${db.dialect.dayText(day(sql`quarter`))} as day, subject, 0 as kept_n, 0 as kept_cents, n, cents
      from (select ${db.dialect.quarterOf(instant)} as quarter, ${counted} where ${instant} is not null) as recounted) as both_sides`
  const worth = (n: SQL, cents: SQL) => sql<string>`sum(${n}) || ' worth ' || sum(${cents})`
  return db
    .select({
      on: sql<string>`day`,
      subject: sql<string>`subject`,
      kept: worth(sql`kept_n`, sql`kept_cents`),
      counted: worth(sql`n`, sql`cents`),
    })
    .from(both)
    .groupBy(sql`day`, sql`subject`)
    .having(sql`sum(kept_n) <> sum(n) or sum(kept_cents) <> sum(cents)`)
    .orderBy(sql`day`, sql`subject`)
    .limit(mostRead)
}

/** The figures that the writes keep, against a recount. PRODUCT B15. */
export const figureWalk: Walk = {
  covers: [{ invariant: 'B15', says: 'figures of a day (revenue, refunds, orders, sold) equal a recount' }],
  walk: figureBreaches,
}
