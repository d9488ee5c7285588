import { type SQL, sql } from 'drizzle-orm'
import type { Reader } from '../database.ts'

/** An invariant of SAFETY 3 that does not hold: which one, of what, and what was found, in words for the log. */
export interface Breach {
  invariant: string
  subject: string
  words: string
}

/** What a check says when it is broken: `{found}` and `{wanted}` stand for what was found. */
export interface Rule {
  invariant: string
  says: string
}

/** One statement that names each breach: rows of `subject`, `found` and `wanted`; `says` is worded with the last two. */
export interface Check extends Rule {
  find: SQL | ((db: Reader) => SQL)
}

/** Rules that read the same rows: one statement looks at them, and `broken` says by number which rule each of its rows breaks. */
export interface Sheet {
  rules: readonly Rule[]
  find: SQL
}

/** A rule of a sheet: `when` a row breaks it, and the breach in columns of that row. */
export interface SheetRule extends Rule {
  when: SQL
  subject: SQL
  found?: SQL
  wanted?: SQL
  /** Where one row of the sheet tells several breaches, or another subject than its own: what follows `from` and stands for `where`. */
  from?: SQL
}

const numbered = (no: number): SQL => sql`cast(${no} as integer)`
const text = (column: SQL): SQL<string | null> => sql<string | null>`cast(${column} as text)`

/** Looks once at the rows of a query: rules name them `seen`, and find those that break one of them again in `looked`. */
export function sheet(seen: SQL, rules: readonly SheetRule[]): Sheet {
  const any = sql.join(
    rules.map(({ when }) => sql`(${when})`),
    sql` or `,
  )
  const tellings = rules.map(({ when, subject, found = sql`null`, wanted = sql`null`, from }, broken) => {
    const told = sql`${text(subject)} as subject, ${text(found)} as found, ${text(wanted)} as wanted`
    return sql`select ${numbered(broken)} as broken, ${told} from ${from ?? sql`looked as seen where ${when}`}`
  })
  return {
    rules: rules.map(({ invariant, says }) => ({ invariant, says })),
    find: sql`with looked as materialized (select * from (${seen}) as seen where ${any}) ${sql.join(tellings, sql` union all `)}`,
  }
}

/** What no statement can say on both engines: reads page by page and yields the breaches of each. */
export interface Walk {
  covers: readonly Rule[]
  walk: (db: Reader) => AsyncGenerator<Breach[]>
}

/** So many breaches of one check are named; the others are only counted. */
export const mostNamed = 100

const worded =
  ({ invariant, says }: Rule) =>
  ({ subject, found, wanted }: Record<'subject' | 'found' | 'wanted', string | null>): Breach => ({
    invariant,
    subject: subject ?? '',
    words: says.replace('{found}', found ?? 'nothing').replace('{wanted}', wanted ?? 'nothing'),
  })

/** Runs a sheet, as one statement; where it finds too much to name, each of its rules is run by itself. */
export async function breachesOfSheet(db: Reader, { rules, find }: Sheet): Promise<Breach[]> {
  const rows = await db
    .select({
      broken: sql<number>`broken`.mapWith(Number),
      ...{ subject: text(sql`subject`), found: text(sql`found`), wanted: text(sql`wanted`) },
    })
    .from(sql`(${find}) as sheet`)
    .orderBy(sql`broken`, sql`subject`)
    .limit(mostNamed + 1)
  if (rows.length <= mostNamed)
    return rows.flatMap((row) => {
      const rule = rules[row.broken]
      return rule ? [worded(rule)(row)] : []
    })
  const found: Breach[] = []
  for (const [broken, rule] of rules.entries()) {
    const own = sql`select subject, found, wanted from (${find}) as sheet where broken = ${numbered(broken)}`
    found.push(...(await breachesOf(db, { ...rule, find: own })))
  }
  return found
}

/** Runs a check. One statement sees one moment, so a shop that is selling meanwhile raises no false alarm. */
export async function breachesOf(db: Reader, { invariant, says, find }: Check): Promise<Breach[]> {
  const broken = sql`(${typeof find === 'function' ? find(db) : find}) as breach`
  const rows = await db
    .select({ subject: text(sql`subject`), found: text(sql`found`), wanted: text(sql`wanted`) })
    .from(broken)
    .orderBy(sql`subject`)
    .limit(mostNamed + 1)
  const breaches = rows.slice(0, mostNamed).map(worded({ invariant, says }))
  if (rows.length <= mostNamed) return breaches
  const [all] = await db.select({ n: sql<number>`count(*)`.mapWith(Number) }).from(broken)
  return [...breaches, { invariant, subject: '…', words: `and ${(all?.n ?? 0) - mostNamed} more like these` }]
}
