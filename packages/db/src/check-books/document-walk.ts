import { documentNumber, type Series } from '@comptoir/domain/billing'
import { type SQL, sql } from 'drizzle-orm'
import type { Reader } from '../database.ts'
import type { BuyerMentions, SellerMentions } from '../tables/billing.ts'
import type { Breach, Walk } from './check.ts'

type Group = { vat: { category: string; rateBp: number }; netCents: number; taxCents: number; grossCents: number }
interface Document {
  number: string
  year: number
  serial: number
  groups: Group[]
  seller: SellerMentions
  buyer: BuyerMentions
}
/** What the lines of a document come to, rate by rate, and whether all are named. */
interface Lines {
  named: boolean
  rates: string
}

const spelled = (groups: readonly Group[]): string =>
  groups
    .filter((group) => group.grossCents !== 0)
    .map(({ vat, netCents, taxCents, grossCents }) =>
      [vat.category, vat.rateBp, netCents, taxCents, grossCents].join(' '),
    )
    .toSorted()
    .join(', ')

/** VAT of a document, account by account, as the ledger should hold it. */
function vatOf(groups: readonly Group[], sign: 1 | -1): string {
  const owed = new Map<string, number>()
  for (const { vat, taxCents } of groups) owed.set(vat.category, (owed.get(vat.category) ?? 0) + sign * taxCents)
  return inOrder([...owed].flatMap(([category, cents]) => (cents === 0 ? [] : [`vat:${category} ${cents}`])))
}
const inOrder = (parts: readonly string[]): string => parts.toSorted().join(', ')

/** Documents name their seller as the settings did: few texts, each parsed once. */
function sellersRead(): (text: string) => SellerMentions {
  const read = new Map<string, SellerMentions>()
  return (text) => {
    const known = read.get(text)
    if (known) return known
    if (read.size >= page) read.clear()
    const seller = JSON.parse(text) as SellerMentions
    read.set(text, seller)
    return seller
  }
}

function absentMentions(seller: SellerMentions, buyer: BuyerMentions, lines: Lines | undefined): string[] {
  const { name, line1, postcode, city, country } = buyer.address
  const mentions = {
    ...{ 'seller name': seller.name, 'seller address': seller.address, SIREN: seller.siren, VAT: seller.vatNumber },
    ...{ 'buyer name': buyer.name, 'buyer address': name && line1 && postcode && city && country },
    lines: lines?.named,
  }
  return Object.entries(mentions).flatMap(([mention, text]) => (text ? [] : [mention]))
}

function breachesOf({ series, sign }: Booked, document: Document, lines: Lines | undefined, posted = ''): Breach[] {
  const { number, year, serial, groups, seller, buyer } = document
  const found: Breach[] = []
  const absent = absentMentions(seller, buyer, lines)
  if (absent.length > 0)
    found.push({ invariant: 'INV-24', subject: number, words: `a mention is missing: ${absent.join(', ')}` })
  const [said, wanted] = [spelled(groups), inOrder((lines?.rates ?? '').split(', '))]
  if (said !== wanted)
    found.push({ invariant: 'INV-23', subject: number, words: `VAT by rate is "${said}", the lines say "${wanted}"` })
  const vat = vatOf(groups, sign)
  if (posted !== vat)
    found.push({
      invariant: 'INV-04',
      subject: number,
      words: `the ledger holds VAT of "${posted}", the document says "${vat}"`,
    })
  const numbered = documentNumber(series, year, serial)
  if (number !== numbered)
    found.push({ invariant: 'INV-21', subject: number, words: `the number should be ${numbered}` })
  return found
}

const page = 500

// Neither a number nor JSON can hold it.
const bar = '\u001f'
/** All that is read of a row as one text: mapping each value by itself costs more than reading it. */
const packed = (parts: readonly SQL[]): SQL<string> => sql<string>`${sql.join([...parts], sql` || ${bar} || `)}`

interface Booked {
  series: Series
  /** What the ledger calls it, and which way it books its VAT: what is owed is below zero. */
  event: 'sale' | 'credit'
  sign: 1 | -1
  documents: SQL
  lines: SQL
  owner: SQL
}
const booked: readonly Booked[] = [
  { series: 'F', event: 'sale', sign: -1, documents: sql`invoices`, lines: sql`invoice_lines`, owner: sql`invoice_id` },
  {
    series: 'A',
    event: 'credit',
    sign: 1,
    documents: sql`credit_notes`,
    lines: sql`credit_note_lines`,
    owner: sql`credit_note_id`,
  },
]

async function documentsAfter(db: Reader, { documents }: Booked, after: string): Promise<string[][]> {
  const columns = ['id', 'number', 'year', 'serial', 'groups', 'seller', 'buyer'].map(
    (name) => sql`cast(${sql.identifier(name)} as text)`,
  )
  const rows = await db
    .select({ row: packed(columns) })
    .from(documents)
    .where(sql`id > ${after}`)
    .orderBy(sql`id`)
    .limit(page)
  return rows.map(({ row }) => row.split(bar))
}

async function linesBetween(
  db: Reader,
  { lines, owner }: Booked,
  first: string,
  last: string,
): Promise<Map<string, Lines>> {
  const perRate = sql`(select ${owner} as owner, vat_category, rate_bp, min(name) as name, sum(net_cents) as net,
    sum(tax_cents) as tax, sum(gross_cents) as gross from ${lines} where ${owner} between ${first} and ${last}
    group by ${owner}, vat_category, rate_bp) as per_rate`
  const rate = sql`case when gross <> 0 then vat_category || ' ' || rate_bp || ' ' || net || ' ' || tax || ' ' || gross end`
  const named = sql`case when min(name) = '' then '' else 'named' end`
  const rows = await db
    .select({ row: packed([sql`owner`, named, sql`coalesce(string_agg(${rate}, ', '), '')`]) })
    .from(perRate)
    .groupBy(sql`owner`)
  return new Map(
    rows.map(({ row }) => {
      const [of = '', name, rates = ''] = row.split(bar)
      return [of, { named: name !== '', rates }]
    }),
  )
}

/** VAT that the ledger holds of documents, by their ids. */
async function postedBetween(db: Reader, { event }: Booked, first: string, last: string): Promise<Map<string, string>> {
  const entries = sql<string>`string_agg(account || ' ' || amount_cents, ', ')`
  const rows = await db
    .select({ row: packed([sql`event_id`, entries]) })
    .from(sql`ledger_entries`)
    .where(sql`event_id between ${first} and ${last} and event = ${event} and account like 'vat:%'`)
    .groupBy(sql`event_id`)
  return new Map(
    rows.map(({ row }) => {
      const [of = '', posted = ''] = row.split(bar)
      return [of, inOrder(posted.split(', '))]
    }),
  )
}

async function* documentBreaches(db: Reader): AsyncGenerator<Breach[]> {
  for (const one of booked) {
    const sellerOf = sellersRead()
    for (let rows = await documentsAfter(db, one, ''); rows.length > 0;) {
      const [first = '', last = ''] = [rows[0]?.[0], rows.at(-1)?.[0]]
      const lines = await linesBetween(db, one, first, last)
      const posted = await postedBetween(db, one, first, last)
      yield rows.flatMap(([id = '', number = '', year, serial, groups = '', seller = '', buyer = '']) => {
        const read = { groups: JSON.parse(groups) as Group[], buyer: JSON.parse(buyer) as BuyerMentions }
        const document = { number, year: Number(year), serial: Number(serial), seller: sellerOf(seller), ...read }
        return breachesOf(one, document, lines.get(id), posted.get(id))
      })
      rows = await documentsAfter(db, one, last)
    }
  }
}

/** What SQL cannot say of documents on both engines: their VAT groups, their numbers' spelling, their mentions. */
export const documentWalk: Walk = {
  covers: [
    { invariant: 'INV-23', says: 'VAT by rate of a document is what its lines come to' },
    { invariant: 'INV-04', says: 'VAT in the ledger is that of its document, account by account' },
    { invariant: 'INV-21', says: 'a document number is spelled from its series, year and serial' },
    { invariant: 'INV-24', says: 'a document names seller, buyer and each line' },
  ],
  walk: documentBreaches,
}
