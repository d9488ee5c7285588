import { type Breach, checkBooks, damageIn, type Reader } from '@comptoir/db'
import { type Facets, readFacets } from '@comptoir/db/stores/product-facets'
import type { ProductFilter } from '@comptoir/db/stores/product-filters'
import { sql } from 'drizzle-orm'
import { overview, type OverviewAsked } from '../features/stats/overview.ts'
import type { StatsView } from '../features/stats/stats-view.ts'

type Told = (done: number, of: number) => void

/** Reads that may last: what each is asked and answers. Both travel between threads, so they are plain values and dates. */
export interface LongTasks {
  /** `now`: also what an open shop should have done by then. */
  checkBooks: { input: { now: Date | null }; answer: Breach[] }
  /** What the engine finds wrong with its own file; empty when it is sound. */
  fileFaults: { input: null; answer: string[] }
  /** What a list of products holds, counted. */
  facets: { input: ProductFilter; answer: Facets }
  /** The shop's figures for a range of days. */
  overview: { input: OverviewAsked; answer: StatsView }
}
export type LongTask = keyof LongTasks

const tasks: {
  [N in LongTask]: (db: Reader, input: LongTasks[N]['input'], onProgress?: Told) => Promise<LongTasks[N]['answer']>
} = {
  checkBooks: (db, { now }, onProgress) => checkBooks(db, { now: now ?? undefined, onProgress }),
  facets: (db, filter) => readFacets(db, filter),
  overview: (db, asked) => overview(db, asked),
  async fileFaults(db) {
    const { pages } = db.dialect.faults
    const faults = db
      .select({ subject: sql<string>`subject`, found: sql<string | null>`found` })
      .from(sql`(${pages}) as fault`)
    return faults.then(
      (rows) => rows.map(({ subject, found }) => found ?? subject),
      // The engine stops at a page that it cannot read: that is an answer too.
      (error: unknown) => [damageIn(error)],
    )
  },
}

/** Does one of them on a reader. */
export const runLongTask = <N extends LongTask>(
  db: Reader,
  name: N,
  input: LongTasks[N]['input'],
  onProgress?: Told,
): Promise<LongTasks[N]['answer']> => tasks[name](db, input, onProgress)
