import { turn } from './virtual-time.ts'

/** Where a call waits: the scheduler lets it go on, or loses it for ever when the process that made it dies. */
interface Waiting {
  where: string
  go: () => void
  onLoss: () => void
}

/** A place at which calls wait for their turn. */
export interface Gate {
  /** Waits; `onLoss` runs when the process dies meanwhile, and the promise then never settles. */
  pass(where: string, onLoss?: () => void): Promise<void>
}

/** Decides by chance who goes on: one life of one process. */
export interface Scheduler extends Gate {
  waiting(): number
  /** Lets some of those who wait go on at once, in an order of chance, and waits until they wait again or are done. */
  release(most: number): Promise<string[]>
  /** The process dies: nobody who waits here, or comes later, goes on. */
  die(): void
}

export function scheduler(random: () => number): Scheduler {
  let queue: Waiting[] = []
  let dead = false
  const draw = () => queue.splice(Math.floor(random() * queue.length), 1)
  return {
    pass(where, onLoss = () => {}) {
      return new Promise((resolve) => {
        if (!dead) queue.push({ where, go: resolve, onLoss })
      })
    },
    waiting: () => queue.length,
    async release(most) {
      const some = Array.from({ length: Math.min(most, queue.length) }, draw).flat()
      for (const one of some) one.go()
      await turn()
      await turn()
      return some.map(({ where }) => where)
    },
    die() {
      dead = true
      const lost = queue
      queue = []
      for (const one of lost) one.onLoss()
    },
  }
}
