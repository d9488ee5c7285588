import { type Locale, locales } from '@comptoir/domain'
import { oneSlipAway } from '@comptoir/domain/catalog'
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Reader, Writer } from '../database.ts'
import { prepared } from '../prepared.ts'
import { categoryAmong, isMark } from './search-marks.ts'

/** Shorter words are not noted. */
export const shortest = 3
const atOnce = 500
/** What more kinds of product have says too little about where it is to be found. */
const mostKinds = 256

/**
 * The kind of a product, one character: what stands in the same category and is called by the same first word has mostly the same words.
 * `words` begin with its name.
 */
export function kindOf(words: string, marks: string): string {
  const [name = ''] = words.split(' ', 1)
  const letters = `${name}000000`.slice(0, 6)
  const category = categoryAmong(marks) ?? '0'
  return String.fromCharCode(
    [...category, ...letters].reduce((sum, one) => (sum * 37 + one.charCodeAt(0)) % 16_381, 0) + 0x4e00,
  )
}

/** What a product is found by: words in each language, and marks. */
interface Noted {
  words: Record<Locale, string>
  marks: string
}

/**
 * Notes the words that products are found by, their beginnings and marks, and for which kind of product; what was once noted stays, whether or
 * not it still finds something.
 */
export async function noteWords(tx: Writer, { words, marks }: Noted): Promise<void> {
  const { searchWords: w } = tx.tables
  const whole = sql`${w.whole} or excluded.whole`
  const kinds = sql`case when ${w.kinds} like '%' || excluded.kinds || '%' then ${w.kinds}
    when length(${w.kinds}) < ${mostKinds} then ${w.kinds} || excluded.kinds end`
  const news = sql`${w.whole} < excluded.whole or ${w.kinds} not like '%' || excluded.kinds || '%'`
  for (const language of locales) {
    const kind = kindOf(words[language], marks)
    const long = words[language].split(' ').filter((word) => word.length >= shortest)
    const own = [...new Set([...long, ...marks.split(' ').filter((mark) => mark !== '')])]
    const known = await findNoted(tx, language, own)
    const fresh = new Set(own.filter((word) => !isNoted(known.get(word), kind)))
    const begun = new Set([...fresh].flatMap((word) => [...beginningsOf(word), word]))
    const rows = [...begun]
      .toSorted()
      .map((beginning) => ({ language, beginning, whole: fresh.has(beginning), kinds: kind }))
    for (let i = 0; i < rows.length; i += atOnce)
      await tx
        .insert(w)
        .values(rows.slice(i, i + atOnce))
        .onConflictDoUpdate({ target: [w.language, w.beginning], set: { whole, kinds }, setWhere: news })
  }
}

/** Whether this kind of product has something that is called, or begins, like this. */
export const isOfKind = (known: Known | undefined, kind: string): boolean =>
  known !== undefined && (known.kinds === null || known.kinds.includes(kind))

/** Whether this kind of product has this very word. */
export const isNoted = (known: Known | undefined, kind: string): boolean =>
  known?.whole === true && isOfKind(known, kind)

/** What is noted besides a word, so that whoever has not written it to its end finds it. */
export const beginningsOf = (word: string): string[] =>
  Array.from({ length: Math.max(0, word.length - shortest) }, (_, i) => word.slice(0, shortest + i))

interface Known {
  whole: boolean
  kinds: string | null
}

/** Which of these were ever noted: as whole words or as beginnings, of which kinds of product. */
export async function findNoted(db: Reader, language: Locale, some: readonly string[]): Promise<Map<string, Known>> {
  const { searchWords: w } = db.tables
  const known = new Map<string, Known>()
  for (let i = 0; i < some.length; i += atOnce) {
    const rows = await db
      .select({ beginning: w.beginning, whole: w.whole, kinds: w.kinds })
      .from(w)
      .where(and(eq(w.language, language), inArray(w.beginning, some.slice(i, i + atOnce))))
    for (const { beginning, ...row } of rows) known.set(beginning, row)
  }
  return known
}

const kindsOf = prepared(({ tables: { searchWords: w }, ...db }: Reader, hole) =>
  db
    .select({ beginning: w.beginning, kinds: w.kinds })
    .from(w)
    .where(
      and(
        eq(w.language, hole('language', w.language)),
        sql`${w.beginning} in (select value from json_each(${hole('all', w.beginning)}))`,
      ),
    ),
)

/**
 * Whether no kind of product has something of each of these lists of words and marks: the index need not be read to the end of all its lists.
 * Of words too short to be noted, and of what no product was ever noted with, nothing is known.
 */
export async function isHeldByNone(
  db: Reader,
  language: Locale,
  lists: readonly (readonly string[])[],
): Promise<boolean> {
  const asked = lists.filter((list) => list.some((one) => one.length >= shortest || isMark(one)))
  // Engines that read in an order of their own have no lists to be spared.
  if (db.textIndex === null || asked.length < 2) return false
  const rows = await kindsOf(db, { language, all: JSON.stringify(asked.flat()) })
  const known = new Map(rows.map(({ beginning, kinds }) => [beginning, kinds]))
  const told = asked.flatMap((list) => {
    const kinds = list.filter((one) => known.has(one)).map((one) => known.get(one) ?? null)
    return kinds.length === 0 || kinds.includes(null) ? [] : [kinds.join('')]
  })
  const [fewest = '', ...others] = told.toSorted((a, b) => a.length - b.length)
  return others.length > 0 && ![...fewest].some((kind) => others.every((kinds) => kinds.includes(kind)))
}

/** Those words of a search that no product can have; the last one counts as a beginning. Of words too short to be noted nothing is known. */
export async function listUnknown(db: Reader, language: Locale, tokens: readonly string[]): Promise<string[]> {
  const noted = tokens.filter((token) => token.length >= shortest)
  const known = await findNoted(db, language, noted)
  return noted.filter((token) => (token === tokens.at(-1) ? !known.has(token) : known.get(token)?.whole !== true))
}

/** Words, or beginnings too where `whole` is false, that one slip turned into this one: words first, then the longest, at most `most`. */
export async function listNear(
  db: Reader,
  language: Locale,
  token: string,
  { whole, most }: { whole: boolean; most: number },
): Promise<{ word: string; whole: boolean }[]> {
  const { searchWords: w } = db.tables
  const near = inArray(w.beginning, oneSlipAway(token))
  return db
    .select({ word: w.beginning, whole: w.whole })
    .from(w)
    .where(and(eq(w.language, language), near, whole ? eq(w.whole, true) : undefined))
    .orderBy(desc(w.whole), desc(sql`length(${w.beginning})`), asc(w.beginning))
    .limit(most)
}
