import type { Database, Writer } from '@comptoir/db'
import * as jobs from '@comptoir/db/stores/jobs'
import type { Services } from '../context.ts'

/**
 * Does one job. Outside work comes first, with a key made from the job's id; what it returns runs in the write that marks the job
 * done, so that its effect happens once even with two workers. What throws is tried again, later and later.
 */
export type JobHandler = (job: jobs.Job) => Promise<((tx: Writer) => Promise<void>) | void>

/** The background work of one process. */
export interface Jobs {
  /** Registers a sweep: runs at the start and then each `ms`, by the shop's clock. */
  every(ms: number, name: string, work: () => Promise<unknown>): void
  /** Runs every sweep and job that is due, and resolves when they are done. */
  runDue(): Promise<void>
  /** Takes no new work and waits for what is under way. */
  stop(): Promise<void>
}

const leaseMs = 60_000
const batch = 20
/** 1 s, 2 s, 4 s … up to an hour. */
const backOffMs = (attempts: number) => Math.min(3_600_000, 1000 * 2 ** Math.min(attempts - 1, 12))

/** Starts the worker; `pollMs: null` leaves the running to `runDue()`. */
export function startJobs(
  { db, clock, log }: { db: Database } & Pick<Services, 'clock' | 'log'>,
  handlers: Readonly<Record<string, JobHandler>>,
  { pollMs = 1000 }: { pollMs?: number | null } = {},
): Jobs {
  const sweeps = new Map<string, { ms: number; work: () => Promise<unknown>; lastAt: number }>()
  let stopped = false

  async function sweep(): Promise<void> {
    for (const [name, one] of sweeps) {
      const now = clock().getTime()
      // A clock that went back must not silence a sweep.
      if (stopped || (now - one.lastAt < one.ms && now >= one.lastAt)) continue
      one.lastAt = now
      try {
        await one.work()
      } catch (error) {
        log.error({ err: error, sweep: name }, 'a sweep failed; it runs again at its next turn')
      }
    }
  }

  async function work(): Promise<void> {
    for (;;) {
      const due = await jobs.listDue(db.read, clock(), batch)
      for (const { id } of due) {
        if (stopped) return
        const now = clock()
        const lockedUntil = new Date(now.getTime() + leaseMs)
        const job = await db.write((tx) => jobs.take(tx, id, { now, lockedUntil }))
        if (job !== undefined) await run(job)
      }
      if (due.length < batch || stopped) return
    }
  }

  async function run(job: jobs.Job): Promise<void> {
    try {
      const handler = handlers[job.kind]
      if (handler === undefined) throw new Error(`no handler for jobs of kind "${job.kind}"`)
      const effect = await handler(job)
      const now = clock()
      await db.write(async (tx) => {
        if (!(await jobs.finish(tx, job, now))) throw new Error('another worker took this job over')
        await effect?.(tx)
      })
    } catch (error) {
      log.error(
        { err: error, job: job.id, kind: job.kind, attempts: job.attempts },
        'a job failed; it will be tried again',
      )
      const runAt = new Date(clock().getTime() + backOffMs(job.attempts))
      await db.write((tx) => jobs.putBack(tx, job, { runAt, error: String(error) }))
    }
  }

  let last: Promise<void> = Promise.resolve()
  const runDue = (): Promise<void> =>
    (last = last
      .catch(() => {})
      .then(async () => {
        if (stopped) return
        await sweep()
        await work()
      }))

  let running = false
  const tick = async () => {
    if (running) return
    running = true
    try {
      await runDue()
    } catch (error) {
      log.error({ err: error }, 'the background work stopped short; it goes on at the next turn')
    } finally {
      running = false
    }
  }
  const timer = pollMs === null ? undefined : setInterval(() => void tick(), pollMs).unref()
  return {
    every: (ms, name, work) => void sweeps.set(name, { ms, work, lastAt: -Infinity }),
    runDue,
    async stop() {
      stopped = true
      clearInterval(timer)
      await last.catch(() => {})
    },
  }
}
