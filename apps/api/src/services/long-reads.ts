import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { pathOf, type Reader, repoRoot } from '@comptoir/db'
import { type LongTask, type LongTasks, runLongTask } from './long-tasks.ts'

type Told = (done: number, of: number) => void

/** Reads that may last longer than a request should wait for another's: they never run on the event loop (HOUSE 8b). */
export interface LongReads {
  run<N extends LongTask>(name: N, input: LongTasks[N]['input'], onProgress?: Told): Promise<LongTasks[N]['answer']>
  /** Ends those that nobody waits for at a page; the counts of calls in flight go on. */
  stop(): Promise<void>
  /** Ends them all. */
  close(): Promise<void>
}
/** What the thread is asked. */
export type LongRequest<N extends LongTask = LongTask> = { id: number; name: N; input: LongTasks[N]['input'] }
type LongReply = { id: number } & (
  | { answer: LongTasks[LongTask]['answer'] }
  | { progress: { done: number; of: number } }
  | { error: unknown }
)

/** On the connections at hand: PostgreSQL does the work in its own processes, and tests have little to read. */
export const readsAtHand = (db: Reader): LongReads => ({
  run: (name, input, onProgress) => runLongTask(db, name, input, onProgress),
  stop: async () => {},
  close: async () => {},
})

interface Waiting {
  resolve: (answer: never) => void
  reject: (error: unknown) => void
  onProgress: Told | undefined
}

const fromSource = import.meta.filename.endsWith('.ts')
const workerFile = (): string =>
  path.join(repoRoot(), 'apps/api', fromSource ? 'src/services/long-reads.worker.ts' : 'dist/long-reads.worker.mjs')

/** A thread that did nothing for this long ends, and gives its memory back. */
const restMs = 10_000

/** What a page waits for: it must not stand behind a check that lasts minutes. */
const counts: ReadonlySet<LongTask> = new Set<LongTask>(['facets', 'overview'])

/** In two threads, one for checks and one for counts. */
export function readsInThread(databaseUrl: string, options: { idleMs?: number } = {}): LongReads {
  const [checking, counting] = [oneThread(databaseUrl, options), oneThread(databaseUrl, options)]
  return {
    run: (name, input, onProgress) => (counts.has(name) ? counting : checking).run(name, input, onProgress),
    stop: () => checking.stop(),
    async close() {
      await checking.stop()
      await counting.stop()
    },
  }
}

/** A thread with a read-only connection to the SQLite file; it starts at the first question and ends when there are none. */
function oneThread(databaseUrl: string, { idleMs = restMs }: { idleMs?: number }): Pick<LongReads, 'run' | 'stop'> {
  let worker: Worker | undefined
  let rest: NodeJS.Timeout | undefined
  let last = 0
  const waiting = new Map<number, Waiting>()

  const end = async () => {
    const ending = worker
    worker = undefined
    await ending?.terminate()
  }
  function start(): Worker {
    const started = new Worker(workerFile(), { workerData: { path: pathOf(databaseUrl) } })
    // The shop may close while the thread waits for questions.
    started.unref()
    const fail = (error: unknown) => {
      if (worker === started) worker = undefined
      for (const { reject } of waiting.values()) reject(error)
      waiting.clear()
    }
    started.on('error', fail)
    started.on('exit', () => worker === started && fail(new Error('the thread of the long reads ended')))
    started.on('message', (reply: LongReply) => hear(reply))
    return started
  }
  function hear(reply: LongReply): void {
    const one = waiting.get(reply.id)
    if (one === undefined) return
    if ('progress' in reply) return one.onProgress?.(reply.progress.done, reply.progress.of)
    waiting.delete(reply.id)
    if ('error' in reply) one.reject(reply.error)
    else one.resolve(reply.answer as never)
    if (waiting.size === 0) rest = setTimeout(() => void end(), idleMs).unref()
  }
  return {
    run(name, input, onProgress) {
      clearTimeout(rest)
      const thread = (worker ??= start())
      const id = ++last
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject, onProgress })
        thread.postMessage({ id, name, input }, [])
      })
    },
    async stop() {
      clearTimeout(rest)
      for (const { reject } of waiting.values()) reject(new Error('the shop is closing'))
      waiting.clear()
      await end()
    },
  }
}
