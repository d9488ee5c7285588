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

function matcher(tables: Tables, condition: (tokens: readonly string[]) => SQL): Dialect['matchWords'] {
  return (language: Locale, tokens: readonly string[]) => {
    const words = clean(tokens)
    const inLanguage = sql`${tables.productWords.language} = ${language}`
    return words.length === 0 ? inLanguage : sql`(${inLanguage} and ${condition(words)})`
  }
}

const guarded = sql.join(
  appendOnlyTables.map((name) => sql`select cast(${name} as text) as name`),
  sql` union all `,
)

export const sqliteDialect: Dialect = {
  name: 'sqlite',
  matchWords: matcher(sqliteTables, (tokens) => {
    const query = `${tokens.map((token) => `"${token}"`).join(' AND ')} *`
    return sql`${sqliteTables.productWords.no} in (select rowid from product_words_fts where product_words_fts match ${query})`
  }),
  quarterOf: (instant) => sql`(${instant} / 900000)`,
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
  matchWords: matcher(postgresTables, (tokens) => {
    const query = `${tokens.map((token) => `'${token}'`).join(' & ')}:*`
    // Not to_tsvector: its parser takes the folded word 2e0b apart, as a number and a rest; the index is in guards.ts.
    return sql`array_to_tsvector(array_remove(string_to_array(${postgresTables.productWords.words}, ' '), '')) @@ ${query}::tsquery`
  }),
  quarterOf: (instant) => sql`floor(extract(epoch from ${instant}) / 900)`,
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
