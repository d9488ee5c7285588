import { type SQL, sql } from 'drizzle-orm'
import type { Reader } from '../database.ts'

/** An invariant of SAFETY 3 that does not hold: which one, of what, and what was found, in words for the log. */
export interface Breach {
  invariant: string
  subject: string
  words: string
}

/** One statement that names each breach: rows of `subject`, `found` and `wanted`; `says` is worded with the last two. */
export interface Check {
  invariant: string
  says: string
  find: SQL
}

/** Runs a check. One statement sees one moment, so a shop that is selling meanwhile raises no false alarm. */
export async function breachesOf(db: Reader, { invariant, says, find }: Check): Promise<Breach[]> {
  const text = (column: SQL) => sql<string | null>`cast(${column} as text)`
  const rows = await db
    .select({ subject: text(sql`subject`), found: text(sql`found`), wanted: text(sql`wanted`) })
    .from(sql`(${find}) as breach`)
    .orderBy(sql`subject`)
  return rows.map(({ subject, found, wanted }) => ({
    invariant,
    subject: subject ?? '',
    words: says.replace('{found}', found ?? 'nothing').replace('{wanted}', wanted ?? 'nothing'),
  }))
}
