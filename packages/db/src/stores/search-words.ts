import { type Locale, locales } from '@comptoir/domain'
import { oneSlipAway } from '@comptoir/domain/catalog'
import { and, asc, desc, eq, inArray } from 'drizzle-orm'
import type { Reader, Writer } from '../database.ts'

const shortest = 3
const atOnce = 500

/** Notes the words that products are found by, and their beginnings; a word once noted stays, whether or not it still finds something. */
export async function noteWords(tx: Writer, words: Record<Locale, string>): Promise<void> {
  const { searchWords } = tx.tables
  for (const language of locales) {
    const own = [...new Set(words[language].split(' ').filter((word) => word.length >= shortest))].toSorted()
    const known = await find(tx, language, own)
    const fresh = own.filter((word) => !known.get(word))
    const whole = new Set(fresh)
    const begun = new Set(fresh.flatMap((word) => beginningsOf(word)).filter((one) => !whole.has(one)))
    const wholeRows = fresh.map((beginning) => ({ language, beginning, whole: true }))
    for (let i = 0; i < wholeRows.length; i += atOnce)
      await tx
        .insert(searchWords)
        .values(wholeRows.slice(i, i + atOnce))
        .onConflictDoUpdate({ target: [searchWords.language, searchWords.beginning], set: { whole: true } })
    const rows = [...begun].toSorted().map((beginning) => ({ language, beginning, whole: false }))
    for (let i = 0; i < rows.length; i += atOnce)
      await tx
        .insert(searchWords)
        .values(rows.slice(i, i + atOnce))
        .onConflictDoNothing()
  }
}

const beginningsOf = (word: string): string[] =>
  Array.from({ length: Math.max(0, word.length - shortest) }, (_, i) => word.slice(0, shortest + i))

/** Which of these are beginnings of words that were ever noted; true for a word itself. */
async function find(db: Reader, language: Locale, some: readonly string[]): Promise<Map<string, boolean>> {
  const { searchWords: w } = db.tables
  const known = new Map<string, boolean>()
  for (let i = 0; i < some.length; i += atOnce) {
    const rows = await db
      .select({ beginning: w.beginning, whole: w.whole })
      .from(w)
      .where(and(eq(w.language, language), inArray(w.beginning, some.slice(i, i + atOnce))))
    for (const { beginning, whole } of rows) known.set(beginning, whole)
  }
  return known
}

/** Those words of a search that no product can have; the last one counts as a beginning. Of words too short to be noted nothing is known. */
export async function listUnknown(db: Reader, language: Locale, tokens: readonly string[]): Promise<string[]> {
  const noted = tokens.filter((token) => token.length >= shortest)
  const known = await find(db, language, noted)
  return noted.filter((token) => (token === tokens.at(-1) ? !known.has(token) : known.get(token) !== true))
}

/** Words, or beginnings where `whole` is false, that one slip turned into this one: whole words and the longest first, at most `most`. */
export async function listNear(
  db: Reader,
  language: Locale,
  token: string,
  { whole, most }: { whole: boolean; most: number },
): Promise<string[]> {
  const { searchWords: w } = db.tables
  const near = inArray(w.beginning, oneSlipAway(token))
  const rows = await db
    .select({ beginning: w.beginning })
    .from(w)
    .where(and(eq(w.language, language), near, whole ? eq(w.whole, true) : undefined))
    .orderBy(desc(w.whole), asc(w.beginning))
    .limit(most)
  return rows.map(({ beginning }) => beginning)
}
