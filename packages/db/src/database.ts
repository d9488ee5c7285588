import type { Locale } from '@comptoir/domain'
import type { SQL } from 'drizzle-orm'
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'
import type { Tables } from './tables/index.ts'
import type { TextIndex } from './text-index.ts'

type Queries = BaseSQLiteDatabase<'async', unknown>

/** What differs between the engines and cannot be said in columns: one named helper each, no `if (dialect)` in the app. */
export interface Dialect {
  readonly name: 'sqlite' | 'postgres'
  /**
   * What a search looks for, in the engine's own language: all of the words, the last one as a beginning, and where the engine can use them
   * one of each list of marks. Null where there is no word.
   */
  phraseOf(
    language: Locale,
    tokens: readonly string[],
    marks?: readonly (readonly string[])[],
    index?: TextIndex | null,
  ): string | null
  /** Whether the engine can use marks in a search. */
  readonly readsMarks: boolean
  /** A table `found` of `no` (in the order of popularity) and `search_no`: the products whose words in a language hold a phrase of it. */
  foundWords(language: SQL, phrase: SQL): SQL
  /** The whole quarters of an hour since 1970 of an instant: the days of every time zone begin on one. */
  quarterOf(instant: SQL): SQL
  /** The calendar day (YYYY-MM-DD) of a number of days since 1970. */
  dayText(day: SQL): SQL
  /** A statement with one row: `bytes`, the size of the data on the disk. */
  readonly size: SQL
  /** What the engine itself finds wrong, each a statement with rows of `subject`, `found` and `wanted` (check-books). */
  readonly faults: {
    /** Pages and indexes that are not as they should be. */
    readonly pages: SQL
    /** Rows that point to a row that is not there. */
    readonly references: SQL
    /** Append-only tables whose guard is gone. */
    readonly guards: SQL
    /** Words of products that the text index does not find. */
    readonly unfound: SQL
    /** Rows of the text index that no product has words for. */
    readonly strayWords: SQL
  }
}

/** Reads the last commit; it cannot change anything, and the types make that so. */
export type Reader = Pick<Queries, 'select' | 'selectDistinct' | '$count'> & {
  readonly tables: Tables
  readonly dialect: Dialect
  /**
   * Asks at once for a number that is another one after each commit, of this process or of any other: two equal numbers mean that
   * everything read in between is still right. Null where the engine has none that is cheap.
   */
  readonly commits: (() => number) | null
  /**
   * Says that whatever is read in what is left of this turn of the event loop was asked for before the turn: it may be of one moment. For who
   * hands on requests as their sockets become ready. Null where each statement is a moment of its own.
   */
  readonly shareTurn: (() => void) | null
  /** What the text index tells of itself. Null where the engine finds the best way of reading it alone. */
  readonly textIndex: TextIndex | null
}

/** Reads and changes inside one transaction. */
export type Writer = Reader & Pick<Queries, 'insert' | 'update' | 'delete'> & { readonly writes: true }

/**
 * The port to the data. Rules inside `write` (HOUSE 5): await only `tx`; the work may run twice, so make ids and `now` before;
 * never `write` inside `write`; never catch and go on; at most about 200 rows.
 */
export interface Database {
  readonly read: Reader
  readonly dialect: Dialect
  write<T>(work: (tx: Writer) => Promise<T>): Promise<T>
  close(): Promise<void>
}

type Opened<Verb extends string> = Record<Verb, (...args: never[]) => unknown>
type Face = Pick<Reader, 'tables' | 'dialect' | 'commits' | 'shareTurn' | 'textIndex'>

// The cast of opened connections: builders are thenable, so a sync driver answers `await` like an async one, and the
// port offers only builders that both engines' Drizzle spell alike.
const faceOf = <P>(verbs: Opened<string>, face: Face): P => ({ ...verbs, ...face }) as unknown as P

/** The reading side of an opened Drizzle database: it has no other verbs, also at run time. */
export function readerOf(db: Opened<'select' | 'selectDistinct' | '$count'>, face: Face): Reader {
  const { select, selectDistinct, $count } = db
  return faceOf({ select: select.bind(db), selectDistinct: selectDistinct.bind(db), $count: $count.bind(db) }, face)
}

/** The writing side. */
export function writerOf(
  db: Opened<'select' | 'selectDistinct' | '$count' | 'insert' | 'update' | 'delete'>,
  face: Face,
): Writer {
  const verbs = { insert: db.insert.bind(db), update: db.update.bind(db), delete: db.delete.bind(db) }
  return Object.assign(readerOf(db, face), faceOf<Pick<Writer, keyof typeof verbs>>(verbs, face), {
    writes: true as const,
  })
}
