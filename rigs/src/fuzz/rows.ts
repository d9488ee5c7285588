import type { Reader } from '@comptoir/db'
import { getTableColumns, getTableName, type SQL, sql } from 'drizzle-orm'

/** What a refused call may leave: counts of tries, keys, when a session or a token was last used, a check that ended meanwhile. */
const besides = new Set(['limits', 'idempotency', 'sessions', 'tokenUses', 'upkeep'])

/** All rows of each business table, in one text for each. */
export type Digests = ReadonlyMap<string, string>
export interface Rows {
  /** Whether anything at all was committed since the last question. */
  moved(): Promise<boolean>
  digests(): Promise<Digests>
}

/** Watches the rows of a shop through a connection of its own. */
export function rowsOf(read: Reader): Rows {
  const { commits } = read
  const no = sql<number>`cast(pg_snapshot_xmax(pg_current_snapshot())::text as bigint)`.mapWith(Number)
  const number = async () =>
    commits === null ? (await read.select({ no }).from(sql`(values (1)) as one`))[0]?.no : commits()
  let last: number | undefined
  // The engine writes the texts itself, all in one statement that is built once: this is asked after each commit.
  const tables = Object.entries(read.tables).filter(([name]) => !besides.has(name))
  const texts = sql.join(
    tables.map(([name, table]) => textOf(read, name, table)),
    sql` union all `,
  )
  const all = read
    .select({ name: sql<string>`name`, text: sql<string | null>`rows_text` })
    .from(sql`(${texts}) as every_table`)
    .prepare()
  return {
    async moved() {
      const before = last
      last = await number()
      return last !== before
    },
    digests: async () => new Map((await all.execute()).map(({ name, text }) => [name, text ?? ''])),
  }
}

type Table = Reader['tables'][keyof Reader['tables']]

/** A statement of one row: the table's name, and all that it holds. */
function textOf(read: Reader, name: string, table: Table): SQL {
  // Events get their positions after the commit, in the background.
  const columns = Object.entries(getTableColumns(table)).filter(([key]) => name !== 'outbox' || key !== 'position')
  const counted = name === 'counters' ? sql` where name <> 'outbox_position'` : sql``
  const text = (column: SQL) =>
    read.dialect.name === 'sqlite' ? sql`quote(${column})` : sql`coalesce(quote_literal(${column}::text), '')`
  const row = sql.join(
    columns.map(([key]) => text(sql`t.${sql.identifier(snake(key))}`)),
    sql` || ',' || `,
  )
  const rows =
    read.dialect.name === 'sqlite'
      ? sql`group_concat(${row}, char(10))`
      : sql`string_agg(${row}, chr(10) order by ${row})`
  return sql`select cast(${name} as text) as name, (select ${rows} from ${sql.identifier(getTableName(table))} t${counted}) as rows_text`
}
const snake = (key: string): string => key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** The tables whose rows are no longer the same. */
export const changedTables = (before: Digests, after: Digests): string[] =>
  [...after].filter(([name, text]) => before.get(name) !== text).map(([name]) => name)
