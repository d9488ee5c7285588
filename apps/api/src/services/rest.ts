import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** The loop is at rest below this part of its time. */
const restful = 0.02
const lookMs = 5000
/** A shop with a caller now and then is not swept at each pause. */
const againMs = 600_000

/**
 * Answers what to do at each look: `sweep` runs once after the shop has worked and the loop then was at rest from one look to the next, not
 * more often than every ten minutes. `load` is the busy part of the time since the last look (0 to 1), `now` in ms.
 */
export function sweepAtRest(sweep: () => void): (load: number, now: number) => void {
  let worked = true
  let swept = -Infinity
  return (load, now) => {
    if (load > restful) worked = true
    else if (worked && now - swept >= againMs) {
      worked = false
      swept = now
      sweep()
    }
  }
}

/** The engine's own collection. Not by a flag of the start: with another set of flags than Node's own, what Node has compiled of itself does not count. */
function collector(): NodeJS.GCFunction {
  setFlagsFromString('--expose-gc')
  try {
    return runInNewContext('gc') as NodeJS.GCFunction
  } finally {
    setFlagsFromString('--no-expose-gc')
  }
}

/**
 * Has the engine let go of all that it can while nobody asks for anything: what the start compiled and busy hours grew. It keeps the memory
 * otherwise. Costs about 0.1 s of a loop at rest.
 */
export function restWhenIdle(): void {
  let before = performance.eventLoopUtilization()
  const look = sweepAtRest(() => {
    collector()({ type: 'major', execution: 'sync', flavor: 'last-resort' })
    before = performance.eventLoopUtilization()
  })
  setInterval(() => {
    const { utilization } = performance.eventLoopUtilization(before)
    before = performance.eventLoopUtilization()
    look(utilization, performance.now())
  }, lookMs).unref()
}
