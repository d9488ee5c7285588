import { createHash } from 'node:crypto'
import type { Reader } from '@comptoir/db'
import { sql } from 'drizzle-orm'

/** What a refused call may leave: counts of tries, keys, when a session or a token was last used, a check that ended meanwhile. */
const besides = new Set(['limits', 'idempotency', 'sessions', 'tokenUses', 'upkeep'])

export type Digests = ReadonlyMap<string, string>
export interface Rows {
  /** Whether anything at all was committed since the last question. */
  moved(): Promise<boolean>
  /** A digest of each business table. */
  digests(): Promise<Digests>
}

/** Watches the rows of a shop through a connection of its own. */
export function rowsOf(read: Reader): Rows {
  const { commits } = read
  const no = sql<number>`cast(pg_snapshot_xmax(pg_current_snapshot())::text as bigint)`.mapWith(Number)
  const number = async () =>
    commits === null ? (await read.select({ no }).from(sql`(values (1)) as one`))[0]?.no : commits()
  let last: number | undefined
  return {
    async moved() {
      const before = last
      last = await number()
      return last !== before
    },
    async digests() {
      const all = new Map<string, string>()
      for (const [name, table] of Object.entries(read.tables)) {
        if (besides.has(name)) continue
        const rows = (await read.select().from(table)).map((row) => textOf(name, row)).toSorted()
        all.set(name, createHash('sha1').update(rows.join('\n')).digest('base64'))
      }
      return all
    },
  }
}

// Events get their positions after the commit, in the background.
const textOf = (table: string, row: Record<string, unknown>): string =>
  table === 'outbox'
    ? JSON.stringify({ ...row, position: null })
    : table === 'counters' && row['name'] === 'outbox_position'
      ? ''
      : JSON.stringify(row)

/** The tables whose rows are no longer the same. */
export const changedTables = (before: Digests, after: Digests): string[] =>
  [...after].filter(([name, digest]) => before.get(name) !== digest).map(([name]) => name)
