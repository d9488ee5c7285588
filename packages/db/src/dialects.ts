import { locales } from '@comptoir/domain'
import { sql } from 'drizzle-orm'
import type { Dialect } from './database.ts'
import { appendOnlyTables } from './guards.ts'
import { postgresTables } from './tables.postgres.ts'
import { listBegun, listOf, listOfAny, shortestFirst } from './text-index.ts'

// Tokens come folded from domain; whatever else is in them never reaches the engines' query languages.
const clean = (tokens: readonly string[]) =>
  tokens.map((token) => token.replaceAll(/[^a-z0-9]/g, '')).filter((token) => token !== '')

const guarded = sql.join(
  appendOnlyTables.map((name) => sql`select cast(${name} as text) as name`),
  sql` union all `,
)

const nothing = sql`select null as subject, null as found, null as wanted where 1 = 0`

export const sqliteDialect: Dialect = {
  name: 'sqlite',
  phraseOf(language, tokens, marks = [], index = null) {
    const all = clean(tokens)
    if (all.length === 0) return null
    const words = all.map((token, i) =>
      i === all.length - 1 ? listBegun(language, token, index) : listOf(`${language}${token}`),
    )
    const some = marks.filter((list) => list.length > 0)
    const lists = [...words, ...some.map((list) => listOfAny(list.map((mark) => listOf(`${language}${mark}`))))]
    // Two lists are read as far in either order.
    const ordered = index === null || lists.length < 3 ? lists : shortestFirst(lists, index)
    // A plain AND reads on in all of its lists at once; after a NOT, each list is read only for what all before it hold. No word begins with 0.
    return ordered.map(({ phrase }) => phrase).reduce((held, one) => `((${held} AND ${one}) NOT "0")`)
  },
  readsMarks: true,
  // The text index gives its rows in the order of popularity: a page ends the reading. Each number tells its product; the phrase, its language.
  foundWords: (_language, phrase) => sql`(select product_words_fts.rowid as no, product_words_fts.rowid / 2 as search_no
    from product_words_fts where product_words_fts match ${phrase}) as found`,
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
    // The first word of each row stands for all: a row that was not put in, or was taken out, is not found by any. Of a word with signs that
    // no search has, the index would make several.
    unfound: sql`select product_id as subject, language as found, null as wanted from (
      select no, product_id, language, substr(words, 1, instr(words || ' ', ' ') - 1) as word from product_words) as told
      where case when word glob '*[^a-z0-9]*' then true else not exists (select 1 from product_words_fts
        where product_words_fts match '"' || told.language || told.word || '"' and product_words_fts.rowid = told.no) end`,
    strayWords: sql`select rowid as subject, null as found, null as wanted from product_words_fts
      where product_words_fts match ${locales.map((locale) => `${locale}*`).join(' OR ')}
      and rowid not in (select no from product_words)`,
  },
}

export const postgresDialect: Dialect = {
  name: 'postgres',
  phraseOf(_language, tokens) {
    const all = clean(tokens).map((token) => `'${token}'`)
    return all.length === 0 ? null : `${all.join(' & ')}:*`
  },
  readsMarks: false,
  // Not to_tsvector: its parser takes the folded word 2e0b apart, as a number and a rest; the index is in guards.ts.
  foundWords(language, phrase) {
    const { productWords: w } = postgresTables
    return sql`(select ${w.no}, ${w.no} / 2 as search_no from ${w} where ${w.language} = ${language}
      and array_to_tsvector(array_remove(string_to_array(${w.words}, ' '), '')) @@ ${phrase}::tsquery) as found`
  },
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
    // The engine keeps its index with the rows, and `pages` tells one that is not valid.
    ...{ unfound: nothing, strayWords: nothing },
  },
}
