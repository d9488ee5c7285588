import type { Locale } from '@comptoir/domain'
import { type SQL, sql } from 'drizzle-orm'
import type { Dialect } from './database.ts'
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

export const sqliteDialect: Dialect = {
  name: 'sqlite',
  matchWords: matcher(sqliteTables, (tokens) => {
    const query = `${tokens.map((token) => `"${token}"`).join(' AND ')} *`
    return sql`${sqliteTables.productWords.no} in (select rowid from product_words_fts where product_words_fts match ${query})`
  }),
  quarterOf: (instant) => sql`(${instant} / 900000)`,
}

export const postgresDialect: Dialect = {
  name: 'postgres',
  matchWords: matcher(postgresTables, (tokens) => {
    const query = `${tokens.map((token) => `'${token}'`).join(' & ')}:*`
    // Not to_tsvector: its parser takes the folded word 2e0b apart, as a number and a rest; the index is in guards.ts.
    return sql`array_to_tsvector(array_remove(string_to_array(${postgresTables.productWords.words}, ' '), '')) @@ ${query}::tsquery`
  }),
  quarterOf: (instant) => sql`floor(extract(epoch from ${instant}) / 900)`,
}
