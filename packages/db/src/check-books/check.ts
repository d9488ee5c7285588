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

/** What no statement can say on both engines: reads page by page and yields the breaches of each. */
export interface Walk {
  covers: readonly Rule[]
  walk: (db: Reader) => AsyncGenerator<Breach[]>
}

/** So many breaches of one check are named; the others are only counted. */
export const mostNamed = 100

/** Runs a check. One statement sees one moment, so a shop that is selling meanwhile raises no false alarm. */
export async function breachesOf(db: Reader, { invariant, says, find }: Check): Promise<Breach[]> {
  const text = (column: SQL) => sql<string | null>`cast(${column} as text)`
  const broken = sql`(${typeof find === 'function' ? find(db) : find}) as breach`
  const rows = await db
    .select({ subject: text(sql`subject`), found: text(sql`found`), wanted: text(sql`wanted`) })
    .from(broken)
    .orderBy(sql`subject`)
    .limit(mostNamed + 1)
  const breaches = rows.slice(0, mostNamed).map(({ subject, found, wanted }) => ({
    invariant,
    subject: subject ?? '',
    words: says.replace('{found}', found ?? 'nothing').replace('{wanted}', wanted ?? 'nothing'),
  }))
  if (rows.length <= mostNamed) return breaches
  const [all] = await db.select({ n: sql<number>`count(*)`.mapWith(Number) }).from(broken)
  return [...breaches, { invariant, subject: '…', words: `and ${(all?.n ?? 0) - mostNamed} more like these` }]
}
