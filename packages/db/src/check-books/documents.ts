import { documentNumber, type Series } from '@comptoir/domain/billing'
import { asc, gt, inArray, type SQL, sql } from 'drizzle-orm'
import type { Reader } from '../database.ts'
import type { BuyerMentions, SellerMentions } from '../tables/billing.ts'
import type { Breach, Check, Walk } from './check.ts'

const seriesChecks = (table: SQL, what: string): Check[] => [
  {
    invariant: 'INV-21',
    says: `the ${what} series holds {found} numbers, the last one is {wanted}`,
    find: sql`select year as subject, count(*) as found, max(serial) as wanted from ${table}
      group by year having count(*) <> max(serial) or min(serial) <> 1 or count(distinct serial) <> count(*)`,
  },
  {
    invariant: 'INV-21',
    says: `the ${what} was issued before the one that precedes it`,
    find: sql`select number as subject, null as found, null as wanted from (
      select number, issued_at, lag(issued_at) over (partition by year order by serial) as before from ${table}) as dated
      where before > issued_at`,
  },
]
const linesCheck = (table: SQL, lines: SQL, owner: SQL): Check => ({
  invariant: 'INV-23',
  says: 'the document says {found}, its lines come to {wanted}',
  find: sql`select d.number as subject, d.total_cents as found, coalesce(l.gross, 0) as wanted from ${table} d
    left join (select ${owner} as owner, sum(net_cents) as net, sum(tax_cents) as tax, sum(gross_cents) as gross
      from ${lines} group by ${owner}) l on l.owner = d.id
    where d.net_cents + d.tax_cents <> d.total_cents or coalesce(l.net, 0) <> d.net_cents
    or coalesce(l.tax, 0) <> d.tax_cents or coalesce(l.gross, 0) <> d.total_cents`,
})

/** Invoices and credit notes: INV-20, 21, 23. */
export const documentChecks: Check[] = [
  {
    invariant: 'INV-20',
    says: 'the order is {found} and has no invoice',
    find: sql`select o.id as subject, o.payment as found, null as wanted from orders o
      where o.payment <> 'unpaid' and not exists (select 1 from invoices i where i.order_id = o.id)`,
  },
  {
    invariant: 'INV-20',
    says: 'invoice {found} belongs to no paid order',
    find: sql`select i.order_id as subject, i.number as found, null as wanted from invoices i
      left join orders o on o.id = i.order_id where o.id is null or o.payment = 'unpaid'`,
  },
  {
    invariant: 'INV-20',
    says: 'a refund of {found} went out without a credit note',
    find: sql`select r.id as subject, r.amount_cents as found, null as wanted from refunds r
      join invoices i on i.order_id = r.order_id
      where r.state = 'succeeded' and not exists (select 1 from credit_notes n where n.refund_id = r.id)`,
  },
  {
    invariant: 'INV-20',
    says: 'credit note {found} belongs to no refund that went out',
    find: sql`select n.order_id as subject, n.number as found, null as wanted from credit_notes n
      left join refunds r on r.id = n.refund_id where r.id is null or r.state <> 'succeeded'`,
  },
  ...seriesChecks(sql`invoices`, 'invoice'),
  ...seriesChecks(sql`credit_notes`, 'credit note'),
  {
    invariant: 'INV-23',
    says: 'the invoice says {found}, its order says {wanted}',
    find: sql`select i.number as subject, i.total_cents as found, o.total_cents as wanted from invoices i
      join orders o on o.id = i.order_id where i.total_cents <> o.total_cents or i.net_cents <> o.net_cents
      or i.tax_cents <> o.tax_cents or i.currency <> o.currency`,
  },
  {
    invariant: 'INV-23',
    says: 'the credit note says {found}, its refund says {wanted}',
    find: sql`select n.number as subject, n.total_cents as found, r.amount_cents as wanted from credit_notes n
      join refunds r on r.id = n.refund_id where n.total_cents <> r.amount_cents or n.currency <> r.currency`,
  },
  {
    invariant: 'INV-23',
    says: 'credit notes of the order come to {found}, more than its invoice of {wanted}',
    find: sql`select i.order_id as subject, n.total as found, i.total_cents as wanted from invoices i
      join (select order_id, sum(total_cents) as total from credit_notes group by order_id) n
        on n.order_id = i.order_id
      where n.total > i.total_cents`,
  },
  {
    invariant: 'INV-08',
    says: 'a line of the order ({found}) is not the one that its invoice {wanted} shows',
    find: sql`select l.id as subject, l.name as found, i.number as wanted from order_lines l
      join invoices i on i.order_id = l.order_id
      where not exists (select 1 from invoice_lines d where d.invoice_id = i.id and d.quantity = l.quantity
        and d.vat_category = l.vat_category and d.rate_bp = l.rate_bp and d.net_cents = l.net_cents
        and d.tax_cents = l.tax_cents and d.gross_cents = l.gross_cents)`,
  },
  linesCheck(sql`invoices`, sql`invoice_lines`, sql`invoice_id`),
  linesCheck(sql`credit_notes`, sql`credit_note_lines`, sql`credit_note_id`),
]

type Group = { vat: { category: string; rateBp: number }; netCents: number; taxCents: number; grossCents: number }
interface Document {
  id: string
  number: string
  year: number
  serial: number
  groups: Group[]
  seller: SellerMentions
  buyer: BuyerMentions
}
type Line = {
  owner: string
  name: string
  vatCategory: string
  rateBp: number
  netCents: number
  taxCents: number
  grossCents: number
}

const spelled = (groups: readonly Group[]): string =>
  groups
    .filter((group) => group.grossCents !== 0)
    .map(({ vat, netCents, taxCents, grossCents }) =>
      [vat.category, vat.rateBp, netCents, taxCents, grossCents].join(' '),
    )
    .toSorted()
    .join(', ')

function groupsOf(lines: readonly Line[]): Group[] {
  const groups = new Map<string, Group>()
  for (const { vatCategory, rateBp, netCents, taxCents, grossCents } of lines) {
    const known = groups.get(`${vatCategory} ${rateBp}`)
    groups.set(`${vatCategory} ${rateBp}`, {
      vat: { category: vatCategory, rateBp },
      netCents: (known?.netCents ?? 0) + netCents,
      taxCents: (known?.taxCents ?? 0) + taxCents,
      grossCents: (known?.grossCents ?? 0) + grossCents,
    })
  }
  return [...groups.values()]
}

function absentMentions({ seller, buyer }: Pick<Document, 'seller' | 'buyer'>, lines: readonly Line[]): string[] {
  const { name, line1, postcode, city, country } = buyer.address
  const mentions = {
    ...{ 'seller name': seller.name, 'seller address': seller.address, SIREN: seller.siren, VAT: seller.vatNumber },
    ...{ 'buyer name': buyer.name, 'buyer address': name && line1 && postcode && city && country },
    lines: lines.length > 0 && lines.every((line) => line.name !== '') ? 'named' : '',
  }
  return Object.entries(mentions).flatMap(([mention, text]) => (text ? [] : [mention]))
}

function breachesOf(series: Series, documents: readonly Document[], lines: readonly Line[]): Breach[] {
  const byOwner = Map.groupBy(lines, (line) => line.owner)
  return documents.flatMap(({ id, number, year, serial, groups, seller, buyer }) => {
    const found: Breach[] = []
    const own = byOwner.get(id) ?? []
    const absent = absentMentions({ seller, buyer }, own)
    if (absent.length > 0)
      found.push({ invariant: 'INV-24', subject: number, words: `a mention is missing: ${absent.join(', ')}` })
    const wanted = spelled(groupsOf(own))
    if (spelled(groups) !== wanted)
      found.push({
        invariant: 'INV-23',
        subject: number,
        words: `VAT by rate is "${spelled(groups)}", the lines say "${wanted}"`,
      })
    const numbered = documentNumber(series, year, serial)
    if (number !== numbered)
      found.push({ invariant: 'INV-21', subject: number, words: `the number should be ${numbered}` })
    return found
  })
}

const page = 200

async function* documentBreaches({ tables, ...db }: Reader): AsyncGenerator<Breach[]> {
  const { invoices, invoiceLines, creditNotes, creditNoteLines } = tables
  const of = ({ id, number, year, serial, groups, seller, buyer }: typeof invoices | typeof creditNotes) => ({
    ...{ id, number, year, serial, groups, seller, buyer },
  })
  const amounts = ({
    name,
    vatCategory,
    rateBp,
    netCents,
    taxCents,
    grossCents,
  }: typeof invoiceLines | typeof creditNoteLines) => ({
    name,
    vatCategory,
    rateBp,
    netCents,
    taxCents,
    grossCents,
  })
  for (let after = '', more = true; more;) {
    const rows = await db
      .select(of(invoices))
      .from(invoices)
      .where(gt(invoices.id, after as 'invoice_'))
      .orderBy(asc(invoices.id))
      .limit(page)
    const ids = rows.map((row) => row.id)
    const lines = await db
      .select({ owner: invoiceLines.invoiceId, ...amounts(invoiceLines) })
      .from(invoiceLines)
      .where(inArray(invoiceLines.invoiceId, ids))
    yield breachesOf('F', rows, lines)
    after = ids.at(-1) ?? after
    more = rows.length === page
  }
  for (let after = '', more = true; more;) {
    const rows = await db
      .select(of(creditNotes))
      .from(creditNotes)
      .where(gt(creditNotes.id, after as 'credit_'))
      .orderBy(asc(creditNotes.id))
      .limit(page)
    const ids = rows.map((row) => row.id)
    const lines = await db
      .select({ owner: creditNoteLines.creditNoteId, ...amounts(creditNoteLines) })
      .from(creditNoteLines)
      .where(inArray(creditNoteLines.creditNoteId, ids))
    yield breachesOf('A', rows, lines)
    after = ids.at(-1) ?? after
    more = rows.length === page
  }
}

/** What SQL cannot say of documents on both engines: their VAT groups, their numbers' spelling, their mentions. */
export const documentWalk: Walk = {
  covers: [
    { invariant: 'INV-23', says: 'VAT by rate of a document is what its lines come to' },
    { invariant: 'INV-21', says: 'a document number is spelled from its series, year and serial' },
    { invariant: 'INV-24', says: 'a document names seller, buyer and each line' },
  ],
  walk: documentBreaches,
}
