import { type Name, type SQL, sql } from 'drizzle-orm'
import { type Sheet, sheet, type SheetRule } from './check.ts'

interface Posting {
  what: string
  event: string
  /** The account on which the event shows what it moved. */
  account: string
  happened: SQL
}
const postings: readonly Posting[] = [
  {
    what: 'invoice',
    event: 'sale',
    account: 'receivable',
    happened: sql`select id, total_cents as amount from invoices`,
  },
  {
    ...{ what: 'credit note', event: 'credit', account: 'receivable' },
    happened: sql`select id, -total_cents as amount from credit_notes`,
  },
  {
    ...{ what: 'captured payment', event: 'capture', account: 'gateway' },
    happened: sql`select payment_id as id, amount_cents as amount from payment_events where kind = 'captured'`,
  },
  {
    ...{ what: 'refund', event: 'refund', account: 'gateway' },
    happened: sql`select id, -amount_cents as amount from refunds where state = 'succeeded'`,
  },
]
const together = (of: (posting: Posting, place: Name) => SQL, word: SQL): SQL =>
  sql.join(
    postings.map((posting, i) => of(posting, sql.identifier(`h${i}`))),
    word,
  )
const wording = (of: (posting: Posting, place: Name) => SQL): SQL => sql`case event ${together(of, sql` `)} end`

// The index of the ledger gives the entries of one event in a row: they are summed up on the way, without sorting.
const perEvent = sql`(select event_id, event, sum(amount_cents) as total, min(currency) as low, max(currency) as high,
  sum(case when account = ${wording(({ event, account }) => sql`when ${event} then ${account}`)}
    then amount_cents end) as posted
  from ledger_entries group by event_id, event)`

const seen = sql`select e.*, ${wording(({ event }, place) => sql`when ${event} then ${place}.amount`)} as moved from ${perEvent} e
  ${together(
    ({ event, happened }, place) =>
      sql`left join (${happened}) as ${place} on e.event = ${event} and ${place}.id = e.event_id`,
    sql` `,
  )}
  union all ${together(
    ({
      event,
      happened,
    }) => sql`select h.id as event_id, ${event} as event, 0, null, null, null, h.amount from (${happened}) as h
      where not exists (select 1 from ledger_entries l where l.event_id = h.id and l.event = ${event})`,
    sql` union all `,
  )}`

const unbalanced = sql`total <> 0 or low <> high`
const entriesOf = (when: SQL): SQL =>
  sql`looked as seen join ledger_entries l on l.event_id = seen.event_id and l.event = seen.event where (${when})`
const summed = (by: SQL): SQL => sql`${entriesOf(unbalanced)} group by ${by} having sum(l.amount_cents) <> 0`

/** The ledger balances and knows each business event: INV-04. */
export const ledgerSheets: readonly Sheet[] = [
  sheet(seen, [
    {
      ...{ invariant: 'INV-04', says: 'the ledger entries of this event sum to {found}, not zero', when: unbalanced },
      ...{
        subject: sql`l.event || ' ' || l.event_id || ' ' || l.currency`,
        found: sql`sum(l.amount_cents)`,
        wanted: sql`0`,
      },
      from: summed(sql`l.event, l.event_id, l.currency`),
    },
    {
      // What balances event by event balances as a whole.
      ...{ invariant: 'INV-04', says: 'the whole ledger sums to {found}, not zero', when: unbalanced },
      ...{ subject: sql`l.currency`, found: sql`sum(l.amount_cents)`, wanted: sql`0` },
      from: summed(sql`l.currency`),
    },
    ...postings.flatMap(({ what, event }): SheetRule[] => {
      const strange = sql`seen.event = ${event} and seen.moved is null`
      return [
        {
          ...{ invariant: 'INV-04', says: `the ${what} moved {wanted}, the ledger posted {found} for it` },
          when: sql`seen.event = ${event} and coalesce(posted, 0) <> moved`,
          ...{ subject: sql`event_id`, found: sql`posted`, wanted: sql`moved` },
        },
        {
          ...{ invariant: 'INV-04', says: `the ledger posted {found} for a ${what} that never happened` },
          when: strange,
          ...{ subject: sql`l.id`, found: sql`l.amount_cents`, from: entriesOf(strange) },
        },
      ]
    }),
  ]),
]
