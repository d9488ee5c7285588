/** Waits for one turn of the event loop: everything that needs no time has run by then. */
export const turn = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve))

interface Timer {
  at: number
  no: number
  ring: () => void
}

/** The time of a whole process: it stands still until it is told to go on. */
export interface VirtualTime {
  now(): Date
  /** Goes on by so many ms; who sleeps till then wakes up in order, each at its own instant. */
  advance(ms: number): Promise<void>
  /** Ms until the next sleeper wakes up; null when nobody sleeps. */
  untilNext(): number | null
  /** Whoever sleeps now never wakes up. */
  forgetSleepers(): void
}

/** Takes over `setTimeout`, `clearTimeout` and `performance.now` of this process; a process has one such time for ever. */
export function virtualTime(): VirtualTime & { startAt(instant: Date): void } {
  let now = 0
  let last = 0
  let timers: Timer[] = []
  const next = () => timers.toSorted((a, b) => a.at - b.at || a.no - b.no)[0]
  const drop = (no: number) => void (timers = timers.filter((timer) => timer.no !== no))
  function setTimeout(ring: (...values: unknown[]) => void, ms = 0, ...values: unknown[]) {
    const no = ++last
    timers.push({ at: now + Math.max(1, ms), no, ring: () => ring(...values) })
    const handle = { ref: () => handle, unref: () => handle, hasRef: () => true, [Symbol.toPrimitive]: () => no }
    return handle
  }
  Object.assign(globalThis, { setTimeout, clearTimeout: (handle: unknown) => drop(Number(handle)) })
  Object.defineProperty(performance, 'now', { value: () => now })
  return {
    now: () => new Date(now),
    async advance(ms) {
      const end = now + ms
      for (let timer = next(); timer !== undefined && timer.at <= end; timer = next()) {
        now = timer.at
        drop(timer.no)
        timer.ring()
        await turn()
      }
      now = end
    },
    untilNext() {
      const timer = next()
      return timer === undefined ? null : timer.at - now
    },
    forgetSleepers: () => void (timers = []),
    startAt(instant) {
      timers = []
      now = instant.getTime()
    },
  }
}
