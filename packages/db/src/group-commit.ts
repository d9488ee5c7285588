import { setTimeout as pause } from 'node:timers/promises'

/** What a group needs of its connection; each throws what the engine says. */
export interface GroupSteps {
  begin(): void
  commit(): void
  rollback(): void
  savepoint(): void
  release(): void
  rollbackTo(): void
  /** False also when an error made the engine undo everything by itself. */
  inTransaction(): boolean
  /** Whether a BEGIN failed because another process holds the lock. */
  isBusy(error: unknown): boolean
  /** Whether a COMMIT failed because of what one work left behind: the others then get their turn alone. */
  blamesOne(error: unknown): boolean
}

/** How many works one COMMIT may carry, and after how many ms no further one joins: the event loop waits that long. */
interface GroupLimits {
  most: number
  ms: number
  /** How long another process's lock is waited for. */
  busyMs?: number
}

/** How long the event loop is free between two looks whether another process has let go of its lock. */
const busyPauseMs = 5

type Failure = { error: unknown } | undefined
/** A work that waits. `run` may be called again when its group breaks up; it is answered once, when its outcome is durable. */
interface Turn {
  run(): Promise<void>
  answer(failure: Failure): void
}

/** For how many groups each work has a SAVEPOINT after one failed among others. */
const carefulFor = 16

/**
 * Runs writes in order of arrival, as many as wait in one transaction. Nobody is answered before the COMMIT, a refusal neither: it may
 * rest on what a neighbour did. The outcome is that of one commit per write. Most works do not fail, so they share the transaction as it
 * is; when one fails, its group begins anew, each work but the first in a SAVEPOINT, and so do the next groups: where one is refused,
 * others will be.
 */
export function groupCommit(steps: GroupSteps, { most, ms, busyMs = 0 }: GroupLimits) {
  const waiting: Turn[] = []
  let running: Promise<void> | undefined
  let careful = 0

  async function drain(): Promise<void> {
    do {
      // A turn of the event loop before each group: every request that has come by then is read, and those that write are in it.
      await new Promise<void>((resolve) => void setImmediate(resolve))
      await runGroup()
    } while (waiting.length > 0)
    running = undefined
  }

  async function runGroup(): Promise<void> {
    const begun = attempt(steps.begin)
    const busy = begun && (await untilFree(begun))
    // Nobody waits for longer; who came meanwhile is told so too, and asks again.
    if (busy) return waiting.splice(0).forEach((turn) => turn.answer(busy))
    const until = performance.now() + ms
    const done: { turn: Turn; failure: Failure }[] = []
    const apart = careful > 0
    if (apart) careful -= 1
    do {
      const turn = waiting.shift()
      if (turn === undefined) break
      const failure = await runOne(turn, apart && done.length > 0)
      done.push({ turn, failure })
      if (failure) careful = carefulFor
      if (failure && !apart && done.length > 1) return void waiting.unshift(...done.map((one) => one.turn))
      if (!steps.inTransaction()) return runAgain(done)
    } while (done.length < most && performance.now() < until)
    const failed = commit()
    if (failed && done.length > 1 && steps.blamesOne(failed.error)) return runAgain(done)
    for (const { turn, failure } of done) turn.answer(failed ?? failure)
  }

  /** Asks again and again for a lock that another process holds; whoever reads is served in between. */
  async function untilFree(begun: Failure): Promise<Failure> {
    const until = performance.now() + busyMs
    let failure = begun
    while (failure && steps.isBusy(failure.error) && performance.now() < until) {
      await pause(busyPauseMs)
      failure = attempt(steps.begin)
    }
    return failure
  }

  /** Nothing is left of a group: each of its works gets a transaction of its own; one that stood alone has its answer. */
  async function runAgain(done: { turn: Turn; failure: Failure }[]): Promise<void> {
    if (done.length === 1) return done[0]?.turn.answer(done[0].failure)
    let busy: Failure
    for (const { turn } of done) {
      const unbegun: Failure = busy ?? (await untilFree(attempt(steps.begin)))
      // They have waited as long as one may: all of them.
      if (unbegun && steps.isBusy(unbegun.error)) busy = unbegun
      turn.answer(unbegun ?? (await runAlone(turn)))
    }
  }

  async function runAlone(turn: Turn): Promise<Failure> {
    return (await runOne(turn, false)) ?? commit()
  }

  /** Runs a work in the open transaction; one that fails leaves nothing behind, of its neighbours neither if it does not stand apart. */
  async function runOne(turn: Turn, apart: boolean): Promise<Failure> {
    try {
      if (apart) steps.savepoint()
      await turn.run()
      if (!steps.inTransaction()) throw new Error('a failed statement was caught inside write: nothing was changed')
      if (apart) steps.release()
      return undefined
    } catch (error) {
      const kept = apart && !attempt(steps.rollbackTo) && !attempt(steps.release)
      if (!kept) undo()
      return { error }
    }
  }

  function commit(): Failure {
    const failed = attempt(steps.commit)
    if (failed) undo()
    return failed
  }

  // What cannot be undone any more was undone by the engine itself.
  const undo = () => void (steps.inTransaction() && attempt(steps.rollback))

  return {
    /** Queues a work; resolves or rejects when its outcome is durable. */
    write<T>(work: () => Promise<T>): Promise<T> {
      return new Promise((resolve, reject) => {
        let keep = (): void => reject(new Error('the work did not run'))
        waiting.push({
          async run() {
            const value = await work()
            keep = () => resolve(value)
          },
          answer: (failure) => (failure ? reject(failure.error) : keep()),
        })
        running ??= drain()
      })
    },
    /** Resolves when nothing waits. */
    async settled(): Promise<void> {
      while (running !== undefined) await running
    },
  }
}

function attempt(step: () => void): Failure {
  try {
    step()
    return undefined
  } catch (error) {
    return { error }
  }
}
