import { and, asc, eq, isNull, lt, lte, or, sql } from 'drizzle-orm'
import type { Id } from '@comptoir/domain'
import type { Reader, Writer } from '../database.ts'

export interface NewJob {
  id: Id<'event'>
  kind: string
  data: Record<string, string | number | boolean | null>
  runAt: Date
}
/** A job as a worker holds it: `attempts` counts this one, `lockedUntil` is when the hold ends. */
export interface Job extends NewJob {
  attempts: number
  lockedUntil: Date | null
}

/** Queues work in the transaction of its cause. */
export async function add(tx: Writer, job: NewJob): Promise<void> {
  await tx.insert(tx.tables.jobs).values({ ...job, attempts: 0, lockedUntil: null, doneAt: null, lastError: '' })
}

const free = (db: Reader, now: Date) => {
  const { jobs } = db.tables
  return and(isNull(jobs.doneAt), lte(jobs.runAt, now), or(isNull(jobs.lockedUntil), lte(jobs.lockedUntil, now)))
}

/** Jobs that are due and that nobody holds, oldest first. */
export async function listDue(db: Reader, now: Date, most: number): Promise<{ id: Id<'event'> }[]> {
  const { jobs } = db.tables
  return db.select({ id: jobs.id }).from(jobs).where(free(db, now)).orderBy(asc(jobs.runAt), asc(jobs.id)).limit(most)
}

/** Takes a due job until `lockedUntil`; undefined when another worker was quicker. */
export async function take(
  tx: Writer,
  id: Id<'event'>,
  { now, lockedUntil }: { now: Date; lockedUntil: Date },
): Promise<Job | undefined> {
  const { jobs } = tx.tables
  const [row] = await tx
    .update(jobs)
    .set({ lockedUntil, attempts: sql`${jobs.attempts} + 1` })
    .where(and(eq(jobs.id, id), free(tx, now)))
    .returning()
  return row
}

// Each hold has its own number of attempts: a worker that lost its hold cannot pass for the one that has it.
const held = (tx: Writer, { id, attempts }: Pick<Job, 'id' | 'attempts'>) => {
  const { jobs } = tx.tables
  return and(eq(jobs.id, id), eq(jobs.attempts, attempts), isNull(jobs.doneAt))
}

/** Marks a job done; false when the hold was lost meanwhile, and then nothing else of this transaction may stay. */
export async function finish(tx: Writer, job: Pick<Job, 'id' | 'attempts'>, now: Date): Promise<boolean> {
  const { jobs } = tx.tables
  const rows = await tx
    .update(jobs)
    .set({ doneAt: now, lockedUntil: null, lastError: '' })
    .where(held(tx, job))
    .returning({ id: jobs.id })
  return rows.length === 1
}

/** Lets go of a job that failed: it runs again at `runAt`. */
export async function putBack(
  tx: Writer,
  job: Pick<Job, 'id' | 'attempts'>,
  { runAt, error }: { runAt: Date; error: string },
): Promise<void> {
  const { jobs } = tx.tables
  await tx
    .update(jobs)
    .set({ runAt, lockedUntil: null, lastError: error.slice(0, 500) })
    .where(held(tx, job))
}

/** Drops jobs that were done before `before`. */
export async function dropDone(tx: Writer, before: Date): Promise<void> {
  await tx.delete(tx.tables.jobs).where(lt(tx.tables.jobs.doneAt, before))
}
