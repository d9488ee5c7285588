import type { Locale } from '@comptoir/domain'
import { type SQL, sql } from 'drizzle-orm'
import type { Dialect } from './database.ts'
import { appendOnlyTables } from './guards.ts'
import type { Tables } from './tables/index.ts'
import { postgresTables } from './tables.postgres.ts'
import { sqliteTables } from './tables.sqlite.ts'

// Tokens come folded from domain; whatever else is in them never reaches the engines' query languages.
const clean = (tokens: readonly string[]) =>
  tokens.map((token) => token.replaceAll(/[^a-z0-9]/g, '')).filter((token) => token !== '')

function finder(tables: Tables, matching: (tokens: readonly string[], language: Locale) => SQL): Dialect['foundWords'] {
  const { productWords: w } = tables
  return (language: Locale, tokens: readonly string[]) => {
    const words = clean(tokens)
    if (words.length > 0) return sql`(${matching(words, language)}) as found`
    return sql`(select ${w.no}, ${w.productId} from ${w} where ${w.language} = ${language}) as found`
  }
}

const guarded = sql.join(
  appendOnlyTables.map((name) => sql`select cast(${name} as text) as name`),
  sql` union all `,
)

/** So many first letters of a word have an index of their own (guards.ts). */
const indexedLetters = 3
const phrase = (tokens: readonly string[]) => `${tokens.map((token) => `"${token}"`).join(' AND ')} *`

export const sqliteDialect: Dialect = {
  name: 'sqlite',
  // The text index comes first and gives its rows in the order of popularity: a page ends the reading.
  foundWords: finder(
    sqliteTables,
    // Its own number is the row of the index: by any other the engine would sort all that it finds.
    (tokens, language) => sql`select product_words_fts.rowid as no, w.product_id from product_words_fts
      cross join product_words w on w.no = product_words_fts.rowid
      where product_words_fts match ${phrase(tokens)} and w.language = ${language}`,
  ),
  // A beginning of more letters than have an index is merged from all of its words before the first row comes.
  foundSoon(language, tokens, { after, most }) {
    const words = clean(tokens)
    const last = words.at(-1) ?? ''
    if (last.length <= indexedLetters) return null
    const near = phrase([...words.slice(0, -1), last.slice(0, indexedLetters)])
    return sql`(select no, product_id from (select w.no, w.product_id, w.language, w.words from product_words_fts
      cross join product_words w on w.no = product_words_fts.rowid
      where product_words_fts match ${near} and product_words_fts.rowid > ${after} order by product_words_fts.rowid limit ${most})
      where language = ${language} and instr(' ' || words, ${` ${last}`}) > 0) as found`
  },
  quarterOf: (instant) => sql`(${instant} / 900000)`,
  dayText: (day) => sql`date((${day}) * 86400, 'unixepoch')`,
  size: sql`select page_count * page_size as bytes from pragma_page_count, pragma_page_size`,
  faults: {
    pages: sql`select 'the file' as subject, quick_check as found, null as wanted from pragma_quick_check
      where quick_check <> 'ok'`,
    references: sql`select "table" || ' ' || coalesce(rowid, 0) as subject, "parent" as found, null as wanted
      from pragma_foreign_key_check`,
    guards: sql`select name as subject, null as found, null as wanted from (${guarded}) as guarded
      where (select count(*) from sqlite_schema where type = 'trigger' and tbl_name = guarded.name
        and sqlite_schema.name in (guarded.name || '_no_update', guarded.name || '_no_delete')) < 2`,
  },
}

export const postgresDialect: Dialect = {
  name: 'postgres',
  foundWords: finder(postgresTables, (tokens, language) => {
    const { productWords: w } = postgresTables
    const query = `${tokens.map((token) => `'${token}'`).join(' & ')}:*`
    // Not to_tsvector: its parser takes the folded word 2e0b apart, as a number and a rest; the index is in guards.ts.
    return sql`select ${w.no}, ${w.productId} from ${w} where ${w.language} = ${language}
      and array_to_tsvector(array_remove(string_to_array(${w.words}, ' '), '')) @@ ${query}::tsquery`
  }),
  foundSoon: () => null,
  quarterOf: (instant) => sql`floor(extract(epoch from ${instant}) / 900)::integer`,
  dayText: (day) => sql`to_char(date '1970-01-01' + (${day}), 'YYYY-MM-DD')`,
  size: sql`select pg_database_size(current_database()) as bytes`,
  faults: {
    pages: sql`select c.relname as subject, null as found, null as wanted from pg_index i
      join pg_class c on c.oid = i.indexrelid where not i.indisvalid`,
    references: sql`select conname as subject, conrelid::regclass::text as found, null as wanted
      from pg_constraint where contype = 'f' and not convalidated`,
    guards: sql`select name as subject, null as found, null as wanted from (${guarded}) as guarded
      where (select count(*) from pg_trigger where tgrelid = to_regclass(guarded.name) and tgenabled <> 'D'
        and tgname in (guarded.name || '_no_change', guarded.name || '_no_truncate')) < 2`,
  },
}
