import { type ChildProcess, fork } from 'node:child_process'
import { bundleWorker, type Mutant } from './bundle-worker.ts'
import type { Run } from './simulate.ts'
import type { Asked } from './worker.ts'

export interface Plan {
  seeds: readonly number[]
  steps: number
  /** How many seeds are played a second time, to see whether they tell the same story. */
  twice: number
  workers?: number
  mutant?: Mutant
  /** Stops at the first seed that is red. */
  untilRed?: boolean
}
export interface Outcome {
  runs: number
  /** What was tried and hit in all runs together, by name. */
  counts: Map<string, number>
  /** The first of the seeds that went red, and why. */
  red: Run | null
}

/** How to see a red seed again. */
export const replayOf = ({ seed }: Pick<Run, 'seed'>, steps: number): string =>
  `pnpm simulate --seed ${seed} --steps ${steps}`

/** What went wrong with a seed, and how to see it again. */
export const reportOf = (run: Run, steps: number): string =>
  [
    ...run.trail.map((line) => `  ${line.slice(0, 160)}`),
    `Seed ${run.seed} is red:`,
    ...run.complaints.slice(0, 10).map((words) => `  ${words}`),
    `Again: ${replayOf(run, steps)}`,
  ].join('\n')

/** Plays the seeds in several processes. */
export async function runSeeds({ seeds, steps, twice, workers = 2, mutant, untilRed = false }: Plan): Promise<Outcome> {
  const counts = new Map<string, number>()
  const journals = new Map<number, string>()
  const left = [...seeds, ...seeds.slice(0, twice)]
  const seen = new Set<number>()
  const outcome: Outcome = { runs: 0, counts, red: null }
  const redden = (run: Run) => {
    if (outcome.red === null || run.seed < outcome.red.seed) outcome.red = run
  }

  function hear(run: Run): void {
    outcome.runs++
    const before = journals.get(run.seed)
    if (before !== undefined && before !== run.journal)
      run.complaints.push('the same seed told another story the second time')
    journals.set(run.seed, run.journal)
    if (run.complaints.length > 0) redden(run)
    if (seen.has(run.seed)) return
    seen.add(run.seed)
    for (const [name, count] of Object.entries(run.counts)) counts.set(name, (counts.get(name) ?? 0) + count)
  }
  const over = () => outcome.red !== null && untilRed
  async function play(worker: ChildProcess): Promise<void> {
    const gone = new Promise<null>((resolve) => void worker.once('exit', () => resolve(null)))
    const heard = () => Promise.race([gone, new Promise<unknown>((resolve) => void worker.once('message', resolve))])
    if ((await heard()) === null) throw new Error('a worker did not start')
    for (let seed = left.shift(); seed !== undefined && !over(); seed = left.shift()) {
      worker.send({ seed, steps } satisfies Asked)
      // A worker sends back what it played, and nothing else.
      const run = (await heard()) as Run | null
      if (run === null) return redden({ seed, journal: '', complaints: ['the process ended'], counts: {}, trail: [] })
      hear(run)
    }
    worker.disconnect()
    await gone
  }
  const file = await bundleWorker(mutant)
  const playing = () => play(fork(file, [], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] }))
  await Promise.all(Array.from({ length: workers }, playing))
  return outcome
}
